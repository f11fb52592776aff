import { useEffect, useState } from 'react';
import { decoded } from './use-kept-place.js';

/** The part of the page that the address names, such as `p12`; it takes the focus. */
export function useHere(): string {
  const [here, setHere] = useState(hash);
  useEffect(() => {
    const moved = () => setHere(hash());
    globalThis.addEventListener('hashchange', moved);
    return () => globalThis.removeEventListener('hashchange', moved);
  }, []);
  useEffect(() => {
    if (here !== '') document.getElementById(here)?.focus({ preventScroll: true });
  }, [here]);
  return here;
}

function hash(): string {
  return decoded(globalThis.location.hash.slice(1));
}
