import { expect, test } from 'vitest';
import { isDocumentKey, parseCite } from './cite.js';

const read = (text: string) =>
  parseCite(text).map(({ source, keys, note }) =>
    [source, ...keys, ...(note ? ['note'] : [])].join(' '),
  );

test.each([
  ['F06', ['F06']],
  ['NSATAC', ['NSATAC']],
  ['SEED-A', ['SEED-A']],
  ['SEED-A 1', ['SEED-A 1']],
  ['F06 d65', ['F06 d65']],
  ['F06 d65a', ['F06 d65a']],
  ['F06 d65 and fn 0', ['F06 d65']],
  ['F06 d60 and fn 0-1', ['F06 d60']],
  ['F06 d70 fn 0', ['F06 d70 note']],
  ['F06 d61 fn 3', ['F06 d61 note']],
  ['F06 d60, d62 and d64', ['F06 d60 d62 d64']],
  ['F06 d78-d79', ['F06 d78 d79']],
  ['F06 d78-80', ['F06 d78 d79 d80']],
  ['FSUP d383 (head)', ['FSUP d383']],
  ['FSUP d383 (head and F06 d2)', ['FSUP d383']],
  ['MAL28 tr. note', ['MAL28']],
  ['NSA press notes', ['NSA']],
  ['CHRON p. 3', ['CHRON']],
  ['CHRON p. 3 and p. 5', ['CHRON']],
  ['DIARY, 12 May', ['DIARY']],
  ['F06 d69 and DOBBS', ['F06 d69', 'DOBBS']],
  ['DOB27 and F06 d70', ['DOB27', 'F06 d70']],
  ['F06 d69, DOBBS; MAL28', ['F06 d69', 'DOBBS', 'MAL28']],
  ['  F06   d65 ', ['F06 d65']],
])('`%s` names %j', (text, named) => {
  expect(read(text)).toEqual(named);
});

test('a range names every document from end to end', () => {
  expect(parseCite('F06 d71-d85')[0]!.keys).toHaveLength(15);
  expect(parseCite('F06 d1-d100')[0]!.keys).toHaveLength(100);
});

test.each([
  '',
  '   ',
  ', F06',
  '12',
  '(F06)',
  'F06 d85-d71',
  'F06 d1-d101',
  'F06 d1-d99999',
  `F06 ${'('.repeat(500)}`,
])('`%s` is no citation', (text) => {
  expect(parseCite(text)).toEqual([]);
});

test('keys are what citations can name', () => {
  expect(['d65', 'd65a', '2'].filter(isDocumentKey)).toHaveLength(3);
  expect(['', 'D65', 'd', 'fn0', 'page 3', 'd65 '].filter(isDocumentKey)).toEqual([]);
});
