import { useRef } from 'react';
import type { Scene } from '../knowledge/scene.js';
import { DAY, instant } from '../time/instant.js';
import { dateText } from '../time/wording.js';
import type { Hues } from './hues.js';
import { hueClass } from './hues.js';
import { NARROWEST, timeAt, xOf, type Scale, type TimeWindow } from './scale.js';
import { monthTicks } from './ticks.js';

interface StripProps {
  readonly scale: Scale;
  readonly scene: Scene;
  readonly hues: Hues;
  readonly window: TimeWindow;
  readonly handle: number;
  readonly onWindow: (window: TimeWindow) => void;
}

const HEIGHT = 46;
const MIDDLE = 15;
const EDGE = 7;

type Grip = 'move' | 'from' | 'to';

/** All the weeks at once, with a brush over what the drawing shows. The buttons do the same. */
export function Strip({ scale, scene, hues, window, handle, onWindow }: StripProps) {
  const drag = useRef<{ grip: Grip; x: number; window: TimeWindow } | null>(null);
  const x1 = Math.max(scale.left, Math.min(scale.right - 4, xOf(scale, window.from)));
  const x2 = Math.min(scale.right, Math.max(scale.left + 4, xOf(scale, window.to)));
  const now = xOf(scale, handle);
  return (
    <svg
      className="strip"
      aria-hidden="true"
      width={scale.right + 8}
      height={HEIGHT}
      viewBox={`0 0 ${scale.right + 8} ${HEIGHT}`}
      onPointerDown={(event) => {
        const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
        const grip = gripAt(x, x1, x2);
        const start = grip === null ? centred(window, timeAt(scale, x)) : window;
        if (grip === null) onWindow(start);
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { grip: grip ?? 'move', x, window: start };
      }}
      onPointerMove={(event) => {
        if (drag.current === null) return;
        const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
        const by = timeAt(scale, x) - timeAt(scale, drag.current.x);
        onWindow(dragged(drag.current.window, drag.current.grip, by));
      }}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
    >
      <line className="strip-rule" x1={scale.left} x2={scale.right} y1={MIDDLE} y2={MIDDLE} />
      {scene.letters
        .filter(({ ghost }) => !ghost)
        .map(({ letter }) => ({ letter, x: xOf(scale, instant(letter.sent.placed)) }))
        .filter(({ x }) => x <= Math.min(now, scale.right) && x >= scale.left)
        .map(({ letter, x }) => (
          <line
            key={letter.id}
            className={`strip-letter ${hueClass(hues, letter.side)}`}
            x1={x}
            x2={x}
            y1={MIDDLE - 8}
            y2={MIDDLE + 8}
          />
        ))}
      <WeekTicks scale={scale} />
      {now <= scale.right ? (
        <path className="strip-handle" d={`M${now} 3V27`} />
      ) : (
        <text className="strip-date" x={scale.right} y={11} textAnchor="end">
          {`after ${dateText(scale.to)}: ${dateText(handle)} →`}
        </text>
      )}
      <rect className="brush" x={x1} y={2} width={Math.max(4, x2 - x1)} height={26} />
    </svg>
  );
}

function WeekTicks({ scale }: { readonly scale: Scale }) {
  const months = monthTicks(scale);
  const first = { t: scale.from, label: dateText(scale.from).slice(0, -5) };
  const labels = [first, ...months].filter(({ t }) => xOf(scale, t) < scale.right - 40);
  const sunday = Math.ceil(scale.from / DAY) * DAY;
  const weeks = Array.from({ length: 12 }, (_, n) => sunday + n * 7 * DAY).filter(
    (t) => t < scale.to,
  );
  return (
    <>
      {weeks.map((t) => (
        <line
          key={t}
          className="strip-week"
          x1={xOf(scale, t)}
          x2={xOf(scale, t)}
          y1={MIDDLE}
          y2={MIDDLE + 3}
        />
      ))}
      {labels.map(({ t, label }) => (
        <text key={t} className="strip-date" x={xOf(scale, t)} y={42}>
          {label}
        </text>
      ))}
    </>
  );
}

function gripAt(x: number, x1: number, x2: number): Grip | null {
  if (x2 - x1 > 3 * EDGE) {
    if (Math.abs(x - x1) < EDGE) return 'from';
    if (Math.abs(x - x2) < EDGE) return 'to';
  }
  return x >= x1 - EDGE && x <= x2 + EDGE ? 'move' : null;
}

function centred({ from, to }: TimeWindow, t: number): TimeWindow {
  const half = (to - from) / 2;
  return { from: Math.round(t - half), to: Math.round(t + half) };
}

function dragged({ from, to }: TimeWindow, grip: Grip, by: number): TimeWindow {
  const move = Math.round(by);
  if (grip === 'move') return { from: from + move, to: to + move };
  if (grip === 'from') return { from: Math.min(from + move, to - NARROWEST), to };
  return { from, to: Math.max(to + move, from + NARROWEST) };
}
