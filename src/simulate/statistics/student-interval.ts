import type { Interval } from '../summary.js';
import { meanOf, varianceOf, type Values } from './moments.js';
import { NORMAL_DEVIATE } from './normal-deviate.js';

/** The deviate at 97.5 % for 1, 2, … degrees of freedom, where the series below is too coarse. */
const FEW: readonly number[] = [
  12.70620473617, 4.30265272975, 3.18244630528, 2.7764451052, 2.57058183564, 2.44691185114,
  2.36462425159, 2.3060041352, 2.2621571628, 2.22813885199, 2.20098516009, 2.17881282967,
];

/**
 * Student's deviate at 97.5 %: from a table up to 12 degrees of freedom, above by the first terms
 * of the expansion about the normal (Fisher and Cornish 1960; Abramowitz and Stegun, 26.7.5),
 * within 3·10⁻⁶. Only + − × ÷, so that it is the same everywhere.
 *
 * @param freedom degrees of freedom, a whole number above 0
 */
export function studentDeviate(freedom: number): number {
  const listed = FEW[freedom - 1];
  if (listed !== undefined) return listed;
  const z = NORMAL_DEVIATE;
  const s = z * z;
  const first = (z * (s + 1)) / 4;
  const second = (z * ((5 * s + 16) * s + 3)) / 96;
  const third = (z * (((3 * s + 19) * s + 17) * s - 15)) / 384;
  const fourth = (z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945)) / 92160;
  const v = freedom;
  return z + (first + (second + (third + fourth / v) / v) / v) / v;
}

/** A mean with its 95 % interval, and the variance that it comes from. */
export interface MeanWithSpread {
  readonly mean: Interval;
  readonly variance: number;
}

/**
 * The mean with its 95 % interval after Student (1908), "The probable error of a mean": right for
 * values that are about normal, or many.
 *
 * @throws Error if there are fewer than two values
 */
export function studentInterval(values: Values): MeanWithSpread {
  const value = meanOf(values);
  const variance = varianceOf(values);
  const half = studentDeviate(values.length - 1) * Math.sqrt(variance / values.length);
  return { mean: { value, low: value - half, high: value + half }, variance };
}
