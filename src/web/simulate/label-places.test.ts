import { expect, test } from 'vitest';
import { spread } from './label-places.js';

test('labels of curves that end close together stand apart, the lowest where its curve ends', () => {
  const places = spread([{ value: 0.09 }, { value: 0.03 }, { value: 0.5 }]);
  expect(places.map(({ value }) => value)).toEqual([0.03, 0.09, 0.5]);
  expect(places.map(({ place }) => place)).toEqual([0.03, expect.closeTo(0.115), 0.5]);
});
