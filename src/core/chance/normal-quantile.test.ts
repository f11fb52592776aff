import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.js';

describe('normalQuantile', () => {
  it.each([
    // The three check values of Wichura (1988), one for each of his intervals.
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
    // Tabulated percentage points.
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9, 1.2815515655446004],
  ])('at %d is %d to 16 figures', (p, expected) => {
    expect(Math.abs(normalQuantile(p) / expected - 1)).toBeLessThan(4e-16);
  });

  it('is 0, and not -0, at one half', () => {
    expect(normalQuantile(0.5)).toBe(0);
  });

  it('is odd about one half wherever 1 - p is exact', () => {
    for (let i = 1; i < 2048; i += 1) {
      expect(normalQuantile(1 - i / 4096)).toBe(-normalQuantile(i / 4096));
    }
  });

  it('rises with p, across the seams between its intervals too', () => {
    const deviates = Array.from({ length: 99_999 }, (_, i) => normalQuantile((i + 1) / 100_000));
    expect(deviates.findIndex((deviate, i) => i > 0 && deviate <= deviates[i - 1]!)).toBe(-1);
  });

  it('is infinite at 0 and 1, and NaN outside', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(NaN)).toBeNaN();
  });
});
