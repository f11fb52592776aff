import { useMemo, useRef, useState } from 'react';
import type { ReplayView } from '../../protocol/replay.js';
import type { Hues } from '../drawing/hues.js';
import { useFaces } from '../drawing/measure.js';
import { xOf, type TimeWindow } from '../drawing/scale.js';
import { layOut } from '../drawing/sheet-of-paper.js';
import { spokenOf } from '../drawing/spoken.js';
import { Timeline } from '../drawing/timeline.js';
import { sceneAt } from '../knowledge/scene.js';
import type { Selection } from '../shell/address.js';
import { lanesHeightFor } from './drawing-board.js';
import { paperEdges } from './paper-edges.js';
import { Parting } from './parting.js';
import { useDrag } from './use-drag.js';

interface CompanionBoardProps {
  readonly view: ReplayView;
  readonly title: string;
  readonly hues: Hues;
  readonly handle: number;
  readonly window: TimeWindow;
  readonly width: number;
  readonly screen: number;
  readonly parting: number | null;
  readonly onHandle: (at: number) => void;
  readonly onWindow: (window: TimeWindow) => void;
  /** Opening something here makes this the history that is told. */
  readonly onOpen: (selection: Selection) => void;
}

/** The other history of a pair on the same axis; its handle follows the one of the first. */
export function CompanionBoard(props: CompanionBoardProps) {
  const { view, title, hues, handle, window, width, screen, onHandle, onWindow, onOpen } = props;
  const faces = useFaces();
  const [pointed, setPointed] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const scene = useMemo(() => sceneAt(view, handle), [view, handle]);
  const spoken = useMemo(() => spokenOf(view), [view]);
  const height = lanesHeightFor(screen, true);
  const sheet = useMemo(
    () => layOut(view, scene, handle, { ...window, ...paperEdges(width) }, height),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- new faces measure otherwise
    [view, scene, handle, window, width, height, faces],
  );
  const { scale } = sheet;
  const drag = useDrag(svg, scale, onHandle, onWindow);
  const x = xOf(scale, handle);
  const inside = x >= scale.left && x <= scale.right;
  return (
    <div className="board companion">
      <h2 className="pair-title">{title}</h2>
      <svg
        ref={svg}
        className="timeline"
        role="group"
        aria-label={`Timeline of letters: ${title}`}
        width={width}
        height={sheet.height}
        viewBox={`0 0 ${width} ${sheet.height}`}
      >
        <rect
          className="sheet-paper"
          width={width}
          height={sheet.height}
          onPointerDown={drag.pan}
        />
        <Timeline
          sheet={sheet}
          view={view}
          hues={hues}
          spoken={spoken}
          selection={null}
          pointed={pointed}
          narrow={false}
          onOpen={(selection) => onOpen(selection)}
          onPoint={setPointed}
        />
        <Parting at={props.parting} sheet={sheet} />
        {inside && (
          <g className="handle" aria-hidden="true" onPointerDown={drag.grab}>
            <rect
              className="grab"
              x={x - 12}
              y={sheet.top - 20}
              width={24}
              height={sheet.bottom - sheet.top + 20}
            />
            <line x1={x} x2={x} y1={sheet.top - 20} y2={sheet.bottom} />
          </g>
        )}
      </svg>
    </div>
  );
}
