/**
 * Tests of a sample against an exact law. Critical values are at the level 0.001: a right engine
 * fails one in a thousand seeds, and the seeds of tests are fixed.
 */

/** 0.999 quantiles of the chi-square law, by degrees of freedom (standard tables). */
const CHI_SQUARE: Readonly<Record<number, number>> = {
  7: 24.322,
  8: 26.124,
  9: 27.877,
  10: 29.588,
  11: 31.264,
  12: 32.909,
  13: 34.528,
};

/** Pearson's statistic of counts against what the law expects, and its critical value. */
export function chiSquare(
  observed: readonly number[],
  expected: readonly number[],
): { readonly statistic: number; readonly critical: number } {
  const statistic = observed.reduce((sum, o, i) => sum + (o - expected[i]!) ** 2 / expected[i]!, 0);
  const critical = CHI_SQUARE[observed.length - 1];
  if (critical === undefined) throw new Error(`no critical value for ${observed.length} classes`);
  return { statistic, critical };
}

/** How often each count came, 0, 1, … and all from `last` on together. */
export function histogram(counts: Iterable<number>, last: number): number[] {
  const bins = Array.from({ length: last + 1 }, () => 0);
  for (const count of counts) bins[Math.min(count, last)]!++;
  return bins;
}

/** What `histogram` expects of n draws of the Poisson law. */
export function poisson(mean: number, last: number, n: number): number[] {
  const shares: number[] = [];
  for (let k = 0, share = Math.exp(-mean); k < last; k++, share *= mean / k) shares.push(share);
  const rest = 1 - shares.reduce((sum, share) => sum + share, 0);
  return [...shares, rest].map((share) => n * share);
}

/**
 * Kolmogorov's distance of a sample from a continuous law times √n, and its critical value
 * (1.9495: the 0.999 quantile of the limit law).
 */
export function kolmogorov(
  sample: readonly number[],
  law: (x: number) => number,
): { readonly statistic: number; readonly critical: number } {
  const sorted = Float64Array.from(sample).toSorted();
  const n = sorted.length;
  let distance = 0;
  sorted.forEach((x, i) => {
    const share = law(x);
    distance = Math.max(distance, share - i / n, (i + 1) / n - share);
  });
  return { statistic: distance * Math.sqrt(n), critical: 1.9495 };
}

/** The standard normal distribution function, by its power series: good to 1e-12 within ±6. */
export function normalLaw(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
    term *= (-x * x * (2 * k - 1)) / (2 * k * (2 * k + 1));
    sum += term;
  }
  return Math.min(1, Math.max(0, 0.5 + sum / Math.sqrt(2 * Math.PI)));
}
