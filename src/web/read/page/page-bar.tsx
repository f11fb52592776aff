import type { NeighbourView, PageView } from '../../../protocol/reading.js';
import { lastShelf } from '../last-shelf.js';
import { documentAddress } from '../read-address.js';
import { TYPE_SIZES, type TypeSize } from '../reading-marks.js';
import { absentText, neighbourText, placeText } from './page-words.js';

/** What the bar of a page shows and does; the same at its head and at its foot. */
export interface PageControls {
  readonly page: PageView;
  readonly typeSize: TypeSize;
  readonly night: boolean;
  readonly favourite: boolean;
  readonly onTypeSize: (typeSize: TypeSize) => void;
  readonly onNight: (night: boolean) => void;
  readonly onFavourite: () => void;
}

const SIZE_TITLES: Readonly<Record<TypeSize, string>> = {
  large: 'Large',
  medium: 'Medium',
  small: 'Small',
};
const LIGHTS = [
  { night: false, title: 'Day' },
  { night: true, title: 'Night' },
] as const;

/** Type, light, and the way to the pages around this one. */
export function PageBar({ at, ...controls }: PageControls & { readonly at: 'head' | 'foot' }) {
  const { page, favourite, onFavourite } = controls;
  const { scenario, place } = page;
  const absent = absentText(place);
  return (
    <nav className="page-bar" aria-label={`Page controls at the ${at}`}>
      <TypeAndLight {...controls} />
      <ul>
        <Way name="Previous" to={place.previous} page={page} />
        <li>
          <a href={lastShelf(scenario.id)}>Index</a>
        </li>
        <li>
          <button type="button" aria-pressed={favourite} onClick={onFavourite}>
            Favourite
          </button>
        </li>
        <Way name="Next" to={place.next} page={page} />
      </ul>
      <p>
        {placeText(place)}
        {absent !== null && <small>{` ${absent}`}</small>}
      </p>
    </nav>
  );
}

function TypeAndLight({ typeSize, night, onTypeSize, onNight }: PageControls) {
  return (
    <>
      <div role="group" aria-label="Type">
        {TYPE_SIZES.map((size) => (
          <button
            key={size}
            type="button"
            className={size}
            aria-pressed={typeSize === size}
            onClick={() => onTypeSize(size)}
          >
            {SIZE_TITLES[size]}
          </button>
        ))}
      </div>
      <div role="group" aria-label="Light of the page">
        {LIGHTS.map((light) => (
          <button
            key={light.title}
            type="button"
            aria-pressed={night === light.night}
            onClick={() => onNight(light.night)}
          >
            {light.title}
          </button>
        ))}
      </div>
    </>
  );
}

interface WayProps {
  readonly name: 'Previous' | 'Next';
  readonly to: NeighbourView | null;
  readonly page: PageView;
}

/** The way to a neighbour; where there is none, the words say why. */
function Way({ name, to, page }: WayProps) {
  const { scenario, place } = page;
  const words = neighbourText(to, place.unit);
  const id = to?.id ?? null;
  return (
    <li className="way-to">
      {id === null ? (
        <span role="link" aria-disabled="true">
          {name}
          <small>{words}</small>
        </span>
      ) : (
        <a href={documentAddress(scenario.id, id)}>
          {name}
          <small>{words}</small>
        </a>
      )}
    </li>
  );
}
