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

function readRough(text: string) {
  const result = parseWrittenTime(text, zones, 'years');
  if (result.type !== 'time') return result.type;
  const { earliest, latest, nominal, precision } = result.time;
  return { earliest, latest: latest + 1, nominal, precision };
}

test('where it may be rough, a day without a place is that day on any clock of the earth', () => {
  expect(readRough('1992-01-07')).toEqual({
    earliest: utc('1992-01-06T10:00Z'),
    latest: utc('1992-01-08T12:00Z'),
    nominal: utc('1992-01-07T12:00Z'),
    precision: 'day',
  });
});

test.each([
  ['1996', '1995-12-31T10:00Z', '1997-01-01T12:00Z'],
  ['1996 at moscow', '1995-12-31T21:00Z', '1996-12-31T21:00Z'],
  ['1992-02', '1992-01-31T10:00Z', '1992-03-01T12:00Z'],
  ['1900-02 at moscow', '1900-01-31T21:00Z', '1900-02-28T21:00Z'],
  ['1988..1992-01-06', '1987-12-31T10:00Z', '1992-01-07T12:00Z'],
  ['1988..1992-01-06 at washington', '1988-01-01T05:00Z', '1992-01-07T05:00Z'],
  ['1988-03..1988-04 at moscow', '1988-02-29T21:00Z', '1988-04-30T21:00Z'],
])('where it may be rough, `%s` is from %s to %s', (text, earliest, end) => {
  expect(readRough(text)).toMatchObject({
    earliest: utc(earliest),
    latest: utc(end),
    precision: 'interval',
  });
});

test.each([
  ['1996', 'years', 'time'],
  ['1996', 'days', 'form'],
  ['1992-01', 'days', 'form'],
  ['1992-13', 'years', 'form'],
  ['1992-00', 'years', 'form'],
  ['1992-02-30', 'years', 'form'],
  ['0000', 'years', 'form'],
  ['9999', 'years', 'form'],
  ['96', 'years', 'form'],
  ['1996 at cuba', 'years', 'unknown place'],
  ['1992..1988', 'years', 'backwards'],
  ['1962-10-26T16:43', 'years', 'form'],
] as const)('`%s`, as rough as %s, reads as: %s', (text, roughness, type) => {
  expect(parseWrittenTime(text, zones, roughness).type).toBe(type);
});

test('a megabyte of dots is left unread', () => {
  expect(parseWrittenTime('.'.repeat(1_000_000), zones)).toEqual({ type: 'form' });
});
