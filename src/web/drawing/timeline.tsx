import { useId } from 'react';
import type { ReplayView } from '../../protocol/replay.js';
import type { Selection } from '../shell/address.js';
import { Axis, LaneRules } from './axis.js';
import { BondShape } from './bond-shape.js';
import { short, type Point } from './geometry.js';
import { hookPath } from './hooks.js';
import { hueClass, sideOfPlace, type Hues } from './hues.js';
import { LabelText } from './label-text.js';
import { LetterShape } from './letter-shape.js';
import { MarkShape, ReportShape } from './mark-shape.js';
import { xOf } from './scale.js';
import type { SheetOfPaper } from './sheet-of-paper.js';
import type { Spoken } from './spoken.js';
import { HoverLabel } from './hover-label.js';

interface TimelineProps {
  readonly sheet: SheetOfPaper;
  readonly view: ReplayView;
  readonly hues: Hues;
  readonly spoken: Spoken;
  readonly selection: Selection | null;
  readonly pointed: string | null;
  readonly narrow: boolean;
  readonly onOpen: (selection: Selection, pointer: Point | null) => void;
  readonly onPoint: (id: string | null) => void;
}

/** The drawing proper: everything but the handle, which lies over it. */
export function Timeline(props: TimelineProps) {
  const { sheet, view, hues, narrow } = props;
  const { scale, lanes, top, bottom } = sheet;
  const clip = useId();
  const right = Math.min(scale.right, xOf(scale, sheet.handle)) + 6;
  const frame = { x: scale.left - 7, width: Math.max(0, right - scale.left + 7) };
  return (
    <>
      <defs>
        <clipPath id={clip}>
          <rect {...frame} y={0} height={sheet.height} />
        </clipPath>
      </defs>
      <Axis scale={scale} top={top} bottom={bottom} labelsAt={top - 6} />
      <LaneRules
        lanes={lanes}
        scale={scale}
        inside={narrow}
        classOf={({ name }) => hueClass(hues, sideOfPlace(view, name))}
      />
      <g clipPath={`url(#${clip})`}>
        <UnderInk sheet={sheet} hues={hues} />
        <Things {...props} />
      </g>
      <Band {...props} clip={clip} />
      <g className="labels">
        {sheet.labels.map((label) => (
          <LabelText key={label.id} label={label} hue={hueClass(hues, label.side)} />
        ))}
      </g>
      <HoverLabel {...props} />
    </>
  );
}

/** Whiskers, hooks and rings: what lies under letters. */
function UnderInk({ sheet, hues }: Pick<TimelineProps, 'sheet' | 'hues'>) {
  const middle = (sheet.lanes[0]!.y + sheet.lanes.at(-1)!.y) / 2;
  return (
    <g aria-hidden="true">
      {sheet.whiskers.map(({ id, x1, x2, y, open, side, ghost }) => (
        <path
          key={id}
          className={`whisker ${hueClass(hues, side)}${ghost ? ' ghost' : ''}`}
          d={`M${short(x1)} ${y - 2}v4m0-2H${short(x2)}${open ? '' : 'm0-2v4'}`}
        />
      ))}
      {sheet.hooks.map((hook) => (
        <path
          key={`${hook.letter} ${hook.reply}`}
          className={hook.ghost ? 'hook ghost' : 'hook'}
          data-hook={hook.reply}
          d={hookPath(hook, middle)}
        />
      ))}
      {sheet.unanswered.map(({ letter, x, y }) => (
        <circle key={letter} className="open-ring" data-unanswered={letter} cx={x} cy={y} r={9} />
      ))}
    </g>
  );
}

function Things({ sheet, hues, spoken, selection, onOpen, onPoint }: TimelineProps) {
  return (
    <>
      {sheet.reports.map((drawing) => (
        <ReportShape
          key={drawing.item.report.id}
          drawing={drawing}
          onOpen={(id, pointer) => onOpen({ type: 'mark', id }, pointer)}
          onPoint={onPoint}
        />
      ))}
      {sheet.letters.map((drawing) => (
        <LetterShape
          key={`${drawing.item.letter.id}${drawing.item.ghost ? ' ghost' : ''}`}
          drawing={drawing}
          hue={hues.get(drawing.item.letter.side)}
          selected={selection?.type === 'letter' && selection.id === drawing.item.letter.id}
          words={spoken.letter(drawing.item)}
          onOpen={(id, pointer) => onOpen({ type: 'letter', id }, pointer)}
          onPoint={onPoint}
        />
      ))}
      {sheet.marks.map((drawing) => (
        <MarkShape
          key={drawing.item.mark.id}
          drawing={drawing}
          hue={hueClass(hues, drawing.item.mark.side)}
          selected={selection?.type === 'mark' && selection.id === drawing.item.mark.id}
          words={spoken.mark(drawing.item)}
          onOpen={(id, pointer) => onOpen({ type: 'mark', id }, pointer)}
          onPoint={onPoint}
        />
      ))}
    </>
  );
}

function Band({
  sheet,
  view,
  hues,
  spoken,
  selection,
  onOpen,
  clip,
}: TimelineProps & { readonly clip: string }) {
  const { scale, bandTop, lanesBottom } = sheet;
  const sideOf = (name: string) =>
    hues.has(name) ? name : view.seats.find((seat) => seat.name === name)?.side;
  return (
    <g className="band">
      <line
        className="band-rule"
        x1={scale.left}
        x2={scale.right}
        y1={lanesBottom}
        y2={lanesBottom}
      />
      <text className="band-name" x={scale.left - 12} y={bandTop + 14} textAnchor="end">
        Obligations
      </text>
      {sheet.bonds.length === 0 && (
        <text className="band-empty" x={scale.left + 6} y={bandTop + 14}>
          nothing owed by this hour
        </text>
      )}
      <g clipPath={`url(#${clip})`}>
        {sheet.bonds.map((bond) => (
          <BondShape
            key={bond.id}
            bond={bond}
            top={bandTop}
            hue={hueClass(hues, sideOf(bond.obligor))}
            selected={selection?.type === 'bond' && selection.id === bond.id}
            words={spoken.bond(bond)}
            onOpen={(id) => onOpen({ type: 'bond', id }, null)}
          />
        ))}
      </g>
    </g>
  );
}
