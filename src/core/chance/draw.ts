import { exactLog } from './exact-log.js';
import { threefry2x32, word } from './threefry.js';

const TWO_TO_26 = 67108864;
const TWO_TO_27 = 134217728;
const TWO_TO_53 = TWO_TO_26 * TWO_TO_27;

/**
 * A uniform number in the open interval (0, 1): 53 bits of Threefry keyed by run and purpose, over
 * the identity that draws (R4). The same four words always give the same number.
 */
export function uniform(keyHi: number, keyLo: number, idHi: number, idLo: number): number {
  threefry2x32(keyHi, keyLo, idHi, idLo);
  const bits = (word[0]! >>> 6) * TWO_TO_27 + (word[1]! >>> 5);
  // A quarter keeps 0 out and, unlike a half, can never round the greatest value up to 1.
  return (bits + 0.25) / TWO_TO_53;
}

/** A unit exponential, -log(uniform): greater than 0, with mean 1 (R6's gaps). */
export function unitExponential(keyHi: number, keyLo: number, idHi: number, idLo: number): number {
  return -exactLog(uniform(keyHi, keyLo, idHi, idLo));
}

/** A standard Gumbel number, -log(unit exponential), for logit choices (R7). */
export function gumbel(keyHi: number, keyLo: number, idHi: number, idLo: number): number {
  // Subtracted from 0 rather than negated: the result must never be -0 (R8).
  return 0 - exactLog(unitExponential(keyHi, keyLo, idHi, idLo));
}
