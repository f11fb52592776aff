import { describe, expect, test } from 'vitest';
import { dayAt, year } from '../../sample/bridge-papers.js';
import { HOUR } from '../../time/instant.js';
import { dayAfter, daysOf, dayWords } from './day.js';

describe('days of a calendar', () => {
  test.each([
    ['in UTC', 0],
    ['in Washington, 5 hours behind', -300],
    ['in Moscow, 3 hours ahead', 180],
    ['in Honolulu, 10 hours behind', -600],
    ['in Auckland, 12 hours ahead', 720],
  ])('R1: a day %s is that one day of its own calendar', (_, offset) => {
    expect(daysOf(dayAt('1992-01-06', offset))).toEqual({
      first: '1992-01-06',
      last: '1992-01-06',
    });
  });

  test('R2: a day on a clock that nobody can place is that day still', () => {
    const { earliest, latest } = dayAt('1992-01-06');
    const date = { ...dayAt('1992-01-06'), earliest: earliest - 14 * HOUR };
    expect(daysOf({ ...date, latest: latest + 12 * HOUR })).toEqual({
      first: '1992-01-06',
      last: '1992-01-06',
    });
  });

  test('R2: an interval is all of its days', () => {
    expect(daysOf(year(1996))).toEqual({ first: '1996-01-01', last: '1996-12-31' });
  });

  test('days are counted through the ends of months and years', () => {
    expect(dayAfter('1992-01-01', -1)).toBe('1991-12-31');
    expect(dayAfter('1992-02-28', 1)).toBe('1992-02-29');
  });

  test('a day in words', () => {
    expect(dayWords('1992-01-06')).toBe('6 January 1992');
  });
});
