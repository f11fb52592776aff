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

/** How each seat judges the ending, from its picture and from the truth; nothing before it is known. */
export function Judgements({ view, names, handle }: JudgementsProps) {
  const { ending } = view;
  if (ending === null || !seenAt(ending.known, handle)) return null;
  return (
    <section className="judgements" aria-labelledby="judgements-title">
      <h2 id="judgements-title">{`The ending: ${plain(ending.name)}`}</h2>
      <p>
        {`Reached ${instantText(instant(ending.at))}. Each seat judges by its own values, over its own picture; beside it stands the same over the truth.`}
      </p>
      <div className="scroll" role="region" aria-labelledby="judgements-title" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Seat</th>
              <th scope="col">From its picture</th>
              <th scope="col">From the truth</th>
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
                <td className="number">{truth.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
