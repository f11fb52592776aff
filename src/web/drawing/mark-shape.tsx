import { memo } from 'react';
import { pressHandlers, type OnPress } from './pressed.js';
import type { MarkView } from '../../protocol/replay.js';
import type { MarkDrawing, ReportDrawing } from './sheet-of-paper.js';
import { pathThrough } from './geometry.js';

/** What nobody at the table ordered is a cross, a decision a wedge, a posture a flag. */
const MARKS: Readonly<Record<MarkView['type'], string>> = {
  incident: 'M-5-5L5 5M5-5L-5 5',
  decision: 'M-6-7H6L0 3Z',
  meeting: 'M0-4V4',
  posture: 'M0 4V-10H8L5.5-7.2L8-4.5H0',
  act: 'M-5 4L0-6L5 4Z',
  routine: 'M0-6V6M-3-6H3M-3 6H3',
  inject: 'M0-6V6M-6 0H6M-4-4L4 4M4-4L-4 4',
  overtaken: 'M-5 0H5',
};

/** The outline of a kind of mark around the origin. */
export function markShape(type: MarkView['type']): string {
  return MARKS[type];
}

interface MarkShapeProps {
  readonly drawing: MarkDrawing;
  readonly hue: string;
  readonly selected: boolean;
  readonly words: string;
  readonly onOpen: OnPress;
  readonly onPoint: (id: string | null) => void;
}

/** An incident, decision, posture or other mark on its lane. */
export const MarkShape = memo(function MarkShape(props: MarkShapeProps) {
  const { drawing, hue, selected, words, onOpen, onPoint } = props;
  const { mark, ghost, certainty } = drawing.item;
  const classes = ['mark', mark.type, hue];
  if (ghost) classes.push('ghost');
  if (certainty === 'possibly') classes.push('possibly');
  if (selected) classes.push('selected');
  return (
    <g
      className={classes.join(' ')}
      role="button"
      tabIndex={0}
      aria-label={words}
      aria-pressed={selected}
      data-mark={mark.id}
      transform={`translate(${drawing.x} ${drawing.y})`}
      {...pressHandlers(mark.id, onOpen)}
      onPointerEnter={() => onPoint(mark.id)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(mark.id)}
      onBlur={() => onPoint(null)}
    >
      <path className="mark-casing" d={markShape(mark.type)} />
      <path className="mark-ink" d={markShape(mark.type)} />
      <circle className="reach" r={12} />
      <circle className="ring" r={11} />
    </g>
  );
});

/** News of a mark on its way to a seat. */
export const ReportShape = memo(function ReportShape({
  drawing,
  onOpen,
  onPoint,
}: {
  readonly drawing: ReportDrawing;
  readonly onOpen: OnPress;
  readonly onPoint: (id: string | null) => void;
}) {
  const { item, a, b } = drawing;
  const d = pathThrough([a, b]);
  const estimated = item.report.arrived.precision === 'estimated';
  return (
    <g
      className={item.ghost ? 'report ghost' : 'report'}
      data-report={item.report.id}
      onClick={({ clientX, clientY }) => onOpen(item.report.of, { x: clientX, y: clientY })}
      onPointerEnter={() => onPoint(item.report.id)}
      onPointerLeave={() => onPoint(null)}
    >
      <path className="casing" d={d} />
      <path className={estimated ? 'news estimated' : 'news'} d={d} />
      {item.extent === 'whole' && (
        <path className="news-end" d="M-3.5 0H3.5" transform={`translate(${b.x} ${b.y})`} />
      )}
      <path className="reach" d={d} />
    </g>
  );
});
