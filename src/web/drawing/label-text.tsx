import { pathThrough } from './geometry.js';
import { LINE } from './measure.js';
import type { LabelDrawing } from './sheet-of-paper.js';

/** A label, in one or two lines; a hairline leads to its anchor where it stands off. */
export function LabelText({ label, hue }: { readonly label: LabelDrawing; readonly hue: string }) {
  const { box, words, size, anchor, led, type, ghost } = label;
  const two = words.title !== '' && words.note !== '' && size === 0;
  const below = box.y > anchor.y;
  return (
    <g
      className={['label', `label-${type}`, hue, ghost ? 'ghost' : ''].join(' ')}
      data-label={label.of}
      aria-hidden="true"
    >
      {led && (
        <path
          className="leader"
          d={pathThrough([
            { x: anchor.x, y: anchor.y + (below ? 7 : -7) },
            {
              x: Math.max(box.x, Math.min(box.x + box.width, anchor.x)),
              y: below ? box.y + 2 : box.y + box.height - 2,
            },
          ])}
        />
      )}
      <text x={box.x} y={box.y + (words.title === '' ? LINE.note : LINE.title) - 4}>
        {words.title !== '' && <tspan className="title">{words.title}</tspan>}
        {(two || words.title === '') && (
          <tspan className="note" x={box.x} dy={two ? LINE.note : 0}>
            {words.note}
          </tspan>
        )}
      </text>
    </g>
  );
}
