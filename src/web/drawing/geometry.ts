export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Segment {
  readonly a: Point;
  readonly b: Point;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Whether two boxes share any area, with so much air kept between them. */
export function overlaps(a: Box, b: Box, air = 0): boolean {
  return (
    a.x < b.x + b.width + air &&
    b.x < a.x + a.width + air &&
    a.y < b.y + b.height + air &&
    b.y < a.y + a.height + air
  );
}

/** Whether the first box lies wholly inside the second. */
export function inside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

/** Length of the part of a segment that lies in a box (clipping after Liang and Barsky, 1984). */
export function lengthInside({ a, b }: Segment, box: Box): number {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  // Most segments lie wholly on one side of a box, and this is asked very often.
  if ((a.x < box.x && b.x < box.x) || (a.x > right && b.x > right)) return 0;
  if ((a.y < box.y && b.y < box.y) || (a.y > bottom && b.y > bottom)) return 0;
  const across = clipped(a.x, b.x - a.x, box.x, right, WHOLE);
  const share = clipped(a.y, b.y - a.y, box.y, bottom, across);
  if (share.leaves <= share.enters) return 0;
  return (share.leaves - share.enters) * Math.hypot(b.x - a.x, b.y - a.y);
}

/** The part of a segment, as shares of its length. */
interface Part {
  readonly enters: number;
  readonly leaves: number;
}

const WHOLE: Part = { enters: 0, leaves: 1 };

/** The part that also lies between two bounds of one coordinate. */
function clipped(start: number, length: number, low: number, high: number, part: Part): Part {
  if (length === 0) return start < low || start > high ? { enters: 1, leaves: 0 } : part;
  const one = (low - start) / length;
  const other = (high - start) / length;
  return {
    enters: Math.max(part.enters, Math.min(one, other)),
    leaves: Math.min(part.leaves, Math.max(one, other)),
  };
}

/** SVG path data through points. */
export function pathThrough(points: readonly Point[]): string {
  return points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');
}

/** A coordinate to a tenth of a pixel. */
export function short(value: number): number {
  return Math.round(value * 10) / 10;
}
