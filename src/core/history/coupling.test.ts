import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePrograms } from '../testing/pairs.js';
import { randomDoctrines } from '../testing/random-doctrines.js';
import { randomOrders, randomSmall } from '../testing/random-small.js';
import type { Small } from '../testing/small-program.js';
import { HOUR, smallProgram } from '../testing/small-program.js';
import type { Comparison } from './trace.js';

const WORLDS = 50;
const RUNS = 20;

/** Compares runs of random scenarios, played by machines and by orders, with a change of each. */
function pairsWith(seed: number, change: (small: Small) => Small): Comparison[] {
  const pairs: Comparison[] = [];
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const choose = (n: number): number => gen(fc.nat, { max: n - 1 });
      const bare = randomSmall(choose);
      const doctrines = randomDoctrines(choose, bare);
      const small = { ...bare, doctrines };
      const options = {
        inputs: randomOrders(choose, small, choose(12)),
        doctrines: Object.keys(doctrines).map((seat) => ({ seat, doctrine: 'own' })),
        runs: RUNS,
      };
      pairs.push(...comparePrograms(smallProgram(small), smallProgram(change(small)), options));
    }),
    { seed, numRuns: WORLDS, endOnFailure: true },
  );
  return pairs;
}

const SAME: Comparison = { identical: true, first: null, unaligned: 0 };

describe('R25: histories are coupled draw by draw', () => {
  test('R25: an empty change gives identical pairs and no unaligned draw', () => {
    const pairs = pairsWith(1, (small) => small);
    expect(pairs).toHaveLength(WORLDS * RUNS);
    expect(pairs).toEqual(pairs.map(() => SAME));
  });

  test.each([
    ['of rate zero', { rate: 0, set: { track_0: 0 }, runsAway: 1 }],
    ['whose guard is never true', { rate: 1 / HOUR, when: 0, set: { track_0: 0 } }],
  ])('R25: so does an unrelated incident %s', (_, asteroid) => {
    // First of its list, so that every other incident stands at another place.
    const pairs = pairsWith(2, (small) => ({
      ...small,
      incidents: { asteroid, ...small.incidents },
    }));
    expect(pairs).toHaveLength(WORLDS * RUNS);
    expect(pairs).toEqual(pairs.map(() => SAME));
  });

  test('R25: a change that acts parts some pairs, and each of them somewhere', () => {
    const pairs = pairsWith(3, (small) => ({
      ...small,
      incidents: { quake: { rate: 1 / (100 * HOUR), set: { track_0: 0 } }, ...small.incidents },
    }));
    const parted = pairs.filter(({ identical }) => !identical);
    expect(parted.length).toBeGreaterThan(WORLDS);
    expect(parted.length).toBeLessThan(WORLDS * RUNS);
    expect(parted.filter(({ first }) => first === null)).toEqual([]);
    // The gap of the quake is drawn in every run of the change.
    expect(Math.min(...pairs.map(({ unaligned }) => unaligned))).toBe(1);
  });
});
