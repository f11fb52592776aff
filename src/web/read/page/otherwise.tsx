import type { DisagreementView } from '../../../protocol/reading.js';
import { CiteList } from '../accounts/cite-list.js';
import { disagreementsAddress } from '../read-address.js';

interface OtherwiseProps {
  readonly scenario: string;
  readonly disagreement: DisagreementView;
}

/** A point on which sources do not agree: what each of them says. */
export function Otherwise({ scenario, disagreement }: OtherwiseProps) {
  const { id, topic, positions, resolution } = disagreement;
  return (
    <div className="otherwise">
      <p>
        <b>Who says otherwise:</b>{' '}
        <a href={disagreementsAddress(scenario, { anchor: id })}>{topic}</a>
      </p>
      <dl>
        {positions.map(({ cites, says }, n) => (
          <div key={n}>
            <dt>
              <CiteList scenario={scenario} cites={cites} />
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p className="taken">{resolution}</p>
    </div>
  );
}
