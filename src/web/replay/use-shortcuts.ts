import { useEffect, useRef } from 'react';

/** What single keys do, for the list on the screen and for the keyboard. */
export const SHORTCUTS = [
  { key: 'p', does: 'play or pause' },
  { key: ',', does: 'event before' },
  { key: '.', does: 'event after' },
  { key: '+', does: 'closer' },
  { key: '-', does: 'wider' },
  { key: '[', does: 'earlier' },
  { key: ']', does: 'later' },
  { key: 'g', does: 'ghosts on or off' },
] as const;
export type Shortcut = (typeof SHORTCUTS)[number]['key'];

/** Listens for single keys while they are on; typing in a field is never taken for one. */
export function useShortcuts(on: boolean, press: (key: Shortcut) => void): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      const shortcut = SHORTCUTS.find(({ key }) => key === (event.key === '=' ? '+' : event.key));
      if (shortcut !== undefined) latest.current(shortcut.key);
    };
    globalThis.addEventListener('keydown', pressed);
    return () => globalThis.removeEventListener('keydown', pressed);
  }, [on]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('select, textarea, input[type="text"]') !== null
  );
}
