import { describe, expect, test } from 'vitest';
import { between, minuteAt, twoTowns } from './testing/two-towns.js';
import { statedTime } from './testing/two-towns-library.js';
import { documentDate, recordedDate, spanDate } from './time-words.js';

const { places } = twoTowns();

describe('a recorded time in words', () => {
  test.each([
    ['1900-05-02T21:30Z', 'northbank', '3 May 1900, 00:30 (2 May, 21:30Z)'],
    ['1900-05-02T16:00Z', 'northbank', '2 May 1900, 19:00 (16:00Z)'],
    // Southbank puts its clock back at 06:00Z on 3 May.
    ['1900-05-03T05:59Z', 'southbank', '3 May 1900, 01:59 (05:59Z)'],
    ['1900-05-03T06:00Z', 'southbank', '3 May 1900, 01:00 (06:00Z)'],
    ['1900-05-02T16:00Z', undefined, '2 May 1900, 16:00Z'],
  ])('R1: %s at %s is told by the clock of its place', (iso, place, text) => {
    const time = minuteAt(iso, place === undefined ? {} : { place });
    expect(recordedDate(time, places, false)).toEqual({
      earliest: time.earliest,
      latest: time.latest,
      text,
      flag: 'stated',
    });
  });

  test.each([
    ['1900-05-02', '1900-05-02', '2 May 1900'],
    ['1900-05-02', '1900-05-04', '2 to 4 May 1900'],
    ['1900-05-30', '1900-06-02', '30 May to 2 June 1900'],
    ['1900-12-30', '1901-01-02', '30 December 1900 to 2 January 1901'],
    ['1900-05-01', '1900-05-31', 'May 1900'],
    ['1900-02-01', '1900-02-28', 'February 1900'],
    ['1904-02-01', '1904-02-28', '1 to 28 February 1904'],
    ['1900-05-01', '1900-06-30', 'May to June 1900'],
    ['1900-11-01', '1901-01-31', 'November 1900 to January 1901'],
    ['1900-01-01', '1900-12-31', '1900'],
    ['1900-01-01', '1904-12-31', '1900 to 1904'],
    ['1900-01-01', '1904-05-06', '1900 to 6 May 1904'],
    [
      '1900-05-02T01:00Z',
      '1900-05-02T02:00:00.001Z',
      'between 2 May 1900, 01:00Z and 2 May 1900, 02:00Z',
    ],
  ])('R2: an interval from %s to %s: %s', (from, to, text) => {
    expect(recordedDate(between(from, to), places, false).text).toBe(text);
  });

  test('R2: days by the clock of a place, and days on no clock of the earth', () => {
    const day = (earliest: string, latest: string) => ({
      ...between(earliest, latest),
      precision: 'day' as const,
    });
    const here = { ...day('1900-05-01T21:00Z', '1900-05-02T21:00Z'), place: 'northbank' };
    expect(recordedDate(here, places, false).text).toBe('2 May 1900');
    const longer = { ...between('1900-05-03T04:00Z', '1900-05-04T05:00Z'), place: 'southbank' };
    expect(recordedDate(longer, places, false).text).toBe('3 May 1900');
    const anywhere = between('1900-05-01T10:00Z', '1900-05-03T12:00Z');
    expect(recordedDate(anywhere, places, false).text).toBe('2 May 1900');
    const narrowed = { ...day('1900-05-02T02:10Z', '1900-05-02T20:59Z'), place: 'northbank' };
    expect(recordedDate(narrowed, places, false).text).toBe('2 May 1900');
  });

  test('R2: says what is estimated, and what nobody looked up', () => {
    const time = minuteAt('1900-05-02T16:00:12.345Z', { place: 'northbank', estimated: true });
    expect(recordedDate(time, places, true)).toMatchObject({
      text: '2 May 1900, about 19:00 (16:00Z)',
      flag: 'estimated',
    });
    expect(recordedDate(minuteAt('1900-05-02T16:00Z'), places, true).flag).toBe('from memory');
    const hour = minuteAt('1900-05-02T16:00Z', { precision: 'hour' });
    expect(recordedDate(hour, places, false).text).toBe('2 May 1900, about 16:00Z');
  });
});

test('R1: a time of the history is told by its own place, else by the one where it was', () => {
  const placed = '1900-05-02T16:00:00.000Z';
  const span = { placed, earliest: placed, latest: placed, precision: 'exact' } as const;
  expect(spanDate(span, places, 'northbank', false).text).toBe('2 May 1900, 19:00 (16:00Z)');
  const own = { ...span, place: 'southbank' };
  expect(spanDate(own, places, 'northbank', false).text).toBe('2 May 1900, 12:00 (16:00Z)');
  expect(spanDate(span, places, 'nowhere', false).text).toBe('2 May 1900, 16:00Z');
});

describe("a document's own time in words", () => {
  test.each([
    ['1900-05-02T19:00+03:00', 'minute', '2 May 1900, 19:00 (16:00Z)'],
    ['1900-05-02T19:00Z', 'minute', '2 May 1900, 19:00Z'],
    ['1900-05-02T23:00-05:00', 'hour', '2 May 1900, about 23:00 (3 May, 04:00Z)'],
    ['1900-05-02T19:00', 'minute', '2 May 1900, 19:00, on a clock not named'],
    ['1900-05-02', 'day', '2 May 1900'],
  ] as const)('%s to the %s: %s', (local, precision, text) => {
    const time = { ...statedTime(local), precision };
    expect(documentDate(time)).toMatchObject({ text, flag: 'stated' });
  });

  test.each([
    ['1900-05', 'month', '1900-04-30T10:00Z', '1900-06-01T12:00Z', 'May 1900'],
    ['1900', 'year', '1899-12-31T10:00Z', '1901-01-01T12:00Z', '1900'],
    [
      '1900-05-02..1900-05-04',
      'interval',
      '1900-05-01T21:00Z',
      '1900-05-04T21:00Z',
      '2 to 4 May 1900',
    ],
    ['1900-05-02', 'day', '1900-05-01T20:00Z', '1900-05-02T20:00Z', '2 May 1900'],
  ] as const)('%s to the %s', (local, precision, from, to, text) => {
    const times = { earliest: Date.parse(from), latest: Date.parse(to) - 1 };
    expect(documentDate({ ...statedTime('1900-05-02'), local, precision, ...times }).text).toBe(
      text,
    );
  });

  test('says what its editors inferred', () => {
    expect(documentDate(statedTime('1900-05-02', { inferred: true })).flag).toBe('inferred');
  });
});
