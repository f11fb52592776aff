import type { PlaceView, ReplayView } from '../../protocol/replay.js';

/**
 * The clocks at the handle: one for each clock that main lanes keep, named after the place with the
 * most seats where several keep the same; the busiest places first.
 */
export function clocksOf({
  lanes,
  places,
  seats,
}: Pick<ReplayView, 'lanes' | 'places' | 'seats'>): readonly PlaceView[] {
  const main = new Set(lanes.filter(({ kind }) => kind === 'main').map(({ name }) => name));
  const crowd = (place: PlaceView) => seats.filter((seat) => seat.place === place.name).length;
  const busiest = places
    .filter(({ name }) => main.has(name))
    .toSorted((a, b) => crowd(b) - crowd(a));
  return busiest.filter((place, n) => busiest.findIndex((other) => sameClock(other, place)) === n);
}

/** Whether two places keep the same time, always. */
export function sameClock(a: PlaceView, b: PlaceView): boolean {
  return JSON.stringify(a.zone) === JSON.stringify(b.zone);
}
