import { useEffect, useRef } from 'react';
import { HOUR, MINUTE } from '../time/instant.js';

/** Crisis time that passes in one second of play. */
export const SPEEDS = [
  { name: '15 min a second', perSecond: 15 * MINUTE },
  { name: '1 h a second', perSecond: HOUR },
  { name: '6 h a second', perSecond: 6 * HOUR },
  { name: '1 day a second', perSecond: 24 * HOUR },
] as const;

const STILL = '(prefers-reduced-motion: reduce)';

/** Lets time pass while playing; in steps of a second for readers who want less motion. */
export function usePlay(playing: boolean, perSecond: number, onTick: (by: number) => void): void {
  const latest = useRef(onTick);
  useEffect(() => {
    latest.current = onTick;
  });
  useEffect(() => {
    if (!playing) return undefined;
    const still = globalThis.matchMedia(STILL).matches;
    const every = still ? 1000 : 40;
    let before = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      latest.current(((now - before) / 1000) * perSecond);
      before = now;
    }, every);
    return () => clearInterval(timer);
  }, [playing, perSecond]);
}
