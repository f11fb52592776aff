import { useState } from 'react';
import type { ClaimView, DisagreementView } from '../../../protocol/reading.js';
import { CiteList } from '../accounts/cite-list.js';
import { MomentLinks } from '../accounts/moment-links.js';
import { VerdictWord } from '../accounts/verdict-word.js';
import { documentAddress } from '../read-address.js';
import { Otherwise } from './otherwise.js';

interface ClaimNoteProps {
  readonly scenario: string;
  /** The document on whose page it stands. */
  readonly document: string;
  readonly claim: ClaimView;
  readonly disagreements: readonly DisagreementView[];
  /** Whether the address names it. */
  readonly here: boolean;
}

/** A claim in the margin: the verdict on it, and on request what that rests on. */
export function ClaimNote(props: ClaimNoteProps) {
  const { claim, here } = props;
  const [open, setOpen] = useState(here);
  const [wasHere, setWasHere] = useState(here);
  if (here !== wasHere) {
    setWasHere(here);
    if (here) setOpen(true);
  }
  return (
    <details
      id={`claim-${claim.id}`}
      className={here ? 'claim here' : 'claim'}
      tabIndex={-1}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <VerdictWord verdict={claim.verdict} /> <span className="says">{claim.says}</span>
      </summary>
      <ClaimGround {...props} />
    </details>
  );
}

/** What a verdict rests on: the record, its sources, and who says otherwise. */
export function ClaimGround({
  scenario,
  document,
  claim,
  disagreements,
}: Omit<ClaimNoteProps, 'here'>) {
  const { id, account, record, cites, moments } = claim;
  return (
    <div className="ground">
      <p className="over">
        {`Claim ${id}`}
        {account.document !== document && (
          <>
            {' of '}
            <a href={documentAddress(scenario, account.document, `claim-${id}`)}>{account.title}</a>
          </>
        )}
      </p>
      <p className="record-has">
        <b>The record has:</b> {record}
      </p>
      <CiteList scenario={scenario} cites={cites} />
      {disagreements
        .filter(({ id }) => claim.disagreements.includes(id))
        .map((disagreement) => (
          <Otherwise key={disagreement.id} scenario={scenario} disagreement={disagreement} />
        ))}
      {moments.length > 0 && <p className="in-replay">Replay:</p>}
      <MomentLinks moments={moments} />
    </div>
  );
}
