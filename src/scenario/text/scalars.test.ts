import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseChance } from './chance.js';
import { parseDistribution, plainNumber } from './distribution-text.js';
import { durationText, parseDuration } from './duration.js';
import { nearestName } from './nearest-name.js';
import { parseRange } from './range.js';

test.each([
  ['26h', 93_600_000],
  ['90s', 90_000],
  ['15min', 900_000],
  ['3d', 259_200_000],
  ['2w', 1_209_600_000],
  ['500ms', 500],
  ['1h30min', 5_400_000],
  ['0.5h', 1_800_000],
  ['0', 0],
])('%s is %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '5', 'h', '-1h', '1 h', '1hour', '1h-', 'h1', '1e3s', '9999999w', '1h'.repeat(60)])(
  '`%s` is no duration',
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);

test('what a duration is written as reads back as the same (seed 1962)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (ms) => {
      expect(parseDuration(durationText(ms))).toBe(ms);
    }),
    { seed: 1962 },
  );
});

test.each([
  ['2%', 0.02],
  ['0.02', 0.02],
  ['0', 0],
  ['100%', 1],
  ['12.5 %', 0.125],
])('%s is the chance %d', (text, chance) => {
  expect(parseChance(text)).toBe(chance);
});

test.each(['101%', '1.1', '-1%', '', 'half', '5 5%', '%'])('`%s` is no chance', (text) => {
  expect(parseChance(text)).toBeNull();
});

test.each([
  ['15min', { type: 'fixed', value: 900_000 }],
  ['fixed 15min', { type: 'fixed', value: 900_000 }],
  ['uniform 1h 2h', { type: 'uniform', low: 3_600_000, high: 7_200_000 }],
  ['triangular 1s 2s 9s', { type: 'triangular', low: 1_000, mode: 2_000, high: 9_000 }],
  ['lognormal median 40min sigma 0.8', { type: 'lognormal', median: 2_400_000, sigma: 0.8 }],
  ['empirical 1s 1s 3s', { type: 'empirical', samples: [1_000, 1_000, 3_000] }],
])('%s', (text, distribution) => {
  expect(parseDistribution(text, parseDuration)).toEqual({ type: 'distribution', distribution });
});

test.each([
  ['uniform 2h 1h', 'order'],
  ['triangular 1h 9h 4h', 'order'],
  ['empirical 3s 1s', 'order'],
  ['lognormal median 0 sigma 1', 'order'],
  ['lognormal median 1h sigma -1', 'order'],
  ['loguniform 0 1h', 'order'],
  ['uniform 1h', 'form'],
  ['uniform 1h 2h 3h', 'form'],
  ['empirical', 'form'],
  ['normal 1h 2h', 'form'],
  ['constructor 1h', 'form'],
  ['', 'form'],
])('`%s` is refused for its %s', (text, type) => {
  expect(parseDistribution(text, parseDuration)).toMatchObject({ type });
});

test('a plain number is decimal and finite, and −0 is 0 (R8)', () => {
  expect(['0.3', '-2', '1e-3'].map(plainNumber)).toEqual([0.3, -2, 0.001]);
  expect(plainNumber('-0')).toBe(0);
  expect(['0x10', '1e999', 'NaN', 'Infinity', '1_000', ''].map(plainNumber)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

test('a range has its low bound first', () => {
  expect(parseRange('0..4')).toEqual({ low: 0, high: 4 });
  expect(['4..0', '1..1', '0...4', '0..', '0-4'].map(parseRange)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
});

test('the nearest name is at most one edit for each three letters away', () => {
  const known = ['bridge', 'cannon', 'contact'];
  expect(nearestName('brigde', known)).toBe('bridge');
  expect(nearestName('canon', known)).toBe('cannon');
  expect(nearestName('Contact', known)).toBe('contact');
  expect(nearestName('anger', known)).toBeNull();
  expect(nearestName('cabin', known)).toBeNull();
});
