import type { Interval } from '../summary.js';
import { NORMAL_DEVIATE } from './normal-deviate.js';

const Z2 = NORMAL_DEVIATE * NORMAL_DEVIATE;

/**
 * A share with its 95 % score interval (Wilson 1927, "Probable inference, the law of succession,
 * and statistical inference"), without correction for continuity: all shares that a score test at
 * 5 % would not reject. It keeps within [0, 1], and says something where the count is 0 or all.
 *
 * @param share observed, in [0, 1]
 * @param n of how many, above 0; need not be whole (see `incidence-curve.ts`)
 */
export function wilsonInterval(share: number, n: number): Interval {
  const centre = share + Z2 / (2 * n);
  const spread = NORMAL_DEVIATE * Math.sqrt((share * (1 - share)) / n + Z2 / (4 * n * n));
  const scale = 1 + Z2 / n;
  return {
    value: share,
    // At the ends the two terms are equal, and the last bit must not reach past them.
    low: share === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: share === 1 ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
