import type { Distribution } from '../../core/chance/distribution.js';

export type DistributionResult =
  | { readonly type: 'distribution'; readonly distribution: Distribution }
  /** `order`: the numbers are there but not in their order or range, for the stated reason. */
  | { readonly type: 'form' }
  | { readonly type: 'order'; readonly reason: string };

/** How each number of a distribution is read: as a duration, or as it stands. */
export type ReadNumber = (word: string) => number | null;

const SIZES: Readonly<Record<string, number>> = {
  fixed: 1,
  uniform: 2,
  triangular: 3,
  loguniform: 2,
};

/**
 * Reads `15min`, `fixed 15min`, `uniform 1h 2h`, `triangular 2h 4h 9h`, `lognormal median 40min
 * sigma 0.8`, `loguniform 0.01 0.3` or `empirical 65min 80min 555min`.
 */
export function parseDistribution(text: string, read: ReadNumber): DistributionResult {
  const [name = '', ...words] = text.trim().split(/\s+/);
  if (words.length === 0) return fixed(read(name));
  if (name === 'lognormal') return lognormal(words, read);
  const values = words.map(read);
  if (values.some((value) => value === null)) return { type: 'form' };
  if (name === 'empirical') return empirical(values as number[]);
  if (SIZES[name] !== values.length) return { type: 'form' };
  return ordered(name, values as number[]);
}

function made(distribution: Distribution): DistributionResult {
  return { type: 'distribution', distribution };
}

function fixed(value: number | null): DistributionResult {
  return value === null ? { type: 'form' } : made({ type: 'fixed', value });
}

function ordered(name: string, values: readonly number[]): DistributionResult {
  const [a, b, c] = values as [number, number, number];
  if (name === 'fixed') return fixed(a);
  if (values.some((value, i) => i > 0 && value < values[i - 1]!)) {
    return { type: 'order', reason: `the numbers of ${name} go from low to high` };
  }
  if (name === 'uniform') return made({ type: 'uniform', low: a, high: b });
  if (name === 'triangular') return made({ type: 'triangular', low: a, mode: b, high: c });
  if (a <= 0) return { type: 'order', reason: 'loguniform needs numbers above 0' };
  return made({ type: 'loguniform', low: a, high: b });
}

function lognormal(words: readonly string[], read: ReadNumber): DistributionResult {
  const [medianWord, median, sigmaWord, sigma] = words;
  if (words.length !== 4 || medianWord !== 'median' || sigmaWord !== 'sigma')
    return { type: 'form' };
  const [m, s] = [read(median!), plainNumber(sigma!)];
  if (m === null || s === null) return { type: 'form' };
  if (m <= 0) return { type: 'order', reason: 'the median of lognormal is above 0' };
  if (s < 0 || s > 10)
    return { type: 'order', reason: 'the sigma of lognormal is between 0 and 10' };
  return made({ type: 'lognormal', median: m, sigma: s });
}

function empirical(values: readonly number[]): DistributionResult {
  const sorted = values.every((value, i) => i === 0 || values[i - 1]! <= value);
  if (!sorted) return { type: 'order', reason: 'the samples of empirical go from low to high' };
  return made({ type: 'empirical', samples: values });
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i;

/** A finite number in decimal notation, or null. */
export function plainNumber(word: string): number | null {
  if (!NUMBER.test(word)) return null;
  const value = Number(word);
  return Number.isFinite(value) ? value + 0 : null;
}
