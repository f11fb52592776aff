import type { DisagreementView } from '../../../protocol/reading.js';
import { disagreementsAddress } from '../read-address.js';
import { CitedInline } from './cited.js';

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
        <b>Told otherwise:</b> <a href={disagreementsAddress(scenario, { anchor: id })}>{topic}</a>
      </p>
      <dl>
        {positions.map(({ cites, says }, n) => (
          <div key={n}>
            <dt>
              <CitedInline scenario={scenario} cites={cites} />
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p className="resolution">{resolution}</p>
    </div>
  );
}
