import { describe, expect, test } from 'vitest';
import { BRIDGE_PAPERS, year } from '../../sample/bridge-papers.js';
import { NO_FILTERS, type ShelfFilters } from '../read-address.js';
import { selectRows, type ShelfRow } from './shelf-rows.js';
import { signsOf } from './shelf-signs.js';
import { countText, hiddenText, undatedText } from './shelf-words.js';

const UNMARKED = { completed: false, favourite: false, position: null };

function select(change: Partial<ShelfFilters>) {
  const filters = { ...NO_FILTERS, ...change };
  return {
    filters,
    ...selectRows(BRIDGE_PAPERS, { filters, hits: null, marksOf: () => UNMARKED }),
  };
}

describe('what the shelf says of itself', () => {
  test('how much of it is shown', () => {
    expect(countText(select({}), 4)).toBe('4 documents, 2 with text.');
    expect(countText(select({ place: 'North' }), 4)).toBe('2 of 4 documents, 1 with text.');
    expect(countText(select({ kind: 'book' }), 4)).toBe('1 of 4 documents, no text held.');
    expect(countText(select({ kind: 'chapter' }), 4)).toBe('None of 4 documents.');
  });

  test('how many documents a day hides, and why', () => {
    const before = select({ open: '1929-06-30' });
    expect(hiddenText(before, before.filters)).toBe(
      'As open on 30 June 1929: 2 documents hidden: 1 sealed until later, 1 not yet published; 1 at the foot, as nobody recorded when they opened.',
    );
    const within = select({ open: '1931-06-01', held: true });
    expect(hiddenText(within, within.filters)).toBe(
      'As open on 1 June 1931: nothing is hidden; 1 possibly open, so marked.',
    );
    const notes = select({ open: '1929-07-01', kind: 'memorandum' });
    expect(hiddenText(notes, notes.filters)).toBe(
      'As open on 1 July 1929: 1 document hidden, not yet published.',
    );
    const letters = select({ open: '1929-06-30', kind: 'letter' });
    expect(hiddenText(letters, letters.filters)).toBe(
      'As open on 30 June 1929: 1 document hidden, sealed until later.',
    );
    const none = select({});
    expect(hiddenText(none, none.filters)).toBeNull();
  });

  test('what has no date', () => {
    expect(undatedText(select({ to: '1900-05-02' }))).toBe(
      '1 document without a date is left out.',
    );
    expect(undatedText(select({}))).toBeNull();
  });
});

describe('signs of a document', () => {
  const row = (id: string, change: Partial<ShelfRow> = {}): ShelfRow => ({
    entry: BRIDGE_PAPERS.find((entry) => entry.id === id)!,
    hit: null,
    openness: null,
    ...change,
  });

  test('say in words whether its text is here and read, its claims, its seal', () => {
    expect(signsOf(row('TOWN/d2'), UNMARKED)).toEqual([
      'text held',
      'unread',
      '2 claims',
      'sealed until 1929-07-01',
    ]);
    expect(signsOf(row('POSTER'), { ...UNMARKED, favourite: true })).toEqual([
      'card only',
      'favourite',
      '1 claim',
    ]);
    expect(signsOf(row('TOWN/d1'), { ...UNMARKED, completed: true })).toEqual([
      'text held',
      'read',
    ]);
  });

  test('R2: a doubt about its opening is marked', () => {
    expect(signsOf(row('TOWN/d1', { openness: 'possibly open' }), UNMARKED)).toContain(
      'possibly open',
    );
    expect(signsOf(row('SONG', { openness: 'not known when opened' }), UNMARKED)).toContain(
      'not known when opened',
    );
    expect(signsOf(row('SONG', { openness: 'open' }), UNMARKED)).toEqual(['card only']);
  });

  test('an entry of a catalogue is no text and no mere card; a seal can lack its end', () => {
    const { entry } = row('TOWN/d1');
    const listed = { ...entry, text: 'catalogue' as const, open: year(1931) };
    expect(signsOf(row('TOWN/d1', { entry: listed }), UNMARKED)).toEqual(['catalogue']);
    const sealed = { ...listed, custody: 'c', open: null };
    expect(signsOf(row('TOWN/d1', { entry: sealed }), UNMARKED)).toEqual([
      'catalogue',
      'sealed, not known until when',
    ]);
  });
});
