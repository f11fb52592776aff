import type { Point } from './geometry.js';

/** Shapes of the sides, so that hue never speaks alone: square, circle, triangle, diamond, bars. */
const SHAPES = [
  'M-4-4H4V4H-4Z',
  'M-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0Z',
  'M0-5.4L5 3.6H-5Z',
  'M0-5.6L5.2 0L0 5.6L-5.2 0Z',
  'M-2.6-5H2.6V5H-2.6Z',
  'M-5-2.6H5V2.6H-5Z',
];

/** The outline of a side's shape around the origin. */
export function sideShape(hue: number | undefined): string {
  return SHAPES[hue ?? 1]!;
}

/** A departure (filled) or an arrival (open), in the shape of its side. */
export function Glyph({
  at,
  hue,
  open,
}: {
  readonly at: Point;
  readonly hue: number | undefined;
  readonly open: boolean;
}) {
  return (
    <path
      className={open ? 'glyph open' : 'glyph'}
      d={sideShape(hue)}
      transform={`translate(${at.x} ${at.y})`}
    />
  );
}
