import { nameHash } from './chance/name-hash.js';
import { purposeKey, runKey } from './chance/run-key.js';

/** What a draw is for; with an identity it is the draw's whole name (R4). */
export const PURPOSES = [
  'unknown',
  'takes',
  'delay',
  'loss',
  'garble',
  'garble what',
  'garble which way',
  'leak',
  'leak delay',
  'interception',
  'receipt',
  'hazard',
  'runs away',
  'inspection',
  'resolve',
  'phase',
  'choice',
  'call',
  'salt',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A purpose's column in the run's keys. */
export const PURPOSE: Readonly<Record<Purpose, number>> = Object.fromEntries(
  PURPOSES.map((purpose, column) => [purpose, column]),
) as Record<Purpose, number>;

const PURPOSE_HASHES = PURPOSES.map(nameHash);

/** Fills `keys` (two int32 per purpose) with the keys of one run of one seed (R4). */
export function fillPurposeKeys(keys: Int32Array, seed: string, run: number): void {
  const base = runKey(seed, run);
  for (let column = 0; column < PURPOSE_HASHES.length; column++) {
    const key = purposeKey(base, PURPOSE_HASHES[column]!);
    keys[2 * column] = key.hi;
    keys[2 * column + 1] = key.lo;
  }
}
