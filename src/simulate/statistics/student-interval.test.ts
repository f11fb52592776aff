import { expect, test } from 'vitest';
import { studentDeviate, studentInterval } from './student-interval.js';

/** Fisher and Yates, Statistical Tables, Table III (two-sided 5 %). */
const PUBLISHED: readonly (readonly [number, number])[] = [
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [5, 2.571],
  [9, 2.262],
  [12, 2.179],
  [13, 2.16],
  [15, 2.131],
  [20, 2.086],
  [30, 2.042],
  [40, 2.021],
  [60, 2],
  [120, 1.98],
];

test('the deviates are those of the published table', () => {
  const made = PUBLISHED.map(([freedom]) => Number(studentDeviate(freedom).toFixed(3)));
  expect(made).toEqual(PUBLISHED.map(([, deviate]) => deviate));
});

test('they fall without a jump where the table ends, down to the normal deviate', () => {
  const falls = Array.from({ length: 40 }, (_, i) => studentDeviate(i + 1) - studentDeviate(i + 2));
  expect(falls.every((fall, i) => fall > 0 && (i === 0 || fall < falls[i - 1]!))).toBe(true);
  expect(studentDeviate(1_000_000)).toBeCloseTo(1.959966, 6);
});

/** Student 1908, Section IX: additional hours of sleep, the second drug less the first. */
test("the interval of Student's own example is the known one", () => {
  const gains = Float64Array.of(1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4);
  const { mean, variance } = studentInterval(gains);
  expect(mean.value).toBeCloseTo(1.58, 12);
  expect(mean.low).toBeCloseTo(0.7001, 4);
  expect(mean.high).toBeCloseTo(2.4599, 4);
  expect(Math.sqrt(variance)).toBeCloseTo(1.23, 3);
});
