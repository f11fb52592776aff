import { useLayoutEffect, useState } from 'react';

/** Width of an element and height of the browser's window, in pixels, as they change. */
export interface MeasuredSize {
  /** Hand this to the element as its ref. */
  readonly measure: (element: HTMLElement | null) => void;
  /** 0 before it has been measured. */
  readonly width: number;
  readonly screen: number;
}

/** Measures an element for as long as it is on the page. */
export function useSize(): MeasuredSize {
  const [element, measure] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState({ width: 0, screen: window.innerHeight });
  useLayoutEffect(() => {
    if (element === null) return undefined;
    const read = () =>
      setSize((before) => {
        const width = Math.floor(element.clientWidth);
        const screen = window.innerHeight;
        return before.width === width && before.screen === screen ? before : { width, screen };
      });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    window.addEventListener('resize', read);
    read();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', read);
    };
  }, [element]);
  return { measure, ...size };
}
