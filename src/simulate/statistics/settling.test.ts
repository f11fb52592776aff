import { expect, test } from 'vitest';
import { settlingPoints } from './settling.js';
import { thirdsOf } from './thirds.js';

test('points stand at one, two and five of each power of ten, and at the total', () => {
  expect(settlingPoints(1000)).toEqual([10, 20, 50, 100, 200, 500, 1000]);
  expect(settlingPoints(1234).slice(-3)).toEqual([500, 1000, 1234]);
  expect(settlingPoints(7)).toEqual([7]);
});

test('thirds are by count, and there are none of what does not vary', () => {
  const values = Float64Array.of(7, 1, 5, NaN, 3, 2, 6, 4);
  expect(thirdsOf(values)).toEqual({ least: 1, lowTop: 2, highBottom: 6, greatest: 7 });
  expect(thirdsOf(Float64Array.of(1, 2))).toBeNull();
  expect(thirdsOf(Float64Array.of(2, 2, 2, 2))).toBeNull();
});
