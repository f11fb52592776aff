import { describe, expect, it } from 'vitest';
import { parseInstant } from './instant.js';
import { civilDayInterval, localText, offsetAt, type Zone } from './zone.js';

const ALWAYS = Number.MIN_SAFE_INTEGER;
const HOUR = 3_600_000;

const washington: Zone = [
  { from: ALWAYS, offset: -300, name: 'EST' },
  { from: at('1962-04-29T07:00Z'), offset: -240, name: 'EDT' },
  { from: at('1962-10-28T06:00Z'), offset: -300, name: 'EST' },
];
const moscow: Zone = [{ from: ALWAYS, offset: 180, name: 'MSK' }];
const havana: Zone = [{ from: ALWAYS, offset: -300, name: 'CST' }];
const kathmandu: Zone = [{ from: ALWAYS, offset: 330, name: 'IST' }];
/** Went from UTC-10 to UTC+14 by leaving out a Friday. */
const apia: Zone = [
  { from: ALWAYS, offset: -600, name: '-10' },
  { from: at('2011-12-30T10:00Z'), offset: 840, name: '+14' },
];

function at(text: string): number {
  return parseInstant(text)!;
}

describe('offsetAt', () => {
  it('R1: puts the clocks of Washington back at 1962-10-28T06:00Z, to the millisecond', () => {
    expect(offsetAt(washington, at('1962-10-28T06:00Z') - 1)).toBe(-240);
    expect(offsetAt(washington, at('1962-10-28T06:00Z'))).toBe(-300);
    expect(offsetAt(washington, at('1962-01-01T00:00Z'))).toBe(-300);
  });

  it('refuses a zone without spans', () => {
    expect(() => offsetAt([], 0)).toThrow(RangeError);
  });
});

describe('localText', () => {
  it.each([
    [washington, '1962-10-27T23:00Z', '1962-10-27T19:00-04:00'],
    [washington, '1962-10-28T05:30Z', '1962-10-28T01:30-04:00'],
    [washington, '1962-10-28T06:30Z', '1962-10-28T01:30-05:00'],
    [moscow, '1962-10-27T23:00Z', '1962-10-28T02:00+03:00'],
    [havana, '1962-10-27T17:00:30Z', '1962-10-27T12:00:30.000-05:00'],
    [kathmandu, '1962-10-27T00:00Z', '1962-10-27T05:30+05:30'],
  ])('R1: of %o at %s is %s, and reads back as the same instant', (zone, utc, expected) => {
    expect(localText(zone, at(utc))).toBe(expected);
    expect(parseInstant(expected)).toBe(at(utc));
  });
});

describe('civilDayInterval', () => {
  it('R2: runs from the first to the last millisecond of the day at the place', () => {
    expect(civilDayInterval(moscow, 1962, 10, 27)).toEqual({
      earliest: at('1962-10-26T21:00Z'),
      latest: at('1962-10-27T20:59:59.999Z'),
    });
  });

  it('R1: has 25 hours on the day on which clocks go back, 23 when they go forward', () => {
    const back = civilDayInterval(washington, 1962, 10, 28);
    expect(back.earliest).toBe(at('1962-10-28T04:00Z'));
    expect(back.latest - back.earliest + 1).toBe(25 * HOUR);
    const forward = civilDayInterval(washington, 1962, 4, 29);
    expect(forward.latest - forward.earliest + 1).toBe(23 * HOUR);
  });

  it('meets the day before and the day after without gap or overlap', () => {
    const ends = [26, 27, 28, 29, 30].map((day) => civilDayInterval(washington, 1962, 10, day));
    for (let i = 1; i < ends.length; i += 1) {
      expect(ends[i]!.earliest).toBe(ends[i - 1]!.latest + 1);
    }
  });

  it('refuses a day that the calendar or the place left out', () => {
    expect(() => civilDayInterval(moscow, 1962, 9, 31)).toThrow(RangeError);
    expect(() => civilDayInterval(apia, 2011, 12, 30)).toThrow(RangeError);
    expect(civilDayInterval(apia, 2011, 12, 31).earliest).toBe(at('2011-12-30T10:00Z'));
  });
});
