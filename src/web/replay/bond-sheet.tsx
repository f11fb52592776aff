import type { DisputeView, ObligationView, ReplayView } from '../../protocol/replay.js';
import { instant } from '../time/instant.js';
import { instantText } from '../time/wording.js';
import { Cites } from './cites.js';
import { Moment } from './moment.js';
import type { Names } from './names.js';

interface ObligationSheetProps {
  readonly item: ObligationView;
  readonly view: ReplayView;
  readonly names: Names;
  readonly onLetter: (id: string) => void;
}

/** A clause in force: who owes what to whom, and how it went. */
export function ObligationSheet({ item, view, names, onLetter }: ObligationSheetProps) {
  const letter = view.letters.find(({ id }) => id === item.madeIn);
  return (
    <>
      <p className="address">
        {`${names.party(item.obligor)} owes ${item.beneficiaries.map(names.party).join(', ')}`}
      </p>
      {letter !== undefined && (
        <p>
          Made in{' '}
          <button type="button" className="link" onClick={() => onLetter(letter.id)}>
            {letter.title}
          </button>
          .
        </p>
      )}
      {item.due !== undefined && <p>{`Due by ${instantText(instant(item.due))}.`}</p>}
      {item.verification !== undefined && <p>{`Verification: ${item.verification}.`}</p>}
      <Stages stages={item.stages.map((stage) => ({ ...stage, words: stage.reason }))} />
      <Cites cites={item.cites} basis={undefined} sources={view.sources} />
    </>
  );
}

/** What is argued over, by whom, and how it ended. */
export function DisputeSheet({
  item,
  view,
  names,
}: Omit<ObligationSheetProps, 'item' | 'onLetter'> & { readonly item: DisputeView }) {
  return (
    <>
      <p className="address">{`A dispute over ${item.about}: ${item.parties.map(names.party).join(', ')}`}</p>
      <section className="clauses">
        <h3>Positions</h3>
        <ul>
          {item.positions.map(({ who, says }, n) => (
            <li key={n}>
              <b>{names.party(who)}</b> {says}
            </li>
          ))}
        </ul>
      </section>
      <Stages stages={item.stages.map((stage) => ({ ...stage, words: stage.outcome }))} />
      <Cites cites={item.cites} basis={undefined} sources={view.sources} />
    </>
  );
}

type Stage = (ObligationView['stages'][number] | DisputeView['stages'][number]) & {
  readonly words: string | undefined;
};

function Stages({ stages }: { readonly stages: readonly Stage[] }) {
  return (
    <section>
      <h3>How it went</h3>
      <ol className="stages">
        {stages.map(({ status, at, words }) => (
          <li key={`${status} ${at.placed}`}>
            <b>{status}</b> <Moment span={at} />
            {words !== undefined && <span className="detail">{words}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
