import { describe, expect, test } from 'vitest';
import { at, between, hour, MIDNIGHT } from '../sample/two-towns.js';
import { HOUR, MINUTE } from './instant.js';
import {
  dayText,
  durationText,
  instantText,
  intervalText,
  localText,
  spanText,
  withoutYear,
} from './wording.js';

describe('times in words', () => {
  test('an instant, a day', () => {
    expect(instantText(hour(13.5))).toBe('1 May 1900 13:30Z');
    expect(dayText(MIDNIGHT)).toBe('Tuesday 1 May');
  });

  test.each([
    [0, 'at once'],
    [20 * MINUTE, '20 min'],
    [HOUR, '1 h'],
    [692 * MINUTE, '11 h 32 min'],
    [59.6 * MINUTE, '1 h'],
    [96 * HOUR, '4 days'],
  ])('%d ms take %s', (ms, words) => {
    expect(durationText(ms)).toBe(words);
  });

  test('R2: how far a time is known is part of it', () => {
    expect(spanText(at(9))).toBe('1 May 1900 09:00Z');
    expect(spanText(between(8.5, 9, 9.5, 'hour'))).toBe('about 1 May 1900 09:00Z');
    expect(spanText(between(0, 12, 24, 'day'))).toBe('1 May 1900, hour unknown');
    expect(spanText(between(1, 2, 3, 'estimated'))).toBe('about 1 May 1900 02:00Z, estimated');
    expect(intervalText(at(9))).toBeNull();
    expect(intervalText(between(1, 2, 3, 'estimated'))).toBe(
      '1 May 1900 01:00Z to 1 May 1900 03:00Z',
    );
  });

  test('a clock on another day says which', () => {
    const zone = [{ from: Number.MIN_SAFE_INTEGER, offset: 180, name: '+03:00' }];
    const place = { name: 'east', title: 'East', zone };
    expect(localText(hour(12), place)).toBe('15:00 +03:00');
    expect(localText(hour(23), place)).toBe('02:00 +03:00, Wed 2 May');
  });

  test('years go where they are plain', () => {
    expect(withoutYear('1 May 1900 09:00Z')).toBe('1 May 09:00Z');
    expect(withoutYear('1 May 1900, hour unknown')).toBe('1 May, hour unknown');
  });
});
