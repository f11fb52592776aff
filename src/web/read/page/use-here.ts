import { useEffect, useState } from 'react';
import { anchorOf } from '../use-anchor.js';

/** The part of the page that the address names, such as `p12`; it takes the focus. */
export function useHere(): string {
  const [here, setHere] = useState(named);
  useEffect(() => {
    const moved = () => setHere(named());
    globalThis.addEventListener('hashchange', moved);
    return () => globalThis.removeEventListener('hashchange', moved);
  }, []);
  useEffect(() => {
    if (here !== '') document.getElementById(here)?.focus({ preventScroll: true });
  }, [here]);
  return here;
}

function named(): string {
  return anchorOf(globalThis.location.hash);
}
