import { exactExp } from './exact-exp.js';
import { exactLog } from './exact-log.js';
import { normalQuantile } from './normal-quantile.js';

/**
 * A probability distribution as a scenario declares it; delays are in milliseconds. The scenario's
 * check holds that low <= mode <= high, that medians and bounds under a logarithm are positive,
 * that sigma is not negative, and that samples are sorted, ascending and at least one.
 */
export type Distribution =
  | { readonly type: 'fixed'; readonly value: number }
  | { readonly type: 'uniform'; readonly low: number; readonly high: number }
  | {
      readonly type: 'triangular';
      readonly low: number;
      readonly mode: number;
      readonly high: number;
    }
  | { readonly type: 'lognormal'; readonly median: number; readonly sigma: number }
  | { readonly type: 'loguniform'; readonly low: number; readonly high: number }
  | { readonly type: 'empirical'; readonly samples: readonly number[] };

type Triangular = Extract<Distribution, { type: 'triangular' }>;
type Lognormal = Extract<Distribution, { type: 'lognormal' }>;
type Loguniform = Extract<Distribution, { type: 'loguniform' }>;

/** The value below which a share p of the distribution lies, 0 < p < 1. */
export function quantile(d: Distribution, p: number): number {
  switch (d.type) {
    case 'fixed':
      return d.value;
    case 'uniform':
      return clamp(d.low, d.low + p * (d.high - d.low), d.high);
    case 'triangular':
      return triangularQuantile(d, p);
    case 'lognormal':
      return lognormalQuantile(d, p);
    case 'loguniform':
      return loguniformQuantile(d, p);
    case 'empirical':
      return empiricalQuantile(d.samples, p);
  }
}

/**
 * A delay in whole milliseconds: the quantile at p, rounded up to the next millisecond (R5), and 0
 * where the distribution reaches below it.
 *
 * @throws RangeError if the quantile is NaN, infinite or beyond 2^53 (R8: a fault)
 */
export function delayMs(d: Distribution, p: number): number {
  const ms = Math.max(0, Math.ceil(quantile(d, p)));
  if (!Number.isSafeInteger(ms)) {
    throw new RangeError(`the ${d.type} delay at ${p} is ${ms} ms; it must be a finite time`);
  }
  return ms;
}

function triangularQuantile({ low, mode, high }: Triangular, p: number): number {
  const width = high - low;
  if (width === 0) return low;
  const risingShare = (mode - low) / width;
  if (p < risingShare) return clamp(low, low + Math.sqrt(p * width * (mode - low)), mode);
  return clamp(mode, high - Math.sqrt((1 - p) * width * (high - mode)), high);
}

function lognormalQuantile({ median, sigma }: Lognormal, p: number): number {
  return median * exactExp(sigma * normalQuantile(p));
}

function loguniformQuantile({ low, high }: Loguniform, p: number): number {
  return clamp(low, low * exactExp(p * exactLog(high / low)), high);
}

/** Linear between order statistics: definition 7 of Hyndman and Fan (1996). */
function empiricalQuantile(samples: readonly number[], p: number): number {
  const position = (samples.length - 1) * p;
  const index = Math.floor(position);
  const below = samples[index]!;
  const above = samples[index + 1] ?? below;
  return clamp(below, below + (position - index) * (above - below), above);
}

/** Keeps the last bit of a rounded result from reaching past a bound. */
function clamp(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
