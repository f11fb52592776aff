import type { Convergence, Interval, Share } from '../summary.js';
import type { Values } from '../statistics/moments.js';
import { settlingPoints } from '../statistics/settling.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import type { EndingName } from './material.js';

export function endingShares(endings: readonly EndingName[], ending: Values): Share[] {
  return endings.map(({ name, title }, position) => {
    const count = countOf(ending, position);
    return { name, title, count, share: wilsonInterval(count / ending.length, ending.length) };
  });
}

/** How often a value occurs. */
export function countOf(values: Values, wanted: number): number {
  let count = 0;
  for (const value of values) if (value === wanted) count += 1;
  return count;
}

/** How each ending's share settles: over the first 10, 20, 50, … runs. */
export function convergence(endings: readonly EndingName[], ending: Values): Convergence[] {
  const points = settlingPoints(ending.length);
  return endings.map(({ name }, position) => ({
    ending: name,
    points: points.map((runs) => ({
      runs,
      ...shareOf(ending.subarray(0, runs), position),
    })),
  }));
}

function shareOf(values: Values, wanted: number): Interval {
  return wilsonInterval(countOf(values, wanted) / values.length, values.length);
}
