import { describe, expect, test } from 'vitest';
import { hour } from '../sample/two-towns.js';
import { clockTexts, keyTarget } from './handle.js';

describe('the handle', () => {
  test.each([
    ['ArrowLeft', false, 11.75],
    ['ArrowRight', false, 12.25],
    ['ArrowRight', true, 13],
    ['PageDown', false, 6],
    ['PageUp', false, 18],
    ['Home', false, 0],
    ['End', false, 24],
  ])('%s (shift: %s) takes it from noon to %d', (key, shift, to) => {
    expect(keyTarget(key, shift, hour(12), hour(0), hour(24))).toBe(hour(to));
  });

  test('it stays inside the history, and leaves other keys alone', () => {
    expect(keyTarget('PageUp', false, hour(23), hour(0), hour(24))).toBe(hour(24));
    expect(keyTarget('a', false, hour(12), hour(0), hour(24))).toBeNull();
  });

  test('a clock on another day says which', () => {
    const zone = [{ from: Number.MIN_SAFE_INTEGER, offset: 180, name: '+03:00' }];
    expect(clockTexts(hour(23), [{ name: 'east', title: 'East', zone }])).toEqual([
      'Tue 1 May 23:00Z',
      'East 02:00 Wed',
    ]);
  });
});
