import { textDigest } from './digest.js';
import { threefry2x32, word } from './threefry.js';

/** A 64-bit Threefry key as two int32. */
export interface RunKey {
  readonly hi: number;
  readonly lo: number;
}

/**
 * The key of one run (R4): the first 64 bits of SHA-256 over the run's decimal number, a line
 * feed, and the seed. The number cannot hold a line feed, so no two pairs (seed, run) share a
 * text. Any text is a seed and counts as written: `16` and `0x10` are different seeds.
 *
 * @throws RangeError if the run is not a whole number from 0 to 2^53 - 1
 */
export function runKey(seed: string, run: number): RunKey {
  if (!Number.isSafeInteger(run) || run < 0) {
    throw new RangeError(`a run is numbered 0, 1, 2, …, not ${run}`);
  }
  const digest = textDigest(`${run}\n${seed}`);
  return { hi: digest.getInt32(0), lo: digest.getInt32(4) };
}

/**
 * The key for one purpose of chance within a run (R4): Threefry keyed by the run, over the counter
 * (hash of the purpose's name, 0). Compute it once per run and purpose.
 */
export function purposeKey(key: RunKey, purposeHash: number): RunKey {
  threefry2x32(key.hi, key.lo, purposeHash, 0);
  return { hi: word[0]!, lo: word[1]! };
}
