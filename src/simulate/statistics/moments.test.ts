import { expect, test } from 'vitest';
import { ascending, meanOf, quantileOf, varianceOf } from './moments.js';

/** NIST Statistical Reference Datasets, univariate: NumAcc3 and NumAcc4, certified values. */
test.each([
  { offset: 1_000_000, places: 8 },
  { offset: 10_000_000, places: 7 },
])('mean and deviation are the certified ones around $offset', ({ offset, places }) => {
  const values = Float64Array.from({ length: 1001 }, (_, i) => {
    if (i === 0) return offset + 0.2;
    return offset + (i % 2 === 1 ? 0.1 : 0.3);
  });
  expect(meanOf(values)).toBeCloseTo(offset + 0.2, places);
  expect(Math.sqrt(varianceOf(values))).toBeCloseTo(0.1, places);
});

test('quantiles are linear between order statistics (Hyndman and Fan, definition 7)', () => {
  const sorted = ascending(Float64Array.of(4, NaN, 1, 3, 2));
  expect([...sorted]).toEqual([1, 2, 3, 4]);
  expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantileOf(sorted, p))).toEqual([1, 1.75, 2.5, 3.7, 4]);
});
