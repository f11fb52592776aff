import { useCallback, useEffect, useRef, useState } from 'react';
import type { AddressFault } from '../shell/address.js';
import { keepShelf } from './last-shelf.js';
import {
  isSameStep,
  readReadAddress,
  writeReadAddress,
  type ReadAddress,
  type ShelfFilters,
} from './read-address.js';

/** Browsers limit how often an address may change; typing changes it with every key. */
const SETTLE_MS = 200;

interface Located {
  readonly address: ReadAddress;
  readonly faults: readonly AddressFault[];
}

/** What the address bar says of Read, and the ways to change it. */
export interface ReadLocation {
  /** Null on a path that is no screen of Read. */
  readonly located: Located | null;
  readonly onFilters: (change: Partial<ShelfFilters>) => void;
  readonly onVerdict: (verdict: string) => void;
}

/**
 * What the address bar says, kept there as one works. A choice is a step that the browser's way
 * back undoes; what is being typed is none. Screens are left by links, which load anew.
 */
export function useReadAddress(): ReadLocation {
  const [located, setLocated] = useState(locate);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    const moved = () => setLocated(locate());
    globalThis.addEventListener('popstate', moved);
    return () => globalThis.removeEventListener('popstate', moved);
  }, []);
  useEffect(() => {
    if (located === null || located.address.type === 'page') return undefined;
    const { address } = located;
    const written = writeReadAddress(address);
    const before = locate()?.address;
    if (before === undefined || writeReadAddress(before) === written) return undefined;
    if (!isSameStep(address, before)) {
      history.pushState(null, '', written);
      return undefined;
    }
    timer.current = setTimeout(() => history.replaceState(null, '', written), SETTLE_MS);
    return () => clearTimeout(timer.current);
  }, [located]);
  useEffect(() => {
    if (located?.address.type !== 'shelf') return;
    keepShelf(located.address.scenario, writeReadAddress(located.address));
  }, [located]);
  const change = useCallback((changed: (address: ReadAddress) => ReadAddress) => {
    setLocated((before) => before && { faults: [], address: changed(before.address) });
  }, []);
  const onFilters = useCallback(
    (some: Partial<ShelfFilters>) =>
      change((before) =>
        before.type === 'shelf' ? { ...before, filters: { ...before.filters, ...some } } : before,
      ),
    [change],
  );
  const onVerdict = useCallback(
    (verdict: string) =>
      change((before) => (before.type === 'disagreements' ? { ...before, verdict } : before)),
    [change],
  );
  return { located, onFilters, onVerdict };
}

function locate(): Located | null {
  return readReadAddress(globalThis.location.pathname, globalThis.location.search);
}
