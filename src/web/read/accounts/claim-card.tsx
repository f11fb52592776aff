import type { ClaimView, DisagreementView } from '../../../protocol/reading.js';
import { disagreementsAddress, documentAddress } from '../read-address.js';
import { VerdictWord } from './verdict-word.js';
import { CiteList } from './cite-list.js';
import { MomentLinks } from './moment-links.js';

interface ClaimCardProps {
  readonly scenario: string;
  readonly claim: ClaimView;
  /** The disagreements that it has a part in. */
  readonly disagreements: readonly DisagreementView[];
}

/** What one account says happened, and what the record makes of it. */
export function ClaimCard({ scenario, claim, disagreements }: ClaimCardProps) {
  const { id, says, verdict, record, cites, moments, account, block } = claim;
  return (
    <article className="slip" id={id} aria-labelledby={`${id}-says`} tabIndex={-1}>
      <p className="over">
        <a href={disagreementsAddress(scenario, { anchor: id })}>{id}</a>
        <VerdictWord verdict={verdict} />
      </p>
      <h4 id={`${id}-says`}>{says}</h4>
      <p className="resolution">
        <b>The record</b> {record}
      </p>
      <CiteList scenario={scenario} cites={cites} />
      {disagreements.length > 0 && (
        <ToldOtherwise scenario={scenario} disagreements={disagreements} />
      )}
      {moments.length > 0 && (
        <div className="to-replay">
          <span>In Replay</span>
          <MomentLinks moments={moments} />
        </div>
      )}
      <p className="detail">
        <a href={documentAddress(scenario, account.document, block)}>Where it says so</a>
      </p>
    </article>
  );
}

/** Who says otherwise: the other side of each disagreement. */
function ToldOtherwise({
  scenario,
  disagreements,
}: Pick<ClaimCardProps, 'scenario' | 'disagreements'>) {
  return (
    <p className="told-otherwise">
      Who says otherwise:{' '}
      {disagreements.map(({ id, topic }, n) => (
        <span key={id}>
          {n > 0 && '; '}
          <a href={disagreementsAddress(scenario, { anchor: id })}>
            {id} {topic}
          </a>
        </span>
      ))}
    </p>
  );
}
