import { describe, expect, test } from 'vitest';
import { hour, MIDNIGHT } from '../sample/two-towns.js';
import { DAY } from '../time/instant.js';
import { followed, framed, openingFrame, resized, threeDaysAround } from './frame.js';

const DAYS = { from: MIDNIGHT, to: MIDNIGHT + 3 * DAY };

describe('the window', () => {
  test('opens as wished on a laptop, and on a telephone around the handle with hours as wide', () => {
    expect(openingFrame(DAYS, hour(47), 1200)).toEqual(DAYS);
    const small = openingFrame(DAYS, hour(47), 350);
    expect(350 / ((small.to - small.from) / 3_600_000)).toBeCloseTo(14, 0);
    expect(small.from).toBeLessThan(hour(47));
    expect(small.to).toBeGreaterThan(hour(47));
  });

  test('follows the handle only where it leaves', () => {
    expect(followed(DAYS, hour(10))).toBe(DAYS);
    const later = followed(DAYS, hour(80));
    expect(later.to).toBeGreaterThan(hour(80));
    expect(later.to - later.from).toBe(3 * DAY);
  });

  test('on narrower paper it keeps the handle in sight, and rather still what is opened', () => {
    expect(resized(DAYS, 0.5, [])).toEqual({ from: MIDNIGHT, to: hour(36) });
    const handle = resized(DAYS, 0.5, [hour(50)]);
    expect(handle.to).toBeGreaterThan(hour(50));
    expect(handle.to - handle.from).toBe(36 * 3_600_000);
    const opened = resized(DAYS, 0.25, [hour(70), hour(5)]);
    expect(opened.from).toBeLessThan(hour(5));
    expect(resized(DAYS, 0.5, [hour(400)])).toEqual({ from: MIDNIGHT, to: hour(36) });
  });

  test('asked for in an address, it is never wider than the history, nor beside it', () => {
    const ages = { from: Date.UTC(1, 0), to: Date.UTC(9999, 0) };
    const kept = framed(ages, DAYS);
    expect(kept.to - kept.from).toBe(70 * DAY);
    expect(kept.to).toBeGreaterThanOrEqual(DAYS.from);
    const minute = framed({ from: hour(5), to: hour(5) + 60_000 }, DAYS);
    expect(minute).toEqual({ from: hour(5), to: hour(6) });
    expect(framed(DAYS, DAYS)).toEqual(DAYS);
  });

  test('three days around an instant are whole days', () => {
    expect(threeDaysAround(hour(30))).toEqual({ from: MIDNIGHT, to: MIDNIGHT + 3 * DAY });
  });
});
