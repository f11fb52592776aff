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
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  let enters = 0;
  let leaves = 1;
  const edges = [
    [-dx, a.x - box.x],
    [dx, box.x + box.width - a.x],
    [-dy, a.y - box.y],
    [dy, box.y + box.height - a.y],
  ] as const;
  for (const [direction, room] of edges) {
    if (direction === 0) {
      if (room < 0) return 0;
    } else if (direction < 0) enters = Math.max(enters, room / direction);
    else leaves = Math.min(leaves, room / direction);
  }
  return leaves <= enters ? 0 : (leaves - enters) * Math.hypot(dx, dy);
}

/** SVG path data through points. */
export function pathThrough(points: readonly Point[]): string {
  return points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');
}

/** A coordinate to a tenth of a pixel. */
export function short(value: number): number {
  return Math.round(value * 10) / 10;
}
