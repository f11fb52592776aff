import type { ReplayView, SeatView } from '../../protocol/replay.js';
import { sideShape } from '../drawing/glyph.js';
import { hueClass, huesOf } from '../drawing/hues.js';

interface ViewpointProps {
  readonly cast: Pick<ReplayView, 'seats' | 'sides'>;
  readonly as: string;
  readonly onAs: (as: string) => void;
}

/** As known by: the truth, or one seat. */
export function Viewpoint({ cast, as, onAs }: ViewpointProps) {
  const hues = huesOf(cast);
  const deciding = cast.seats.filter(({ observer }) => !observer);
  const observing = cast.seats.filter(({ observer }) => observer);
  return (
    <fieldset className="viewpoint">
      <legend>As known by</legend>
      <Choice name="truth" title="the truth" checked={as === 'truth'} onChoose={onAs} />
      {deciding.map(({ name, title, side }) => (
        <span key={name} className={hueClass(hues, side)}>
          <Choice
            name={name}
            title={title}
            checked={as === name}
            shape={sideShape(hues.get(side))}
            onChoose={onAs}
          />
        </span>
      ))}
      {observing.length > 0 && <Observers seats={observing} as={as} onAs={onAs} />}
    </fieldset>
  );
}

/** Those who only learn, in a list, as there can be many. */
function Observers({
  seats,
  as,
  onAs,
}: {
  readonly seats: readonly SeatView[];
  readonly as: string;
  readonly onAs: (as: string) => void;
}) {
  const chosen = seats.some(({ name }) => name === as);
  return (
    <label className={chosen ? 'observers chosen' : 'observers'}>
      <span className="hidden">An observer</span>
      <select
        value={chosen ? as : ''}
        onChange={(event) => event.target.value !== '' && onAs(event.target.value)}
      >
        <option value="">an observer…</option>
        {seats.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Choice({
  name,
  title,
  checked,
  shape,
  onChoose,
}: {
  readonly name: string;
  readonly title: string;
  readonly checked: boolean;
  readonly shape?: string;
  readonly onChoose: (name: string) => void;
}) {
  return (
    <label className={checked ? 'choice chosen' : 'choice'}>
      <input
        type="radio"
        name="as"
        value={name}
        checked={checked}
        onChange={() => onChoose(name)}
      />
      {shape !== undefined && (
        <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true">
          <path className="glyph" d={shape} />
        </svg>
      )}
      {title}
    </label>
  );
}
