import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inside, lengthInside, overlaps } from './geometry.js';

const BOX = { x: 10, y: 10, width: 20, height: 10 };

describe('geometry', () => {
  test.each([
    ['through it', 0, 15, 40, 15, 20],
    ['from inside', 20, 15, 40, 15, 10],
    ['upright', 20, 0, 20, 40, 10],
    ['beside it', 0, 5, 40, 5, 0],
    ['past its corner', 0, 22, 22, 44, 0],
    ['a point inside', 15, 15, 15, 15, 0],
  ])('the length of a segment in a box: %s', (_, ax, ay, bx, by, length) => {
    const segment = { a: { x: ax, y: ay }, b: { x: bx, y: by } };
    expect(lengthInside(segment, BOX)).toBeCloseTo(length, 9);
  });

  test('it is the same from either end, and never more than the whole', () => {
    const coordinate = fc.integer({ min: -40, max: 60 });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (ax, ay, bx, by) => {
        const a = { x: ax, y: ay };
        const b = { x: bx, y: by };
        const length = lengthInside({ a, b }, BOX);
        expect(lengthInside({ a: b, b: a }, BOX)).toBeCloseTo(length, 9);
        expect(length).toBeLessThanOrEqual(Math.hypot(bx - ax, by - ay) + 1e-9);
      }),
      { seed: 1962, numRuns: 500 },
    );
  });

  test('boxes that only touch do not overlap, unless air is asked for', () => {
    const beside = { ...BOX, x: 30 };
    expect(overlaps(BOX, beside)).toBe(false);
    expect(overlaps(BOX, beside, 1)).toBe(true);
    expect(inside(BOX, { x: 0, y: 0, width: 30, height: 20 })).toBe(true);
    expect(inside(BOX, { x: 0, y: 0, width: 29, height: 20 })).toBe(false);
  });
});
