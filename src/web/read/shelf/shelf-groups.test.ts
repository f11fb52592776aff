import { describe, expect, test } from 'vitest';
import type { CollectionView } from '../../../protocol/reading.js';
import { BRIDGE_PAPERS } from '../../sample/bridge-papers.js';
import { firstRows, groupRows } from './shelf-groups.js';
import type { ShelfRow } from './shelf-rows.js';

const ROWS: readonly ShelfRow[] = BRIDGE_PAPERS.map((entry) => ({
  entry,
  hit: null,
  openness: entry.id === 'SONG' ? 'not known when opened' : 'open',
}));

function collection(id: string, title: string): CollectionView {
  return {
    id,
    title,
    where: null,
    file: null,
    standing: null,
    basis: null,
    documents: 1,
    held: 0,
    remarks: [],
  };
}

describe('groups of rows', () => {
  test('without collections: one, and what nobody knows the opening of apart, last', () => {
    const groups = groupRows(ROWS, null);
    expect(groups.map(({ title, rows }) => [title, rows.length])).toEqual([
      [null, 3],
      ['Not known when opened', 1],
    ]);
  });

  test('by collection: in the order of the collections, without empty ones', () => {
    const collections = [
      collection('EMPTY', 'Nothing'),
      collection('POSTER', 'The poster'),
      collection('TOWN', 'Papers of the towns'),
    ];
    expect(groupRows(ROWS, collections).map(({ title, rows }) => [title, rows.length])).toEqual([
      ['The poster', 1],
      ['Papers of the towns', 2],
      ['Not known when opened', 1],
    ]);
  });

  test('the first rows, across groups', () => {
    const groups = groupRows(ROWS, null);
    expect(firstRows(groups, 2).map(({ rows }) => rows.length)).toEqual([2]);
    expect(firstRows(groups, 4).map(({ rows }) => rows.length)).toEqual([3, 1]);
  });
});
