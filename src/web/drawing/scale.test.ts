import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hour, MIDNIGHT } from '../sample/two-towns.js';
import { DAY, HOUR } from '../time/instant.js';
import { NARROWEST, panned, reaching, timeAt, WIDEST, within, xOf, zoomed } from './scale.js';
import { dayTicks, monthTicks, timeTicks } from './ticks.js';

const SEED = { seed: 1962, numRuns: 300 };
const DAYS = { from: MIDNIGHT, to: MIDNIGHT + 3 * DAY };
const SCALE = { ...DAYS, left: 100, right: 1324 };

describe('the scale', () => {
  test('three days on 1224 pixels are 17 pixels an hour, everywhere', () => {
    for (const hours of [0, 1, 30, 71]) {
      expect(xOf(SCALE, hour(hours + 1)) - xOf(SCALE, hour(hours))).toBeCloseTo(17, 9);
    }
  });

  test('a place on paper and its instant are each other’s', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 72, noNaN: true }), (hours) => {
        expect(timeAt(SCALE, xOf(SCALE, hour(hours)))).toBeCloseTo(hour(hours), 3);
      }),
      SEED,
    );
  });

  test('zooming keeps its anchor where it stands, from an hour to ten weeks', () => {
    const closer = zoomed(DAYS, 0.5, hour(36));
    expect(closer).toEqual({ from: hour(18), to: hour(54) });
    const hourLong = zoomed(DAYS, 0, hour(36));
    expect(hourLong.to - hourLong.from).toBe(NARROWEST);
    const widest = zoomed(DAYS, 1e6, hour(36));
    expect(widest.to - widest.from).toBe(WIDEST);
    expect(WIDEST).toBe(70 * DAY);
  });

  test('a window reaches for what left it, and stays inside its bounds', () => {
    expect(reaching(DAYS, hour(36))).toEqual(DAYS);
    expect(reaching(DAYS, hour(100)).to).toBeGreaterThan(hour(100));
    expect(within(panned(DAYS, -DAY), { from: MIDNIGHT, to: hour(240) })).toEqual(DAYS);
  });
});

describe('ticks', () => {
  test('times of day keep room to be read', () => {
    expect(
      timeTicks(SCALE)
        .map(({ label }) => label)
        .slice(0, 3),
    ).toEqual(['00:00Z', '06:00Z', '12:00Z']);
    const anHour = { from: hour(5), to: hour(6), left: 0, right: 1200 };
    expect(timeTicks(anHour)[1]).toEqual({ t: hour(5) + HOUR / 12, label: '05:05Z' });
  });

  test('days fall on midnights, and on Sundays where they crowd', () => {
    expect(dayTicks(SCALE)).toHaveLength(4);
    const weeks = { from: MIDNIGHT, to: MIDNIGHT + 70 * DAY, left: 0, right: 1200 };
    expect(dayTicks(weeks)).toHaveLength(10);
    expect(dayTicks(weeks).every((t) => new Date(t).getUTCDay() === 0)).toBe(true);
    expect(monthTicks(weeks).map(({ label }) => label)).toEqual(['May', 'June', 'July']);
  });
});
