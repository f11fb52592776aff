import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, between, hour } from '../sample/two-towns.js';
import { layOutWhiskers } from './whiskers.js';

const SCALE = { from: hour(0), to: hour(24), left: 0, right: 240 };

function uncertain(id: string, span: ReturnType<typeof at>) {
  return { id, span, y: 100, side: 'northbank', ghost: false };
}

describe('whiskers', () => {
  test('a time known to the minute has none', () => {
    expect(layOutWhiskers([uncertain('L1', at(9))], SCALE, hour(24))).toEqual([]);
  });

  test('they run from the earliest to the latest instant, and are open where the handle cuts', () => {
    const span = between(8, 10, 14);
    const [whole] = layOutWhiskers([uncertain('L1', span)], SCALE, hour(24));
    expect(whole).toMatchObject({ x1: 80, x2: 140, open: false });
    const [cut] = layOutWhiskers([uncertain('L1', span)], SCALE, hour(10));
    expect(cut).toMatchObject({ x1: 80, x2: 100, open: true });
  });

  test('those of one lane do not touch while there are levels left', () => {
    const spans = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 6 })),
      {
        minLength: 2,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(spans, (times) => {
        const items = times.map(([from, width], n) =>
          uncertain(`L${n}`, between(from, from, from + width)),
        );
        const whiskers = layOutWhiskers(items, SCALE, hour(48));
        for (const [n, one] of whiskers.entries()) {
          for (const other of whiskers.slice(n + 1)) {
            const apart = one.x2 < other.x1 || other.x2 < one.x1;
            expect(apart || one.y !== other.y).toBe(true);
          }
        }
      }),
      { seed: 1962, numRuns: 200 },
    );
  });
});
