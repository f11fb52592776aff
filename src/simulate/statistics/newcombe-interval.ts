import type { Interval } from '../summary.js';
import { wilsonInterval } from './wilson-interval.js';

/** How often something held in both histories of a pair, in one of them, or in neither. */
export interface PairCounts {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number;
}

/**
 * The difference of two shares seen in the same pairs, second less first, with its 95 % interval:
 * Newcombe 1998, "Improved confidence intervals for the difference between binomial proportions
 * based on paired data", method 10. The limits are the score limits of both shares, squared and
 * added, less what the pairs have in common. Unlike the usual interval it does not shrink to
 * nothing where no pair differs.
 */
export function newcombeInterval(pairs: PairCounts): Interval {
  const n = pairs.both + pairs.firstOnly + pairs.secondOnly + pairs.neither;
  const first = wilsonInterval((pairs.both + pairs.firstOnly) / n, n);
  const second = wilsonInterval((pairs.both + pairs.secondOnly) / n, n);
  const value = (pairs.secondOnly - pairs.firstOnly) / n;
  const phi = correlation(pairs, n);
  return {
    value,
    low: value - together(second.value - second.low, first.high - first.value, phi),
    high: value + together(first.value - first.low, second.high - second.value, phi),
  };
}

function together(a: number, b: number, phi: number): number {
  return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
}

/** Phi of the fourfold table, corrected for continuity where it is positive, as Newcombe has it. */
function correlation({ both, firstOnly, secondOnly, neither }: PairCounts, n: number): number {
  const first = both + firstOnly;
  const second = both + secondOnly;
  const margins = first * (n - first) * (second * (n - second));
  if (margins === 0) return 0;
  const product = both * neither - firstOnly * secondOnly;
  const corrected = product > 0 ? Math.max(0, product - n / 2) : product;
  return corrected / Math.sqrt(margins);
}
