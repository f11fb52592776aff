import type { LaneView, PlaceView } from '../../protocol/replay.js';

/** A place's line across the drawing. */
export interface Lane extends LaneView {
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
  lanes: readonly LaneView[],
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
  const lane =
    lanes.find(({ name }) => name === place) ?? lanes.find(({ name }) => name === ELSEWHERE);
  return lane?.y ?? lanes.at(-1)?.y ?? 0;
}

/** The lanes, and one more below them if some place of the scenario has none. */
export function withElsewhere(
  lanes: readonly LaneView[],
  places: readonly PlaceView[],
): readonly LaneView[] {
  const known = new Set(lanes.map(({ name }) => name));
  if (places.every(({ name }) => known.has(name))) return lanes;
  return [...lanes, { name: ELSEWHERE, title: 'At sea and elsewhere', kind: 'minor' }];
}
