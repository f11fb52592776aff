import type { ReplayView } from '../../protocol/replay.js';
import { hueClass, type Hues } from './hues.js';
import { LINE, textWidth } from './measure.js';
import { hiddenLabel, type SheetOfPaper } from './sheet-of-paper.js';

interface HoverLabelProps {
  readonly sheet: SheetOfPaper;
  readonly view: ReplayView;
  readonly hues: Hues;
  readonly pointed: string | null;
}

const PAD = 6;

/** The full label of what is pointed at or focused, on paper of its own above all else. */
export function HoverLabel({ sheet, view, hues, pointed }: HoverLabelProps) {
  if (pointed === null) return null;
  const shown = sheet.labels.find(({ of, type }) => of === pointed && type !== 'ring');
  if (shown !== undefined && shown.size === 0) return null;
  const hidden = hiddenLabel(sheet, view, pointed);
  if (hidden === null) return null;
  const { words, anchor, side } = hidden;
  const lines = words.note === '' ? LINE.title : LINE.title + LINE.note;
  const width = Math.max(textWidth(words.title, 'title'), textWidth(words.note, 'note')) + 2 * PAD;
  const height = lines + 2 * PAD - 4;
  const x = Math.max(sheet.scale.left, Math.min(sheet.scale.right - width, anchor.x - 8));
  const y = anchor.y - height - 10 < sheet.top - 30 ? anchor.y + 12 : anchor.y - height - 10;
  return (
    <g className={`hover-label ${hueClass(hues, side)}`} aria-hidden="true">
      <rect x={x} y={y} width={width} height={height} />
      <text className="title" x={x + PAD} y={y + LINE.title - 1}>
        {words.title}
      </text>
      <text className="note" x={x + PAD} y={y + LINE.title + LINE.note - 2}>
        {words.note}
      </text>
    </g>
  );
}
