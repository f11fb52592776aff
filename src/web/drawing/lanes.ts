import { sameClock } from './clocks.js';
import type { LaneView, PlaceView, ReplayView, SeatView } from '../../protocol/replay.js';

interface LaneOfPlaces extends LaneView {
  /** Places without a lane of their own that stand on this one. */
  readonly also: readonly string[];
}

/** A place's line across the drawing. */
export interface Lane extends LaneOfPlaces {
  readonly y: number;
}

/** Where events happen that no lane stands for. */
const ELSEWHERE = 'elsewhere';

/** Weights of the gap between neighbours; between two relays lies the ocean. */
const GAPS = {
  'main main': 1,
  'main minor': 0.52,
  'minor main': 0.52,
  'minor minor': 1.35,
} as const;

/** Spreads the lanes over [top, bottom], in the order that the scenario gives them. */
export function layOutLanes(
  lanes: readonly LaneOfPlaces[],
  top: number,
  bottom: number,
): readonly Lane[] {
  const weights = lanes.map((lane, n): number => {
    const before = lanes[n - 1];
    return before === undefined ? 0 : GAPS[`${before.kind} ${lane.kind}`];
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let passed = 0;
  return lanes.map((lane, n) => {
    passed += weights[n]!;
    return { ...lane, y: Math.round(top + ((bottom - top) * passed) / total) };
  });
}

/** The height of a place: its lane's, else that of the lane for everywhere else. */
export function laneY(lanes: readonly Lane[], place: string): number {
  return laneAt(lanes, place)?.y ?? lanes.at(-1)?.y ?? 0;
}

/** The lane that a place stands on. */
export function laneAt<T extends LaneOfPlaces>(lanes: readonly T[], place: string): T | undefined {
  return (
    lanes.find(({ name, also }) => name === place || also.includes(place)) ??
    lanes.find(({ name }) => name === ELSEWHERE)
  );
}

/**
 * The lanes with the places that stand on them. A place without a lane stands on one that keeps
 * the same clock and seats the same side; places that fit none share one more lane at the bottom.
 */
export function lanesOf({
  lanes,
  places,
  seats,
}: Pick<ReplayView, 'lanes' | 'places' | 'seats'>): readonly LaneOfPlaces[] {
  const own = new Set(lanes.map(({ name }) => name));
  const laneless = places.filter(({ name }) => !own.has(name));
  const homes = new Map(laneless.map((place) => [place.name, homeOf(place, lanes, places, seats)]));
  const drawn = lanes.map((lane) => ({
    ...lane,
    also: laneless.flatMap(({ name }) => (homes.get(name) === lane.name ? [name] : [])),
  }));
  if (![...homes.values()].includes(null)) return drawn;
  return [...drawn, { name: ELSEWHERE, title: 'At sea and elsewhere', kind: 'minor', also: [] }];
}

function homeOf(
  place: PlaceView,
  lanes: readonly LaneView[],
  places: readonly PlaceView[],
  seats: readonly SeatView[],
): string | null {
  const sidesAt = (name: string) =>
    seats.flatMap((seat) => (seat.place === name ? [seat.side] : []));
  const home = lanes.find(({ name, kind }) => {
    const other = places.find((candidate) => candidate.name === name);
    if (kind !== 'main' || other === undefined || !sameClock(place, other)) return false;
    return sidesAt(name).some((side) => sidesAt(place.name).includes(side));
  });
  return home?.name ?? null;
}
