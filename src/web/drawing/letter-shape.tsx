import { memo } from 'react';
import { pressHandlers, type OnPress } from './pressed.js';
import type { Segment } from './geometry.js';
import { pathThrough, short } from './geometry.js';
import { Glyph } from './glyph.js';
import type { LetterDrawing, Stroke } from './legs.js';

interface LetterShapeProps {
  readonly drawing: LetterDrawing;
  readonly hue: number | undefined;
  readonly selected: boolean;
  readonly words: string;
  readonly onOpen: OnPress;
  readonly onPoint: (id: string | null) => void;
}

/** Casing stops this far from each end, so that lanes are only broken where a line passes them. */
const CASING_GAP = 7;

/** A letter on paper: paper-coloured casing, then ink, then its departure and its arrivals. */
export const LetterShape = memo(function LetterShape(props: LetterShapeProps) {
  const { drawing, hue, selected, words, onOpen, onPoint } = props;
  const { item, departure, strokes, landings } = drawing;
  const { id } = item.letter;
  const classes = ['letter', hue === undefined ? 'hue-none' : `hue-${hue}`];
  if (item.ghost) classes.push('ghost');
  if (item.certainty === 'possibly') classes.push('possibly');
  if (selected) classes.push('selected');
  return (
    <g
      className={classes.join(' ')}
      role="button"
      tabIndex={0}
      aria-label={words}
      aria-pressed={selected}
      data-letter={id}
      {...pressHandlers(id, onOpen)}
      onPointerEnter={() => onPoint(id)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(id)}
      onBlur={() => onPoint(null)}
    >
      {strokes.map((stroke, n) => (
        <LegStrokes key={n} stroke={stroke} double={item.letter.public} />
      ))}
      {landings
        .filter(({ reads }) => reads)
        .map((landing, n) => (
          <Glyph key={n} at={landing} hue={hue} open />
        ))}
      {!item.partial && <Glyph at={departure} hue={hue} open={false} />}
      <circle className="reach" cx={departure.x} cy={departure.y} r={12} />
      <circle className="ring" cx={departure.x} cy={departure.y} r={10} />
    </g>
  );
});

function LegStrokes({ stroke, double }: { readonly stroke: Stroke; readonly double: boolean }) {
  if (stroke.type === 'loop') return <path className="ink loop" d={loopPath(stroke)} />;
  const d = pathThrough([stroke.a, stroke.b]);
  const classes = ['ink', stroke.type];
  if (stroke.estimated) classes.push('estimated');
  if (double && stroke.type !== 'wait') classes.push('double');
  return (
    <>
      <path className="casing" d={casingPath(stroke)} />
      <path className={classes.join(' ')} d={d} />
      {double && stroke.type === 'leg' && <path className="hollow" d={d} />}
      {stroke.lost && (
        <path
          className="ink lost"
          d={`M-4-4L4 4M4-4L-4 4`}
          transform={`translate(${stroke.b.x} ${stroke.b.y})`}
        />
      )}
      <path className="reach" d={d} />
    </>
  );
}

function casingPath({ a, b }: Segment): string {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 3 * CASING_GAP || a.y === b.y) return '';
  const dx = ((b.x - a.x) * CASING_GAP) / length;
  const dy = ((b.y - a.y) * CASING_GAP) / length;
  return pathThrough([
    { x: a.x + dx, y: a.y + dy },
    { x: b.x - dx, y: b.y - dy },
  ]);
}

function loopPath({ a }: Segment): string {
  return `M${short(a.x)} ${short(a.y)}c-10-16 10-16 0 0`;
}
