import { describe, expect, test } from 'vitest';
import { clocksIn, datesIn, dayAfter } from './wording.js';

describe('dates in the words of a text', () => {
  test.each([
    ['on October 23, 1962, at five', [{ month: 10, day: 23, year: 1962 }]],
    ['the morning of January 18', [{ month: 1, day: 18, year: null }]],
    ['October 19. 1961, between', [{ month: 10, day: 19, year: 1961 }]],
    ['in October 1961', [{ month: 10, day: null, year: 1961 }]],
    [
      'on May 1st and March 2nd',
      [
        { month: 5, day: 1, year: null },
        { month: 3, day: 2, year: null },
      ],
    ],
    ['October 21–25', [{ month: 10, day: 21, year: null }]],
    ['the March of the day; Mayor 5', []],
    ['October 1234', []],
  ])('%s', (text, dates) => {
    expect(datesIn(text).map(({ month, day, year }) => ({ month, day, year }))).toEqual(dates);
  });

  test('each says what it read, and where', () => {
    expect(datesIn('sent on May 13, 1963.')).toEqual([
      { month: 5, day: 13, year: 1963, stated: 'May 13, 1963', at: 8 },
    ]);
  });
});

describe('hours in the words of a text', () => {
  test.each([
    ['at 11:05 a.m. October 23', ['11:05']],
    ['at about 6 p.m. Washington time', ['18:00 about']],
    ['released at 4:35 PM.', ['16:35']],
    ['approximately 7:00 pm', ['19:00 about']],
    ['12 a.m. and 12:30 p.m.', ['0:00', '12:30']],
    ['at noon', ['12:00']],
    ['at 1400 hours Greenwich time', ['14:00']],
    ['at 12:15 today', ['12:15']],
    ['from 13:05 to 23:59', ['13:05', '23:59']],
    // Morning or evening: nobody can tell.
    ['at 1:45 today', []],
    ['at 25:10, 13 p.m. and 7:61 a.m.', []],
    ['pp. 297-298, 611.61/5-361', []],
  ])('%s', (text, clocks) => {
    expect(
      clocksIn(text).map(
        ({ hour, minute, about }) =>
          `${hour}:${String(minute).padStart(2, '0')}${about ? ' about' : ''}`,
      ),
    ).toEqual(clocks);
  });
});

test('the day after the last of a month, and of a year', () => {
  expect(dayAfter({ year: 1964, month: 2, day: 28 })).toEqual({ year: 1964, month: 2, day: 29 });
  expect(dayAfter({ year: 1962, month: 12, day: 31 })).toEqual({ year: 1963, month: 1, day: 1 });
});
