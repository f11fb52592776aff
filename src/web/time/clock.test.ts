import { describe, expect, test } from 'vitest';
import { instant } from './instant.js';
import { localClock } from './clock.js';

const WASHINGTON = [
  { from: Number.MIN_SAFE_INTEGER, offset: -240, name: 'EDT' },
  { from: instant('1962-10-28T06:00Z'), offset: -300, name: 'EST' },
];

describe('localClock', () => {
  test.each([
    ['1962-10-27T23:00Z', '19:00', 'EDT', 27, 6],
    ['1962-10-28T05:59Z', '01:59', 'EDT', 28, 0],
    ['1962-10-28T06:00Z', '01:00', 'EST', 28, 0],
    ['1962-10-28T14:00Z', '09:00', 'EST', 28, 0],
  ])('R1: at %s a clock in Washington shows %s %s', (iso, time, zone, day, weekday) => {
    const clock = localClock(instant(iso), WASHINGTON);
    expect(clock).toEqual({ time, zone, day, month: 9, weekday });
  });
});
