import { describe, expect, test } from 'vitest';
import {
  figure,
  hours,
  number,
  percent,
  percentInterval,
  secondsLeft,
  signed,
  unitText,
  whole,
} from './figures.js';

describe('figures', () => {
  test.each([
    [0, '0'],
    [12, '12'],
    [1234.56, '1,230'],
    [515.31, '515'],
    [0.05123, '0.0512'],
    [-0.0004, '−0.0004'],
    [-2.5, '−2.5'],
    [Number.NaN, '–'],
  ])('%d is written %s', (value, text) => {
    expect(number(value)).toBe(text);
  });

  test('shares, differences and times', () => {
    expect(percent(0.8264)).toBe('82.6 %');
    expect(percentInterval({ low: 0.801, high: 0.848 })).toBe('80.1 to 84.8 %');
    expect([signed(0.5), signed(-0.5), signed(0)]).toEqual(['+0.5', '−0.5', '0']);
    expect([hours(28.26), hours(72), hours(1130)]).toEqual(['28.3 h', '72 h', '47.1 days']);
    expect([signed(69.471, 'h'), signed(-100, 'h')]).toEqual(['+69.5 h', '−4.17 days']);
    expect([figure(0.2, ''), unitText('h'), unitText('min')]).toEqual(['0.2', 'time', 'min']);
    expect([secondsLeft(0.2), secondsLeft(200)]).toEqual(['1 s', 'about 3 min']);
    expect(whole(20_000)).toBe('20,000');
  });
});
