import { useCallback, useEffect, useRef, useState } from 'react';
import {
  isSamePlace,
  readAddress,
  writeAddress,
  type Address,
  type AddressFault,
} from './address.js';
import opening from '../../../scenarios/opening.json';

/** Browsers limit how often an address may change; dragging changes it every frame. */
const SETTLE_MS = 200;

const OPENING = `/replay/${opening.scenario}?at=${opening.at}&as=truth`;

interface Located {
  readonly address: Address;
  readonly faults: readonly AddressFault[];
}

/**
 * What the address bar says, kept there as one works; null on a path with no screen. Going
 * somewhere else is a step that the browser's way back undoes; moving the handle or the window is
 * none.
 */
export function useAddress(): {
  readonly located: Located | null;
  readonly change: (change: Partial<Address>) => void;
} {
  const [located, setLocated] = useState(locate);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    const moved = () => setLocated(locate());
    globalThis.addEventListener('popstate', moved);
    return () => globalThis.removeEventListener('popstate', moved);
  }, []);
  useEffect(() => {
    if (located === null) return undefined;
    const { address } = located;
    if (!isSamePlace(address, locate()?.address ?? address)) {
      history.pushState(null, '', writeAddress(address));
      return undefined;
    }
    timer.current = setTimeout(() => {
      history.replaceState(null, '', writeAddress(address));
    }, SETTLE_MS);
    return () => clearTimeout(timer.current);
  }, [located]);
  const change = useCallback((change: Partial<Address>) => {
    setLocated((before) => before && { ...before, address: { ...before.address, ...change } });
  }, []);
  return { located, change };
}

function locate(): Located | null {
  const { pathname, search } = globalThis.location;
  if (pathname !== '/') return readAddress(pathname, search);
  return readAddress(`/replay/${opening.scenario}`, OPENING.slice(OPENING.indexOf('?')));
}
