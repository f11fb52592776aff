import { expect, test } from 'vitest';
import { distinctKeys } from './distinct-keys.js';

test.each([
  [['a', 'b'], '-', ['a', 'b']],
  [['a', 'a', 'a'], '-', ['a', 'a-2', 'a-3']],
  [['a', 'A', 'a'], '_', ['a', 'A_2', 'a_3']],
  [['a-2', 'a', 'a', 'a-2'], '-', ['a-2', 'a', 'a-3', 'a-2-2']],
  [['a', 'a', 'a-2'], '-', ['a', 'a-2', 'a-2-2']],
] as const)('%j joined by %s are %j', (names, joint, keys) => {
  expect(distinctKeys(names, joint)).toEqual(keys);
});

test('a hundred thousand equal names are told apart, each in a step', () => {
  const keys = distinctKeys(Array<string>(100_000).fill('a'), '-');
  expect(keys.at(-1)).toBe('a-100000');
  expect(new Set(keys).size).toBe(100_000);
});
