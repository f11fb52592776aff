import type { ReplayView } from '../../protocol/replay.js';
import { seenAt } from '../knowledge/certainty.js';
import { instant } from '../time/instant.js';
import { instantText } from '../time/wording.js';
import { plain, type Names } from './names.js';

interface JudgementsProps {
  readonly view: ReplayView;
  readonly names: Names;
  readonly handle: number;
}

const WHOLE =
  'Each seat judges by its own values, over its own picture; beside it stands the same over the truth.';
const OWN = 'The seat judges by its own values, over its own picture.';

/**
 * How each seat judges the ending, from its picture and from the truth; nothing before it is known.
 */
export function Judgements({ view, names, handle }: JudgementsProps) {
  const { ending } = view;
  if (ending === null || !seenAt(ending.known, handle)) return null;
  const whole = view.as === 'truth';
  return (
    <section className="judgements" aria-labelledby="judgements-title">
      <h2 id="judgements-title">{`The ending: ${plain(ending.name)}`}</h2>
      <p>{`Reached ${instantText(instant(ending.at))}. ${whole ? WHOLE : OWN}`}</p>
      <div className="scroll" role="region" aria-label="Judgements, as a table" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Seat</th>
              <th scope="col">From its picture</th>
              {whole && <th scope="col">From the truth</th>}
            </tr>
          </thead>
          <tbody>
            {view.judgements.map(({ seat, observer, picture, truth }) => (
              <tr key={seat}>
                <th scope="row">
                  {names.seat(seat)}
                  {observer && <span className="detail">what the public believed</span>}
                </th>
                <td className="number">{picture.toFixed(2)}</td>
                {whole && <td className="number">{truth?.toFixed(2)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
