import { useCallback, useEffect, useState } from 'react';
import {
  readSimulateAddress,
  writeSimulateAddress,
  type SimulateAddress,
} from './simulate-address.js';

/** What the address bar says of Simulate, and a way to change it. */
export interface SimulateLocation {
  /** Null on a path that is no screen of Simulate. */
  readonly address: SimulateAddress | null;
  /** `step` makes the change one that the browser's way back undoes. */
  readonly change: (change: Partial<SimulateAddress>, step?: 'step') => void;
}

/** Keeps the address as one works, so that it can be shared and loaded again. */
export function useSimulateAddress(): SimulateLocation {
  const [address, setAddress] = useState(locate);
  useEffect(() => {
    const moved = () => setAddress(locate());
    globalThis.addEventListener('popstate', moved);
    return () => globalThis.removeEventListener('popstate', moved);
  }, []);
  const change = useCallback((change: Partial<SimulateAddress>, step?: 'step') => {
    const before = locate();
    if (before === null) return;
    const after = { ...before, ...change };
    const written = writeSimulateAddress(after);
    if (step === undefined) history.replaceState(null, '', written);
    else history.pushState(null, '', written);
    setAddress(after);
  }, []);
  return { address, change };
}

function locate(): SimulateAddress | null {
  return readSimulateAddress(globalThis.location.pathname, globalThis.location.search);
}
