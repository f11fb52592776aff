import { mean, quantileSorted, sampleVariance } from 'simple-statistics';

/** A column of outcomes, or what is made of one. */
export type Values = Float64Array;

/** The library reads by index and length alone, but declares arrays. */
function asArray(values: Values): readonly number[] {
  return values as unknown as readonly number[];
}

/**
 * The mean, its sum compensated (Neumaier 1974).
 *
 * @throws Error if there are no values
 */
export function meanOf(values: Values): number {
  return mean(asArray(values));
}

/**
 * The variance of a sample, over n − 1, in two passes.
 *
 * @throws Error if there are fewer than two values
 */
export function varianceOf(values: Values): number {
  return sampleVariance(asArray(values));
}

/**
 * The quantile at a share p in [0, 1] of values in ascending order, linear between them: definition
 * 7 of Hyndman and Fan (1996), "Sample Quantiles in Statistical Packages".
 *
 * @throws Error if there are no values
 */
export function quantileOf(sorted: Values, p: number): number {
  return quantileSorted(asArray(sorted), p);
}

/** The values that are there, in ascending order; NaN stands for none. */
export function ascending(values: Values): Values {
  const sorted = values.toSorted();
  let count = sorted.length;
  // A typed array sorts NaN behind everything.
  while (count > 0 && Number.isNaN(sorted[count - 1])) count -= 1;
  return sorted.subarray(0, count);
}

/** The values that are there, in their order; the same array where all are. */
export function present(values: Values): Values {
  return isComplete(values) ? values : values.filter((value) => !Number.isNaN(value));
}

/** Whether every value is there. */
export function isComplete(values: Values): boolean {
  for (const value of values) if (Number.isNaN(value)) return false;
  return true;
}
