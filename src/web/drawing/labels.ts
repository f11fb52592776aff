import { inside, lengthInside, overlaps, type Box, type Point, type Segment } from './geometry.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A label that wants to stand near its anchor. Lower priorities choose first. */
export interface LabelRequest {
  readonly id: string;
  readonly anchor: Point;
  readonly prefers: 'above' | 'below';
  readonly priority: number;
  /** Sizes to try, the fullest first. */
  readonly sizes: readonly Size[];
}

export interface PlacedLabel {
  readonly id: string;
  readonly box: Box;
  readonly anchor: Point;
  /** Index of the size that found room. */
  readonly size: number;
  /** Whether it stands so far off that it wants a leader line. */
  readonly led: boolean;
}

/** What labels must not touch (boxes) and should not cover (segments, dots). */
export interface Surroundings {
  readonly frame: Box;
  readonly forbidden: readonly Box[];
  readonly dots: readonly Point[];
  readonly segments: readonly Segment[];
}

const AIR = 3;
const CLEARANCE = 8;
const REACH = 16;
const TIERS = [0, 13, 27, 41];
const DOT = 5;
/** A label over another's dot would be read as that one's. */
const STOLEN = 34;
const COVERED = 60;
/** A label that would cost more than its priority allows is left to hover and focus. */
const WORST = [150, 140, 120, 100, 70, 60, 45, 30];

/**
 * Places labels greedily in the order of priority, then id: each takes the cheapest of a fixed list
 * of places around its anchor. No two boxes ever touch; the same input gives the same places.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  surroundings: Surroundings,
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const order = requests.toSorted((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1));
  for (const request of order) {
    const best = bestPlace(request, surroundings, placed);
    if (best !== null) placed.push(best);
  }
  return placed;
}

function bestPlace(
  request: LabelRequest,
  surroundings: Surroundings,
  placed: readonly PlacedLabel[],
): PlacedLabel | null {
  let best: PlacedLabel | null = null;
  let least = WORST[Math.min(request.priority, WORST.length - 1)]!;
  for (const candidate of candidatesOf(request)) {
    if (candidate.cost >= least || !isFree(candidate.box, surroundings, placed)) continue;
    const cost =
      candidate.cost +
      coverCost(candidate.box, surroundings, request.anchor, least - candidate.cost);
    if (cost >= least) continue;
    least = cost;
    best = candidate;
  }
  return best;
}

interface Candidate extends PlacedLabel {
  readonly cost: number;
}

function candidatesOf({ id, anchor, prefers, sizes }: LabelRequest): readonly Candidate[] {
  return sizes.flatMap(({ width, height }, size) =>
    TIERS.flatMap((tier, level) =>
      (['above', 'below'] as const).flatMap((side) => {
        const y =
          side === 'above' ? anchor.y - CLEARANCE - tier - height : anchor.y + CLEARANCE + tier;
        const base = size * 26 + level * 9 + (side === prefers ? 0 : 14);
        const shifts = [-3, 7 - width, -width / 2, 9, -9 - width, 22, -22 - width];
        return shifts.map((shift, n) => ({
          id,
          anchor,
          size,
          led: level > 0,
          box: { x: anchor.x + shift, y, width, height },
          cost: base + n * 2.5,
        }));
      }),
    ),
  );
}

function isFree(
  box: Box,
  { frame, forbidden }: Surroundings,
  placed: readonly PlacedLabel[],
): boolean {
  return (
    inside(box, frame) &&
    forbidden.every((other) => !overlaps(box, other)) &&
    placed.every((other) => !overlaps(box, other.box, AIR))
  );
}

/** What a box would cover; not counted further once it is `enough` to rule the place out. */
function coverCost(box: Box, { dots, segments }: Surroundings, own: Point, enough: number): number {
  let cost = 0;
  for (const segment of segments) {
    const length = lengthInside(segment, box);
    if (length > 0) cost += 9 + length * 0.35;
    if (cost >= enough) return cost;
  }
  const reach = { ...box, y: box.y - REACH, height: box.height + 2 * REACH };
  for (const dot of dots) {
    if (dot.x === own.x && dot.y === own.y) continue;
    const around = { x: dot.x - DOT, y: dot.y - DOT, width: 2 * DOT, height: 2 * DOT };
    if (overlaps(box, around)) cost += COVERED;
    else if (dot.y === own.y && overlaps(reach, around)) cost += STOLEN;
  }
  return cost;
}
