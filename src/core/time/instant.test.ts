import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, formatInstant, formatMinute, isCivilDate, parseInstant } from './instant.js';

const FIRST = -62_167_219_200_000;
const LAST = 253_402_300_799_999;

describe('parseInstant', () => {
  it.each([
    ['1970-01-01T00:00Z', 0],
    ['1962-10-28T06:00Z', -226_519_200_000],
    ['1962-10-27T18:00-04:00', -226_548_000_000],
    ['1962-10-28T09:00+03:00', -226_519_200_000],
    ['2000-02-29T23:59:59.9Z', 951_868_799_900],
    ['1969-12-31T23:59:59.999Z', -1],
    ['0000-01-01T00:00:00.000Z', FIRST],
    ['9999-12-31T23:59:59.999Z', LAST],
    ['1970-01-01T00:00-00:00', 0],
  ])('R1: reads %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it.each([
    ['a date alone', '1962-10-27'],
    ['an hour without a zone', '1962-10-27T18:00'],
    ['a zone without minutes', '1962-10-27T18:00-04'],
    ['an hour without minutes', '1962-10-27T18Z'],
    ['a blank instead of T', '1962-10-27 18:00Z'],
    ['small letters', '1962-10-27t18:00z'],
    ['basic format', '19621027T1800Z'],
    ['more decimals than milliseconds', '1962-10-27T18:00:00.0000Z'],
    ['29 February of a common year', '1962-02-29T00:00Z'],
    ['29 February 1900', '1900-02-29T00:00Z'],
    ['31 September', '1962-09-31T00:00Z'],
    ['month 13', '1962-13-01T00:00Z'],
    ['day 0', '1962-10-00T00:00Z'],
    ['hour 24', '1962-10-27T24:00Z'],
    ['minute 60', '1962-10-27T18:60Z'],
    ['second 60', '1962-10-27T18:00:60Z'],
    ['an offset of a day', '1962-10-27T18:00+24:00'],
    ['an offset of 60 minutes', '1962-10-27T18:00+00:60'],
    ['an instant before the year 0000', '0000-01-01T00:00+00:01'],
    ['an instant after the year 9999', '9999-12-31T23:59-00:01'],
    ['trailing text', '1962-10-27T18:00Z.'],
    ['a line break', '1962-10-27T18:00Z\n'],
    ['nothing', ''],
  ])('R1: refuses %s', (_, text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

describe('formatInstant and formatMinute', () => {
  it('writes seconds and milliseconds where there are any', () => {
    expect(formatInstant(-226_519_200_000)).toBe('1962-10-28T06:00:00.000Z');
    expect(formatMinute(-226_519_200_000)).toBe('1962-10-28T06:00Z');
    expect(formatMinute(-226_519_199_000)).toBe('1962-10-28T06:00:01.000Z');
    expect(formatMinute(-1)).toBe('1969-12-31T23:59:59.999Z');
    expect(formatInstant(-0)).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each([FIRST - 1, LAST + 1, 0.5, NaN, Infinity])('refuses %d', (t) => {
    expect(() => formatInstant(t)).toThrow(RangeError);
  });

  it('agrees with the host calendar on every instant, there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (t) => {
        expect(formatInstant(t)).toBe(new Date(t).toISOString());
        expect(parseInstant(formatInstant(t))).toBe(t);
        expect(parseInstant(formatMinute(t))).toBe(t);
      }),
      { seed: 1962, numRuns: 5000 },
    );
  });
});

describe('civilDay', () => {
  it('agrees with the host calendar on each day of four centuries and their seams, both ways', () => {
    const days = Array.from({ length: 366 * 401 }, (_, i) => civilDay(1799, 12, 31) + i * 864e5);
    const wrong = days.filter((t) => {
      const host = new Date(t);
      const back = civilDay(host.getUTCFullYear(), host.getUTCMonth() + 1, host.getUTCDate());
      return back !== t || formatInstant(t) !== host.toISOString();
    });
    expect(wrong).toEqual([]);
  });

  it('refuses a date that the calendar does not have', () => {
    expect(() => civilDay(1962, 2, 29)).toThrow(RangeError);
    expect(() => civilDay(1962, 10, 1.5)).toThrow(RangeError);
    expect(isCivilDate(2000, 2, 29)).toBe(true);
    expect(isCivilDate(1900, 2, 29)).toBe(false);
    expect(isCivilDate(-1, 1, 1)).toBe(false);
    expect(isCivilDate(10_000, 1, 1)).toBe(false);
  });
});
