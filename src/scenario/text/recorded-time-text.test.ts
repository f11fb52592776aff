import { expect, test } from 'vitest';
import { parseInstant } from '../../core/time/instant.js';
import type { Zone } from '../../core/time/zone.js';
import { parseWrittenTime } from './recorded-time-text.js';

const clocksBack = parseInstant('1962-10-28T06:00Z')!;
const zones = new Map<string, Zone>([
  ['moscow', [{ from: Number.MIN_SAFE_INTEGER, offset: 180, name: 'MSK' }]],
  [
    'washington',
    [
      { from: Number.MIN_SAFE_INTEGER, offset: -240, name: 'EDT' },
      { from: clocksBack, offset: -300, name: 'EST' },
    ],
  ],
]);

const utc = (text: string) => parseInstant(text)!;

function read(text: string) {
  const result = parseWrittenTime(text, zones);
  if (result.type !== 'time') return result.type;
  const { earliest, latest, nominal, precision } = result.time;
  return { earliest, latest, nominal, precision };
}

test('R2: a time to the minute is that minute, its first millisecond named', () => {
  expect(read('1962-10-26T16:43+03:00 at moscow')).toEqual({
    earliest: utc('1962-10-26T13:43Z'),
    latest: utc('1962-10-26T13:44Z') - 1,
    nominal: utc('1962-10-26T13:43Z'),
    precision: 'minute',
  });
});

test('R2: a time to the hour is half an hour either way', () => {
  const hour = {
    earliest: utc('1962-10-27T21:30Z'),
    latest: utc('1962-10-27T22:30Z'),
    nominal: utc('1962-10-27T22:00Z'),
    precision: 'hour',
  };
  expect(read('1962-10-27T18:00-04:00 at washington, to the hour')).toEqual(hour);
  expect(read('1962-10-27T18:00-04:00 at washington to the hour')).toEqual(hour);
});

test('R2: a day is the civil day of its place, and its noon the noon of that clock', () => {
  expect(read('1962-10-24 at moscow')).toEqual({
    earliest: utc('1962-10-23T21:00Z'),
    latest: utc('1962-10-24T21:00Z') - 1,
    nominal: utc('1962-10-24T09:00Z'),
    precision: 'day',
  });
  // 28 October 1962 had 25 hours in Washington; its noon was 17:00 UTC.
  expect(read('1962-10-28 at washington')).toEqual({
    earliest: utc('1962-10-28T04:00Z'),
    latest: utc('1962-10-29T05:00Z') - 1,
    nominal: utc('1962-10-28T17:00Z'),
    precision: 'day',
  });
});

test('R2: an interval is named by its middle, days included whole', () => {
  expect(read('1962-10-27T00:00Z..1962-10-28T13:59Z')).toEqual({
    earliest: utc('1962-10-27T00:00Z'),
    latest: utc('1962-10-28T14:00Z') - 1,
    nominal: Math.floor((utc('1962-10-27T00:00Z') + utc('1962-10-28T14:00Z') - 1) / 2),
    precision: 'interval',
  });
  expect(read('1962-10-24..1962-10-25 at moscow')).toMatchObject({
    earliest: utc('1962-10-23T21:00Z'),
    latest: utc('1962-10-25T21:00Z') - 1,
  });
});

test('R2: what is known only not to be later has no earliest, and its latest is named', () => {
  expect(read('by 1962-10-28T14:00Z at moscow')).toEqual({
    earliest: null,
    latest: utc('1962-10-28T14:01Z') - 1,
    nominal: utc('1962-10-28T14:01Z') - 1,
    precision: 'interval',
  });
});

test.each([
  ['1962-10-28T09:00-04:00 at washington', 'other clock'],
  ['1962-10-28T09:00-05:00 at washington', 'time'],
  ['1962-10-28T14:00Z at washington', 'time'],
  ['1962-10-26', 'day without place'],
  ['1962-10-26 at cuba', 'unknown place'],
  ['1962-02-29 at moscow', 'form'],
  ['1962-10-26T16:43 at moscow', 'form'],
  ['26 October 1962', 'form'],
  ['1962-10-28 at moscow..1962-10-29', 'form'],
  ['1962-10-28T14:00Z..1962-10-27T14:00Z', 'backwards'],
])('R1: `%s` reads as: %s', (text, type) => {
  expect(parseWrittenTime(text, zones).type).toBe(type);
});
