import { describe, expect, test } from 'vitest';
import { BRIDGE_PAPERS, dayAt, paper } from '../../sample/bridge-papers.js';
import { HOUR } from '../../time/instant.js';
import { NO_FILTERS, type ShelfFilters } from '../read-address.js';
import type { DocumentMarks } from '../reading-marks.js';
import { selectRows } from './shelf-rows.js';

const UNMARKED: DocumentMarks = { completed: false, favourite: false, position: null };
const MARKS: Readonly<Record<string, DocumentMarks>> = {
  'TOWN/d1': { ...UNMARKED, completed: true },
  POSTER: { ...UNMARKED, favourite: true },
};

function select(filters: Partial<ShelfFilters>, hits: readonly string[] | null = null) {
  return selectRows(BRIDGE_PAPERS, {
    filters: { ...NO_FILTERS, ...filters },
    hits: hits && hits.map((id) => ({ id, block: 'p1', excerpt: [] })),
    marksOf: (document) => MARKS[document] ?? UNMARKED,
  });
}

function idsOf(filters: Partial<ShelfFilters>, hits: readonly string[] | null = null): string[] {
  return select(filters, hits).rows.map(({ entry }) => entry.id);
}

describe('filters of the shelf', () => {
  test.each<[string, Partial<ShelfFilters>, string[]]>([
    ['none: by date, the undated last', {}, ['TOWN/d1', 'POSTER', 'TOWN/d2', 'SONG']],
    ['kind', { kind: 'letter' }, ['TOWN/d2']],
    ['person, from or to, any part of the name', { person: 'mayor' }, ['TOWN/d1', 'TOWN/d2']],
    ['place', { place: 'North' }, ['TOWN/d1', 'POSTER']],
    ['collection', { collection: 'TOWN' }, ['TOWN/d1', 'TOWN/d2']],
    ['from', { from: '1900-05-02' }, ['POSTER', 'TOWN/d2']],
    ['to', { to: '1900-05-02' }, ['TOWN/d1', 'POSTER']],
    ['unread', { unread: true }, ['POSTER', 'TOWN/d2', 'SONG']],
    ['favourites', { favourite: true }, ['POSTER']],
    ['texts held', { held: true }, ['TOWN/d1', 'TOWN/d2']],
    ['cited by the record, or a claim', { cited: true }, ['POSTER', 'TOWN/d2']],
    ['several at once', { held: true, place: 'North' }, ['TOWN/d1']],
  ])('%s', (_, filters, ids) => {
    expect(idsOf(filters)).toEqual(ids);
  });

  test.each<[ShelfFilters['sort'], string[]]>([
    ['date', ['TOWN/d1', 'POSTER', 'TOWN/d2', 'SONG']],
    ['kind', ['SONG', 'TOWN/d2', 'TOWN/d1', 'POSTER']],
    ['person', ['TOWN/d1', 'TOWN/d2', 'POSTER', 'SONG']],
  ])('in order of %s', (sort, ids) => {
    expect(idsOf({ sort })).toEqual(ids);
  });

  test('a day on a clock that nobody knows stands at its middle', () => {
    const day = dayAt('1900-05-02');
    const anywhere = { ...day, earliest: day.earliest - 14 * HOUR, latest: day.latest + 12 * HOUR };
    const morning = { ...day, latest: day.earliest + 6 * HOUR };
    const papers = [paper('A', { date: anywhere }), paper('B', { date: morning })];
    const filters = { ...NO_FILTERS, sort: 'date' as const };
    const { rows } = selectRows(papers, { filters, hits: null, marksOf: () => UNMARKED });
    expect(rows.map(({ entry }) => entry.id)).toEqual(['B', 'A']);
  });

  test('a stretch of days says how many it leaves out for want of a date', () => {
    expect(select({}).undated).toBe(0);
    expect(select({ from: '1900-05-01' }).undated).toBe(1);
  });
});

describe('what a search found', () => {
  test('stands best first, unless an order is chosen', () => {
    expect(idsOf({ q: 'toll' }, ['TOWN/d2', 'TOWN/d1'])).toEqual(['TOWN/d2', 'TOWN/d1']);
    expect(idsOf({ q: 'toll', sort: 'date' }, ['TOWN/d2', 'TOWN/d1'])).toEqual([
      'TOWN/d1',
      'TOWN/d2',
    ]);
  });

  test('is narrowed by the filters like the shelf', () => {
    expect(idsOf({ q: 'toll', kind: 'letter' }, ['TOWN/d2', 'TOWN/d1'])).toEqual(['TOWN/d2']);
  });

  test('keeps its find, and leaves out what is no longer on the shelf', () => {
    const { rows } = select({ q: 'toll' }, ['GONE', 'TOWN/d1']);
    expect(rows.map(({ hit }) => hit?.id)).toEqual(['TOWN/d1']);
  });
});

describe('the shelf as open on a given day', () => {
  test('R2: sealed and unpublished leave it, doubts stay, and each is counted', () => {
    const { rows, sealed, unpublished } = select({ open: '1929-06-30' });
    expect(rows.map(({ entry, openness }) => [entry.id, openness])).toEqual([
      ['POSTER', 'open'],
      ['SONG', 'not known when opened'],
    ]);
    expect([sealed, unpublished]).toEqual([1, 1]);
  });

  test('counts only what the other filters leave', () => {
    expect(select({ open: '1929-06-30', kind: 'memorandum' })).toMatchObject({
      sealed: 0,
      unpublished: 1,
    });
  });

  test('no day, no judgement', () => {
    expect(select({}).rows.every(({ openness }) => openness === null)).toBe(true);
  });
});
