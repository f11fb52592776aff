import type { ClaimView, DisagreementView } from '../../../protocol/reading.js';
import { disagreementsAddress } from '../read-address.js';
import { VerdictWord } from './verdict-word.js';
import { CiteList } from './cite-list.js';
import { MomentLinks } from './moment-links.js';

interface DisagreementCardProps {
  readonly scenario: string;
  readonly disagreement: DisagreementView;
  /** The claims that have a part in it. */
  readonly claims: readonly ClaimView[];
}

/** A point on which sources do not agree, set as a record card. */
export function DisagreementCard({ scenario, disagreement, claims }: DisagreementCardProps) {
  const { id, topic, kind, positions, resolution, moments } = disagreement;
  return (
    <article className="slip" id={id} aria-labelledby={`${id}-topic`} tabIndex={-1}>
      <p className="over">
        <a href={disagreementsAddress(scenario, { anchor: id })}>{id}</a>
        <span>{kind}</span>
      </p>
      <h3 id={`${id}-topic`}>{topic}</h3>
      <dl className="position-list">
        {positions.map(({ cites, says }, n) => (
          // oxlint-disable-next-line react/no-array-index-key -- positions never change places
          <div key={n}>
            <dt>
              <CiteList scenario={scenario} cites={cites} />
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p className="resolution">
        <b>What the record takes</b> {resolution}
      </p>
      {claims.length > 0 && <ClaimLinks scenario={scenario} claims={claims} />}
      {moments.length > 0 && (
        <div className="to-replay">
          <span>In Replay</span>
          <MomentLinks moments={moments} />
        </div>
      )}
    </article>
  );
}

function ClaimLinks({ scenario, claims }: Pick<DisagreementCardProps, 'scenario' | 'claims'>) {
  return (
    <ul className="claim-links">
      {claims.map(({ id, verdict }) => (
        <li key={id}>
          claim <a href={disagreementsAddress(scenario, { anchor: id })}>{id}</a>{' '}
          <VerdictWord verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}
