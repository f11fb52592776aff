import { describe, expect, test } from 'vitest';
import { at, hour, view } from '../sample/two-towns.js';
import { pictureAt } from './picture.js';

const READINGS = [
  { track: 'cannon', value: 2, asOf: at(6), learned: at(6), via: 'own', report: 'K1' },
  { track: 'cannon', value: 4, asOf: at(9), learned: at(10), via: 'lookout', report: 'K2' },
  { track: 'cannon', value: 3, asOf: at(8), learned: at(12), via: 'ferry', report: 'K3' },
];

describe('a picture', () => {
  const value = (hours: number) =>
    pictureAt(view({ readings: READINGS }), hour(hours)).map(({ reading }) => reading?.value);

  test('a track that was never reported is empty', () => {
    expect(value(5)).toEqual([undefined, undefined]);
  });

  test('R11: the report with the latest as-of stands, not the latest to arrive', () => {
    expect(value(7)).toEqual([2, undefined]);
    expect(value(10)).toEqual([4, undefined]);
    expect(value(13)).toEqual([4, undefined]);
  });
});
