import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayMs, quantile, type Distribution } from './distribution.js';

const HOUR = 3_600_000;

const level = fc.double({ min: 1, max: 1e9, noNaN: true });
const share = fc.double({ min: 2 ** -55, max: 1 - 2 ** -53, noNaN: true });

function sorted(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}

const bounded: fc.Arbitrary<Distribution> = fc.oneof(
  fc.tuple(level, level).map((bounds) => {
    const [low, high] = sorted(bounds) as [number, number];
    return { type: 'uniform', low, high } as const;
  }),
  fc.tuple(level, level, level).map((corners) => {
    const [low, mode, high] = sorted(corners) as [number, number, number];
    return { type: 'triangular', low, mode, high } as const;
  }),
  fc.tuple(level, level).map((bounds) => {
    const [low, high] = sorted(bounds) as [number, number];
    return { type: 'loguniform', low, high } as const;
  }),
  fc
    .array(level, { minLength: 1, maxLength: 20 })
    .map((samples) => ({ type: 'empirical', samples: sorted(samples) }) as const),
);

const any: fc.Arbitrary<Distribution> = fc.oneof(
  bounded,
  level.map((value) => ({ type: 'fixed', value }) as const),
  fc
    .tuple(level, fc.double({ min: 0, max: 2, noNaN: true }))
    .map(([median, sigma]) => ({ type: 'lognormal', median, sigma }) as const),
);

describe('quantile', () => {
  it.each<[Distribution, number, number]>([
    [{ type: 'fixed', value: 15 }, 0.3, 15],
    [{ type: 'uniform', low: 10, high: 30 }, 0.25, 15],
    [{ type: 'triangular', low: 0, mode: 1, high: 4 }, 0.0625, 0.5],
    [{ type: 'triangular', low: 0, mode: 1, high: 4 }, 0.25, 1],
    [{ type: 'triangular', low: 0, mode: 1, high: 4 }, 1 - 1 / 12, 3],
    [{ type: 'triangular', low: 2, mode: 2, high: 2 }, 0.7, 2],
    [{ type: 'lognormal', median: 40, sigma: 0.8 }, 0.5, 40],
    [{ type: 'lognormal', median: 40, sigma: 1 }, 0.8413447460685429, 40 * Math.E],
    [{ type: 'loguniform', low: 0.01, high: 1 }, 0.5, 0.1],
    [{ type: 'empirical', samples: [10, 20, 40] }, 0.5, 20],
    [{ type: 'empirical', samples: [10, 20, 40] }, 0.75, 30],
    [{ type: 'empirical', samples: [10] }, 0.9, 10],
  ])('of %o at %d is %d', (d, p, expected) => {
    expect(Math.abs(quantile(d, p) - expected)).toBeLessThan(1e-13 * Math.abs(expected));
  });

  it('lies within the bounds of a bounded distribution', () => {
    fc.assert(
      fc.property(bounded, share, (d, p) => {
        const [low, high] =
          d.type === 'empirical'
            ? [d.samples[0]!, d.samples.at(-1)!]
            : [(d as { low: number }).low, (d as { high: number }).high];
        const value = quantile(d, p);
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }),
      { seed: 1962, numRuns: 2000 },
    );
  });

  it('does not fall as p rises, beyond the last bits', () => {
    fc.assert(
      fc.property(any, share, share, (d, p, q) => {
        const [lower, upper] = sorted([p, q]) as [number, number];
        expect(quantile(d, lower)).toBeLessThanOrEqual(quantile(d, upper) * (1 + 1e-14));
      }),
      { seed: 1962, numRuns: 2000 },
    );
  });
});

describe('delayMs', () => {
  it('R5: rounds the quantile up to the next millisecond', () => {
    expect(delayMs({ type: 'uniform', low: 0, high: 10 }, 0.3001)).toBe(4);
    expect(delayMs({ type: 'fixed', value: 900_000 }, 0.9)).toBe(900_000);
    expect(delayMs({ type: 'lognormal', median: HOUR, sigma: 0.8 }, 0.5)).toBe(HOUR);
  });

  it('R5, R8: is 0, and not -0, where the distribution reaches below 0', () => {
    expect(delayMs({ type: 'uniform', low: -10, high: 10 }, 0.25)).toBe(0);
    expect(delayMs({ type: 'uniform', low: -0.5, high: 0 }, 0.5)).toBe(0);
  });

  it('R8: takes a delay that is no finite time for a fault', () => {
    expect(() => delayMs({ type: 'fixed', value: NaN }, 0.5)).toThrow(RangeError);
    expect(() => delayMs({ type: 'fixed', value: Infinity }, 0.5)).toThrow(RangeError);
    expect(() => delayMs({ type: 'lognormal', median: 1, sigma: 500 }, 0.999)).toThrow(RangeError);
  });

  it('R5: is the least whole number of milliseconds that covers the quantile', () => {
    fc.assert(
      fc.property(any, share, (d, p) => {
        const ms = delayMs(d, p);
        const value = quantile(d, p);
        expect(Number.isSafeInteger(ms)).toBe(true);
        expect(ms).toBeGreaterThanOrEqual(value);
        expect(ms - 1).toBeLessThan(value);
      }),
      { seed: 1962, numRuns: 2000 },
    );
  });
});
