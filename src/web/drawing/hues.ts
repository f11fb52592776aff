import type { ReplayView } from '../../protocol/replay.js';

/** As many hues, and shapes, as `tokens.css` has; further sides begin again. */
const HUES = 6;

/** Which hue and shape stand for each side: its place in the scenario's list of sides. */
export type Hues = ReadonlyMap<string, number>;

/** Numbers the sides of a view. */
export function huesOf({ sides }: Pick<ReplayView, 'sides'>): Hues {
  return new Map(sides.map(({ name }, n) => [name, n % HUES]));
}

/** The class that colours an element for a side; ink for none. */
export function hueClass(hues: Hues, side: string | undefined): string {
  const hue = side === undefined ? undefined : hues.get(side);
  return hue === undefined ? 'hue-none' : `hue-${hue}`;
}

/** The side whose seats sit at a place, for its lane's hue. */
export function sideOfPlace(view: Pick<ReplayView, 'seats'>, place: string): string | undefined {
  const there = view.seats.filter((seat) => seat.place === place);
  return (there.find(({ observer }) => !observer) ?? there[0])?.side;
}
