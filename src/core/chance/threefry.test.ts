import { describe, expect, it } from 'vitest';
import { threefry2x32, word } from './threefry.js';

function result(k0: number, k1: number, c0: number, c1: number): [number, number] {
  threefry2x32(k0, k1, c0, c1);
  return [word[0]! >>> 0, word[1]! >>> 0];
}

describe('threefry2x32', () => {
  it.each([
    // Random123, tests/kat_vectors, rows "threefry2x32 20": counter, key, result.
    [0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6b200159, 0x99ba4efe],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xc4923a9c, 0x483df7a0],
  ])('R4: gives the published answer for counter %i %i', (c0, c1, k0, k1, x0, x1) => {
    expect(result(k0, k1, c0, c1)).toEqual([x0, x1]);
  });

  it('takes a word as signed or unsigned alike', () => {
    expect(result(-1, -2, -3, -4)).toEqual(result(0xffffffff, 0xfffffffe, 0xfffffffd, 0xfffffffc));
  });

  it('maps neighbouring counters to results that share nothing', () => {
    const seen = new Set<string>();
    for (let c = 0; c < 10_000; c += 1) seen.add(result(1, 2, c, 0).join());
    expect(seen.size).toBe(10_000);
  });
});
