import { useEffect, useRef, type RefObject } from 'react';

/** A turn of the wheel: a zoom by a factor around x, or (factor null) a pan by so many pixels. */
export interface WheelTurn {
  readonly factor: number | null;
  readonly x: number;
  readonly by: number;
}

/** Zoom for each pixel that the wheel turns, as a power of e. */
const ZOOM_PER_PIXEL = 0.002;

/**
 * Ctrl and wheel zoom around the pointer, sideways wheels pan; a plain wheel scrolls the page.
 * React listens passively, and a passive listener could not keep the page from zooming.
 */
export function useWheel(
  ref: RefObject<SVGSVGElement | null>,
  onTurn: (turn: WheelTurn) => void,
): void {
  const latest = useRef(onTurn);
  useEffect(() => {
    latest.current = onTurn;
  });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const turned = (event: WheelEvent) => {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!event.ctrlKey && !sideways) return;
      event.preventDefault();
      const x = event.clientX - element.getBoundingClientRect().left;
      const factor = event.ctrlKey ? Math.exp(event.deltaY * ZOOM_PER_PIXEL) : null;
      latest.current({ factor, x, by: event.deltaX });
    };
    element.addEventListener('wheel', turned, { passive: false });
    return () => element.removeEventListener('wheel', turned);
  }, [ref]);
}
