import { expect, test } from 'vitest';
import type { RecordedTime } from '../../core/time/recorded-time.js';
import type { Zone } from '../../core/time/zone.js';
import type { DocumentTime } from '../document.js';
import { dateWords } from './date-words.js';
import { documentDate, recordedDate } from './dates.js';

const moscow: Zone = [{ from: Number.MIN_SAFE_INTEGER, offset: 180, name: 'MSK' }];

function recorded(from: string, to: string, more: Partial<RecordedTime> = {}): RecordedTime {
  const [earliest, latest] = [Date.parse(from), Date.parse(to) - 1];
  return { earliest, latest, placed: earliest, precision: 'interval', estimated: false, ...more };
}

function written(local: string, precision: DocumentTime['precision']): DocumentTime {
  const earliest = Date.parse('1962-10-24T21:00Z');
  const latest = Date.parse('1962-10-26T21:00Z') - 1;
  return { earliest, latest, precision, local, place: null, stated: local, inferred: false };
}

test('R1: a night in Moscow has the date of Moscow', () => {
  const night = recorded('1962-10-26T22:30Z', '1962-10-26T22:31Z', { precision: 'minute' });
  expect(recordedDate(night, moscow)).toEqual({ 'date-parts': [[1962, 10, 27]] });
  const day = recorded('1962-10-26T21:00Z', '1962-10-27T21:00Z', { precision: 'day' });
  expect(recordedDate(day, moscow)).toEqual({ 'date-parts': [[1962, 10, 27]] });
});

test('R2: an interval is a range, a whole month or year its own name, an estimate is circa', () => {
  const days = recorded('1962-10-23T21:00Z', '1962-10-25T21:00Z');
  expect(recordedDate(days, moscow)).toEqual({
    'date-parts': [
      [1962, 10, 24],
      [1962, 10, 25],
    ],
  });
  const month = recorded('1962-01-31T21:00Z', '1962-02-28T21:00Z');
  expect(recordedDate(month, moscow)).toEqual({ 'date-parts': [[1962, 2]] });
  const years = recorded('1987-12-31T21:00Z', '1989-12-31T21:00Z', { estimated: true });
  expect(recordedDate(years, moscow)).toEqual({ 'date-parts': [[1988], [1989]], circa: true });
});

test('a year of no clock is that year', () => {
  const year = recorded('1995-12-31T10:00Z', '1997-01-01T12:00Z');
  expect(recordedDate(year, null)).toEqual({ 'date-parts': [[1996]] });
});

test('a document keeps the date of its own calendar', () => {
  expect(documentDate(written('1962-10-27T01:30+03:00', 'minute'))).toEqual({
    'date-parts': [[1962, 10, 27]],
  });
  expect(documentDate(written('1962-10', 'month'))).toEqual({ 'date-parts': [[1962, 10]] });
  expect(documentDate(written('1962-10-24..1962-10-26', 'interval'))).toEqual({
    'date-parts': [
      [1962, 10, 24],
      [1962, 10, 26],
    ],
  });
  expect(documentDate(written('unknown+03:00', 'interval'))).toEqual({
    'date-parts': [
      [1962, 10, 24],
      [1962, 10, 26],
    ],
  });
  expect(documentDate({ ...written('1962-10-24', 'day'), inferred: true })).toEqual({
    'date-parts': [[1962, 10, 24]],
    circa: true,
  });
});

test.each([
  [[[1962, 10, 26]], 'October 26, 1962'],
  [[[1962, 10]], 'October 1962'],
  [[[1962]], '1962'],
  [
    [
      [1962, 10, 24],
      [1962, 10, 25],
    ],
    'October 24–25, 1962',
  ],
  [
    [
      [1962, 10, 30],
      [1962, 12, 19],
    ],
    'October 30–December 19, 1962',
  ],
  [
    [
      [1962, 10],
      [1962, 12],
    ],
    'October–December 1962',
  ],
  [[[1988], [1992]], '1988–1992'],
  [[[1988], [1992, 1, 6]], '1988–January 6, 1992'],
])('%j reads %s', (parts, words) => {
  expect(dateWords({ 'date-parts': parts })).toBe(words);
  expect(dateWords({ 'date-parts': parts, circa: true })).toBe(`ca. ${words}`);
});
