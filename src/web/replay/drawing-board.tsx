import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { ReplayView } from '../../protocol/replay.js';
import { Captions, type Caption } from '../drawing/captions.js';
import { clocksOf } from '../drawing/clocks.js';
import { Handle } from '../drawing/handle.js';
import type { Hues } from '../drawing/hues.js';
import { Legend } from '../drawing/legend.js';
import type { Point } from '../drawing/geometry.js';
import { nearestTo } from '../drawing/neighbours.js';
import { useFaces } from '../drawing/measure.js';
import {
  panned,
  pixelsPerMs,
  timeAt,
  xOf,
  zoomed,
  type Scale,
  type TimeWindow,
} from '../drawing/scale.js';
import { layOut, type SheetOfPaper } from '../drawing/sheet-of-paper.js';
import { spokenOf } from '../drawing/spoken.js';
import { Strip } from '../drawing/strip.js';
import { Timeline } from '../drawing/timeline.js';
import type { Scene } from '../knowledge/scene.js';
import type { Selection } from '../shell/address.js';
import { instant } from '../time/instant.js';
import { isNarrow, paperEdges } from './paper-edges.js';
import { Parting } from './parting.js';
import { useDrag } from './use-drag.js';
import { useWheel } from './use-wheel.js';

export interface DrawingBoardProps {
  readonly view: ReplayView;
  readonly scene: Scene;
  readonly hues: Hues;
  readonly handle: number;
  readonly window: TimeWindow;
  readonly width: number;
  readonly screen: number;
  readonly selection: Selection | null;
  readonly captions: readonly Caption[];
  readonly captionWords: Readonly<Record<Caption, string>>;
  /** Where this history and the other of its pair part, in ms UTC. */
  readonly parting: number | null;
  /** Whether another drawing stands beside this one. */
  readonly paired: boolean;
  /** What stands between the strip and the drawing: of a pair the other drawing, and a title. */
  readonly above: ReactNode;
  /** Buttons that do what the strip does, to stand beside it. */
  readonly zoom: ReactNode;
  readonly onHandle: (at: number) => void;
  readonly onWindow: (window: TimeWindow) => void;
  readonly onOpen: (selection: Selection) => void;
}

/** Room for the zoom buttons beside the strip. */
const ZOOM_WIDTH = 316;
/** Height of all else on a laptop's screen. */
const AROUND = 428;
/** Pixels within which a pointer means the nearest thing, not the topmost. */
const POINTER_REACH = 12;
const LOWEST = 270;
const HIGHEST = 500;
const LOWEST_OF_TWO = 215;

/** The strip, the drawing and its handle, and the key beneath. */
export function DrawingBoard(props: DrawingBoardProps) {
  const { view, scene, hues, handle, window, width, screen } = props;
  const faces = useFaces();
  const edges = paperEdges(width);
  const scale: Scale = { ...window, ...edges };
  const lanesHeight = lanesHeightFor(screen, props.paired);
  const sheet = useMemo(
    () => layOut(view, scene, handle, { ...window, ...paperEdges(width) }, lanesHeight),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- new faces measure otherwise
    [view, scene, handle, window, width, lanesHeight, faces],
  );
  return (
    <div className="board">
      <div className="overview">
        <Strip
          scale={weeksScale(view, width)}
          scene={scene}
          hues={hues}
          window={window}
          handle={handle}
          onWindow={props.onWindow}
        />
        {props.zoom}
      </div>
      {props.above}
      <Drawing {...props} sheet={sheet} />
      <Legend scale={scale} lanes={sheet.lanes} sides={view.sides} hues={hues} />
    </div>
  );
}

/** Height of the lanes on a screen; two drawings share it. */
export function lanesHeightFor(screen: number, paired: boolean): number {
  const room = Math.max(LOWEST, Math.min(HIGHEST, screen - AROUND));
  return paired ? Math.max(LOWEST_OF_TWO, room * 0.6) : room;
}

function weeksScale({ scenario }: ReplayView, width: number): Scale {
  return {
    from: instant(scenario.opens),
    to: instant(scenario.closes),
    left: 2,
    right: isNarrow(width) ? width - 10 : width - ZOOM_WIDTH,
  };
}

function Drawing(props: DrawingBoardProps & { readonly sheet: SheetOfPaper }) {
  const { view, hues, handle, window, width, selection, sheet, onHandle, onWindow } = props;
  const [pointed, setPointed] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const spoken = useMemo(() => spokenOf(view), [view]);
  const clocks = useMemo(() => clocksOf(view), [view]);
  const { scale } = sheet;
  const drag = useDrag(svg, scale, onHandle, onWindow);
  useWheel(svg, ({ factor, x, by }) => {
    if (factor !== null) onWindow(zoomed(window, factor, timeAt(scale, x)));
    else onWindow(panned(window, by / pixelsPerMs(scale)));
  });
  const x = Math.max(scale.left, Math.min(scale.right, xOf(scale, handle)));
  const open = (selection: Selection, pointer: Point | null) => {
    const paper = svg.current?.getBoundingClientRect();
    if (pointer === null || paper === undefined) return props.onOpen(selection);
    const at = { x: pointer.x - paper.x, y: pointer.y - paper.y };
    return props.onOpen(nearestTo(sheet, at, POINTER_REACH) ?? selection);
  };
  return (
    <svg
      ref={svg}
      className="timeline"
      role="group"
      aria-label="Timeline of letters. The table below says the same."
      width={width}
      height={sheet.height}
      viewBox={`0 0 ${width} ${sheet.height}`}
    >
      <rect className="sheet-paper" width={width} height={sheet.height} onPointerDown={drag.pan} />
      <Timeline
        sheet={sheet}
        view={view}
        hues={hues}
        spoken={spoken}
        selection={selection}
        pointed={pointed}
        narrow={isNarrow(width)}
        onOpen={open}
        onPoint={setPointed}
      />
      <Parting at={props.parting} sheet={sheet} />
      <Handle
        x={x}
        pinned={handle < window.from || handle > window.to}
        top={sheet.top}
        bottom={sheet.bottom}
        frame={scale}
        at={handle}
        from={instant(view.scenario.opens)}
        to={instant(view.scenario.until)}
        clocks={clocks}
        onMove={onHandle}
        onGrab={drag.grab}
      />
      <Captions
        left={props.captions}
        words={props.captionWords}
        handleX={x}
        top={sheet.top}
        lanes={sheet.lanes}
        right={scale.right}
      />
    </svg>
  );
}
