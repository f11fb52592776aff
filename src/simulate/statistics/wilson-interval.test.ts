import { expect, test } from 'vitest';
import { normalQuantile } from '../../core/chance/normal-quantile.js';
import { NORMAL_DEVIATE } from './normal-deviate.js';
import { wilsonInterval } from './wilson-interval.js';

/** Newcombe 1998, "Two-sided confidence intervals for the single proportion", Table I, method 3. */
const PUBLISHED = [
  { count: 81, n: 263, low: 0.2553, high: 0.3662 },
  { count: 15, n: 148, low: 0.0624, high: 0.1605 },
  { count: 0, n: 20, low: 0, high: 0.1611 },
  { count: 1, n: 29, low: 0.0061, high: 0.1718 },
];

for (const { count, n, low, high } of PUBLISHED) {
  test(`the interval of ${count} in ${n} is the published one`, () => {
    const interval = wilsonInterval(count / n, n);
    expect(interval.value).toBe(count / n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
}

test('the limits are the shares that a score test would just not reject', () => {
  const { value, low, high } = wilsonInterval(31 / 1000, 1000);
  for (const limit of [low, high]) {
    const score = (value - limit) / Math.sqrt((limit * (1 - limit)) / 1000);
    expect(Math.abs(score)).toBeCloseTo(NORMAL_DEVIATE, 9);
  }
});

test('nothing and all keep within their bounds to the last bit', () => {
  for (const n of [1, 7, 333, 10_000]) {
    expect(wilsonInterval(0, n).low).toBe(0);
    expect(wilsonInterval(1, n).high).toBe(1);
    expect(wilsonInterval(1, n).low).toBeCloseTo(1 - wilsonInterval(0, n).high, 12);
  }
});

test('the deviate is that of the exact arithmetic', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(NORMAL_DEVIATE, 14);
});
