import { threefry2x32 } from './threefry.js';

/**
 * The identity of a child (R3, R4): Threefry keyed by its parent's identity, over the counter
 * (name hash, ordinal). The result is left in `word` of threefry.ts. The ordinal counts modulo
 * 2^32; a longer number, such as an instant, has to be folded in over two generations.
 */
export function childIdentity(
  parentHi: number,
  parentLo: number,
  nameHash: number,
  ordinal: number,
): void {
  threefry2x32(parentHi, parentLo, nameHash, ordinal);
}

/** An identity as 16 lower-case hexadecimal digits, high word first. */
export function identityText(hi: number, lo: number): string {
  return hexWord(hi) + hexWord(lo);
}

function hexWord(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}
