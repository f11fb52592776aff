import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { panned, timeAt, type Scale, type TimeWindow } from '../drawing/scale.js';
import { minuteOf } from '../time/instant.js';

type Grab = (event: ReactPointerEvent) => void;

/** Dragging the handle moves it; dragging the paper pans. */
export function useDrag(
  svg: RefObject<SVGSVGElement | null>,
  scale: Scale,
  onHandle: (at: number) => void,
  onWindow: (window: TimeWindow) => void,
): { readonly grab: Grab; readonly pan: Grab } {
  const placeOf = (clientX: number): number =>
    clientX - (svg.current?.getBoundingClientRect().left ?? 0);
  return {
    grab: (event) => {
      followPointer(event, (clientX) => {
        const x = Math.max(scale.left, Math.min(scale.right, placeOf(clientX)));
        onHandle(minuteOf(timeAt(scale, x)));
      });
    },
    pan: (event) => {
      const start = timeAt(scale, placeOf(event.clientX));
      followPointer(event, (clientX) => {
        onWindow(panned(scale, start - timeAt(scale, placeOf(clientX))));
      });
    },
  };
}

/** Calls back with where the pointer is, until it is let go, wherever on the page that happens. */
function followPointer(event: ReactPointerEvent, move: (clientX: number) => void): void {
  if (event.button !== 0) return;
  const moved = (next: PointerEvent) => move(next.clientX);
  const done = () => {
    globalThis.removeEventListener('pointermove', moved);
    globalThis.removeEventListener('pointerup', done);
    globalThis.removeEventListener('pointercancel', done);
  };
  globalThis.addEventListener('pointermove', moved);
  globalThis.addEventListener('pointerup', done);
  globalThis.addEventListener('pointercancel', done);
}
