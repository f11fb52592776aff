import { expect, test } from 'vitest';
import { newcombeInterval } from './newcombe-interval.js';

/**
 * Fagerland, Lydersen and Laake 2014, "Recommended tests and confidence intervals for paired
 * binomial proportions": airway hyper-responsiveness before and after a transplantation (Bentur et
 * al. 2009) and complete response before and after consolidation (Cavo et al. 2012). They give
 * first less second.
 */
test('the interval is the published one for small and larger numbers of pairs', () => {
  const small = newcombeInterval({ both: 1, firstOnly: 1, secondOnly: 7, neither: 12 });
  expect(small.value).toBeCloseTo(0.286, 3);
  expect(small.low).toBeCloseTo(0.026, 3);
  expect(small.high).toBeCloseTo(0.507, 3);
  const larger = newcombeInterval({ both: 59, firstOnly: 6, secondOnly: 16, neither: 80 });
  expect(larger.value).toBeCloseTo(0.0621, 4);
  expect(larger.low).toBeCloseTo(0.0046, 4);
  expect(larger.high).toBeCloseTo(0.1186, 4);
});

test('the other way round it is the same with its signs turned', () => {
  const forth = newcombeInterval({ both: 59, firstOnly: 6, secondOnly: 16, neither: 80 });
  const back = newcombeInterval({ both: 59, firstOnly: 16, secondOnly: 6, neither: 80 });
  expect(back.low).toBeCloseTo(-forth.high, 14);
  expect(back.high).toBeCloseTo(-forth.low, 14);
});

test('where no pair differs there is still an interval, unless nothing ever happened', () => {
  const same = newcombeInterval({ both: 30, firstOnly: 0, secondOnly: 0, neither: 970 });
  expect(same.value).toBe(0);
  expect(same.low).toBeLessThan(0);
  expect(same.high).toBeGreaterThan(0);
  const never = newcombeInterval({ both: 0, firstOnly: 0, secondOnly: 0, neither: 1000 });
  expect(never.high).toBeLessThan(0.006);
  expect(never.low).toBe(-never.high);
});
