import { describe, expect, test } from 'vitest';
import { BRIDGE_PAPERS } from '../../sample/bridge-papers.js';
import { choicesOf } from './shelf-choices.js';

describe('what filters can be set to', () => {
  const collection = {
    id: 'TOWN',
    title: 'Papers of the towns',
    where: null,
    file: null,
    standing: null,
    basis: null,
    documents: 2,
    held: 2,
    remarks: [],
  };
  const choices = choicesOf(BRIDGE_PAPERS, [collection]);

  test('is what stands on the shelf, the most frequent first', () => {
    expect(choices.places.map(({ value, documents }) => [value, documents])).toEqual([
      ['North', 2],
      ['South', 1],
    ]);
    expect(choices.people.map(({ value, documents }) => [value, documents])).toEqual([
      ['The Mayor', 2],
      ['The Reeve', 1],
      ['The Sergeant', 1],
    ]);
    expect(choices.kinds.map(({ value }) => value)).toEqual([
      'book',
      'letter',
      'memorandum',
      'press release',
    ]);
  });

  test('collections bear their titles', () => {
    expect(choices.collections[0]).toEqual({
      value: 'TOWN',
      title: 'TOWN: Papers of the towns',
      documents: 2,
    });
    expect(choices.collections[1]?.title).toBe('POSTER');
  });
});
