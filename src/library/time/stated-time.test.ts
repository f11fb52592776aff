import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentTime } from '../document.js';
import {
  clockTime,
  dayTime,
  daysTime,
  isPlaced,
  monthTime,
  offsetTime,
  yearTime,
} from './stated-time.js';

const at = (place: string | null) => ({ stated: 'as stated', place, inferred: false });
const day = (month: number, date: number) => ({ year: 1962, month, day: date });
const clock = (hour: number, minute = 0) => ({ hour, minute, about: false });
const span = (time: DocumentTime | null) =>
  time === null
    ? null
    : `${new Date(time.earliest).toISOString()} ${new Date(time.latest).toISOString()}`;

describe('a time as a document states it', () => {
  test('R1: New York goes back at 06:00Z on 28 October 1962; Moscow and Havana do not', () => {
    const evening = (place: string, date: number) =>
      clockTime(day(10, date), clock(18), at(place))?.local;
    expect(evening('Washington', 27)).toBe('1962-10-27T18:00-04:00');
    expect(evening('Washington', 28)).toBe('1962-10-28T18:00-05:00');
    expect(evening('New York', 28)).toBe('1962-10-28T18:00-05:00');
    expect(evening('Moscow', 27)).toBe('1962-10-27T18:00+03:00');
    expect(evening('Moscow', 28)).toBe('1962-10-28T18:00+03:00');
    expect(evening('Havana', 27)).toBe('1962-10-27T18:00-05:00');
    expect(evening('Havana', 28)).toBe('1962-10-28T18:00-05:00');
    expect(evening('Greenwich', 24)).toBe('1962-10-24T18:00+00:00');
  });

  test('the day on which clocks go back has 25 hours, the one on which they go on 23', () => {
    expect(span(dayTime(day(10, 28), at('Washington')))).toBe(
      '1962-10-28T04:00:00.000Z 1962-10-29T04:59:59.999Z',
    );
    expect(span(dayTime(day(4, 29), at('Washington')))).toBe(
      '1962-04-29T05:00:00.000Z 1962-04-30T03:59:59.999Z',
    );
  });

  test('an hour that a clock skips is none; one that it shows twice may be either', () => {
    expect(clockTime(day(4, 29), clock(2, 30), at('Washington'))).toBeNull();
    expect(clockTime(day(10, 28), clock(1, 30), at('Washington'))).toMatchObject({
      earliest: Date.UTC(1962, 9, 28, 5, 30),
      latest: Date.UTC(1962, 9, 28, 6, 30, 59, 999),
      precision: 'interval',
      local: '1962-10-28T01:30',
    });
  });

  test('about an hour is half an hour either way', () => {
    expect(clockTime(day(10, 22), { ...clock(18), about: true }, at('Washington'))).toMatchObject({
      earliest: Date.UTC(1962, 9, 22, 21, 30),
      latest: Date.UTC(1962, 9, 22, 22, 30),
      precision: 'hour',
    });
  });

  test('a time on no known clock spans all clocks of the earth, as stated', () => {
    expect(isPlaced('Northbank')).toBe(false);
    expect(isPlaced(null)).toBe(false);
    expect(isPlaced('Moscow')).toBe(true);
    expect(span(dayTime(day(11, 5), at(null)))).toBe(
      '1962-11-04T10:00:00.000Z 1962-11-06T11:59:59.999Z',
    );
    expect(clockTime(day(11, 5), clock(6), at('Northbank'))).toMatchObject({
      earliest: Date.UTC(1962, 10, 4, 16),
      latest: Date.UTC(1962, 10, 5, 18, 0, 59, 999),
      local: '1962-11-05T06:00',
      place: 'Northbank',
      stated: 'as stated',
    });
  });

  test('months, years and runs of days', () => {
    expect(monthTime(1962, 2, at('Moscow'))).toMatchObject({
      local: '1962-02',
      precision: 'month',
    });
    expect(span(monthTime(1962, 2, at('Moscow')))).toBe(
      '1962-01-31T21:00:00.000Z 1962-02-28T20:59:59.999Z',
    );
    expect(span(yearTime(1996, at('Washington')))).toBe(
      '1996-01-01T05:00:00.000Z 1997-01-01T04:59:59.999Z',
    );
    expect(daysTime(day(10, 21), day(10, 25), at('London'))).toMatchObject({
      local: '1962-10-21/1962-10-25',
      precision: 'interval',
    });
    expect(daysTime(day(10, 25), day(10, 21), at('London'))).toBeNull();
  });

  test('a day that no calendar has is no time', () => {
    expect(dayTime(day(2, 30), at('Moscow'))).toBeNull();
    expect(clockTime(day(11, 31), clock(6), at('Moscow'))).toBeNull();
    expect(monthTime(1962, 13, at('Moscow'))).toBeNull();
  });

  test('an offset that a file writes is followed, whatever the place', () => {
    expect(offsetTime('1962-10-23T18:51:00-04:00', at('Moscow'))).toMatchObject({
      earliest: Date.UTC(1962, 9, 23, 22, 51),
      latest: Date.UTC(1962, 9, 23, 22, 51, 59, 999),
      local: '1962-10-23T18:51-04:00',
      precision: 'minute',
    });
    expect(offsetTime('1962-10-23T18:51:07Z', at(null))).toMatchObject({
      latest: Date.UTC(1962, 9, 23, 18, 51, 7, 999),
      local: '1962-10-23T18:51:07Z',
    });
    expect(offsetTime('1962-10-23T18:51:00', at(null))).toBeNull();
    expect(offsetTime('1962-13-23T18:51:00Z', at(null))).toBeNull();
  });

  test('whatever a clock shows, an hour is a minute of its day', () => {
    const places = fc.constantFrom('Washington', 'Moscow', 'Havana', 'La Paz', 'London', null);
    fc.assert(
      fc.property(
        places,
        fc.integer({ min: 1861, max: 1999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 23 }),
        (place, year, month, date, hour) => {
          const civil = { year, month, day: date };
          const whole = dayTime(civil, at(place))!;
          const minute = clockTime(civil, clock(hour), at(place));
          if (minute === null) return;
          expect(minute.earliest).toBeGreaterThanOrEqual(whole.earliest);
          expect(minute.latest).toBeLessThanOrEqual(whole.latest);
          expect(minute.local).toMatch(new RegExp(`T${String(hour).padStart(2, '0')}:00`));
        },
      ),
      { seed: 19_621_028, numRuns: 60 },
    );
  });
});

test.each([0, 1, 1582, 3000, 9998, 9999])(
  'the year %i is no document’s: it is not read',
  (year) => {
    for (const place of [null, 'Moscow', 'Washington']) {
      const says = at(place);
      const iso = String(year).padStart(4, '0');
      const times = [
        yearTime(year, says),
        monthTime(year, 12, says),
        dayTime({ year, month: 1, day: 1 }, says),
        daysTime({ year, month: 1, day: 1 }, { year, month: 12, day: 31 }, says),
        clockTime({ year, month: 12, day: 31 }, clock(23), says),
        offsetTime(`${iso}-06-01T12:00Z`, says),
      ];
      expect(times).toEqual(times.map(() => null));
    }
  },
);

test.each([1583, 2999])('the year %i is read, on any clock', (year) => {
  for (const place of [null, 'Moscow', 'Washington']) {
    expect(yearTime(year, at(place))?.local).toBe(String(year));
    expect(clockTime({ year, month: 7, day: 1 }, clock(12), at(place))).not.toBeNull();
  }
});
