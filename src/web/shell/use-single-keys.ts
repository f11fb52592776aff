import { useEffect, useRef } from 'react';

/** A single key and what it does, for the list on the screen and for the keyboard. */
export interface SingleKey<K extends string = string> {
  readonly key: K;
  readonly does: string;
}

/** Listens for single keys while they are on; typing in a field is never taken for one. */
export function useSingleKeys<K extends string>(
  on: boolean,
  keys: readonly SingleKey<K>[],
  press: (key: K) => void,
): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    if (!on) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      const found = keys.find(({ key }) => key === (event.key === '=' ? '+' : event.key));
      if (found !== undefined) latest.current(found.key);
    };
    globalThis.addEventListener('keydown', pressed);
    return () => globalThis.removeEventListener('keydown', pressed);
  }, [on, keys]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('select, textarea, input:not([type="radio"], [type="checkbox"])') !== null
  );
}
