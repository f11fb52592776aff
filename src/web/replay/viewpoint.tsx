import type { ReplayView } from '../../protocol/replay.js';
import { hueClass, huesOf } from '../drawing/hues.js';
import { sideShape } from '../drawing/glyph.js';

interface ViewpointProps {
  readonly cast: Pick<ReplayView, 'seats' | 'sides'>;
  readonly as: string;
  readonly ghosts: boolean;
  readonly onAs: (as: string) => void;
  readonly onGhosts: (ghosts: boolean) => void;
}

/** As known by: the truth, or one seat; and whether the rest is drawn as ghosts. */
export function Viewpoint({ cast, as, ghosts, onAs, onGhosts }: ViewpointProps) {
  const hues = huesOf(cast);
  const seats = cast.seats.toSorted((a, b) => Number(a.observer) - Number(b.observer));
  return (
    <fieldset className="viewpoint">
      <legend>As known by</legend>
      <Choice name="truth" title="the truth" checked={as === 'truth'} onChoose={onAs} />
      {seats.map(({ name, title, side }) => (
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
      {as !== 'truth' && (
        <label className="ghosts">
          <input
            type="checkbox"
            checked={ghosts}
            onChange={(event) => onGhosts(event.target.checked)}
          />
          show what they do not yet know
        </label>
      )}
    </fieldset>
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
