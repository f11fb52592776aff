import { textWidth } from '../drawing/measure.js';
import { xOf } from '../drawing/scale.js';
import type { SheetOfPaper } from '../drawing/sheet-of-paper.js';

const WORDS = 'they part';

/** Where the two histories of a pair part: a dotted rule through all lanes. */
export function Parting({
  at,
  sheet,
}: {
  readonly at: number | null;
  readonly sheet: SheetOfPaper;
}) {
  if (at === null) return null;
  const { scale, top, bottom } = sheet;
  const x = xOf(scale, at);
  if (x < scale.left || x > scale.right) return null;
  const left = x - textWidth(WORDS, 'clock') - 5 < scale.left;
  return (
    <g className="parting" aria-hidden="true">
      <line x1={x} x2={x} y1={top} y2={bottom} />
      <text x={left ? x + 5 : x - 5} y={top + 13} textAnchor={left ? 'start' : 'end'}>
        {WORDS}
      </text>
    </g>
  );
}
