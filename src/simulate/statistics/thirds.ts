import { ascending, type Values } from './moments.js';

/** The bounds of the lowest and the highest third of some values. */
export interface Thirds {
  readonly least: number;
  /** Greatest value of the lowest third. */
  readonly lowTop: number;
  /** Least value of the highest third. */
  readonly highBottom: number;
  readonly greatest: number;
}

/**
 * The lowest and the highest third, by count, of values that are there; equal values may bring
 * some more in. Null where there are fewer than three values, or they do not differ.
 */
export function thirdsOf(values: Values): Thirds | null {
  const sorted = ascending(values);
  const third = Math.floor(sorted.length / 3);
  if (third === 0 || sorted[0] === sorted.at(-1)) return null;
  return {
    least: sorted[0]!,
    lowTop: sorted[third - 1]!,
    highBottom: sorted[sorted.length - third]!,
    greatest: sorted.at(-1)!,
  };
}
