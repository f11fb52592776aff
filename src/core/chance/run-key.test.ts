import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nameHash } from './name-hash.js';
import { purposeKey, runKey } from './run-key.js';
import { threefry2x32, word } from './threefry.js';

describe('runKey', () => {
  it.each([
    '1962',
    '',
    'a line\nand another',
    'Хрущёв',
    '\u{1f54a}',
    ...Array.from({ length: 70 }, (_, length) => 'x'.repeat(length)),
  ])('R4: is the first 64 bits of SHA-256 over run, line feed and the seed %j', (seed) => {
    const digest = createHash('sha256').update(`7\n${seed}`).digest();
    expect(runKey(seed, 7)).toEqual({ hi: digest.readInt32BE(0), lo: digest.readInt32BE(4) });
  });

  it('never takes one pair of seed and run for another', () => {
    const pairs: [string, number][] = [
      ['1', 11],
      ['11', 1],
      ['111', 0],
      ['', 111],
      ['1\n1', 1],
      ['1\n11', 1],
      ['0x10', 0],
      ['16', 0],
      ['f'.repeat(32), 0],
    ];
    const keys = pairs.map(([seed, run]) => JSON.stringify(runKey(seed, run)));
    expect(new Set(keys).size).toBe(pairs.length);
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('refuses %d as the number of a run', (run) => {
    expect(() => runKey('1', run)).toThrow(RangeError);
  });
});

describe('purposeKey', () => {
  it('R4: is Threefry keyed by the run over the hash of the purpose', () => {
    const key = runKey('1962', 7);
    threefry2x32(key.hi, key.lo, nameHash('delay'), 0);
    const expected = { hi: word[0]!, lo: word[1]! };
    expect(purposeKey(key, nameHash('delay'))).toEqual(expected);
    expect(purposeKey(key, nameHash('loss'))).not.toEqual(expected);
  });
});
