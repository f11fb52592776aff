import { describe, expect, test } from 'vitest';
import { NO_CRITICISM } from '../../scenario/source-criticism.js';
import { DOCUMENT_KINDS } from '../document.js';
import { openRoom } from './room.js';
import { shelfView } from './shelf.js';
import { twoTowns } from './testing/two-towns.js';
import { CHAPTER_1, collection, printed } from './testing/two-towns-library.js';
import type { RoomMaterial } from './material.js';
import type { ShelfEntry, ShelfView } from './views.js';

function shelfOf(changes: Partial<RoomMaterial> = {}): ShelfView {
  return shelfView(openRoom(twoTowns(changes)));
}

function entryOf(id: string, changes: Partial<RoomMaterial> = {}): ShelfEntry | undefined {
  return shelfOf(changes).documents.find((entry) => entry.id === id);
}

describe('the shelf', () => {
  test('has every document once, sources in their order, held texts before cards', () => {
    expect(shelfOf().documents.map(({ id }) => id)).toEqual([
      'LET/d1',
      'LET/d2',
      'LET/d3',
      'LET/d9',
      'LET/d10',
      'TALE',
      'GAZ',
      'MEM',
      'RECALL',
    ]);
  });

  test('without any import it has the cards', () => {
    const { documents, collections } = shelfOf({ collections: [] });
    expect(documents.map(({ id }) => id)).toEqual([
      // A disagreement cites a document of the volume that has no card: the volume stands for it.
      'LET',
      'LET/d1',
      'LET/d9',
      'LET/d10',
      'TALE',
      'GAZ',
      'MEM',
      'RECALL',
    ]);
    expect(new Set(documents.map(({ text }) => text))).toEqual(new Set(['card']));
    expect(collections[0]).toMatchObject({
      id: 'LET',
      where: 'https://letters.example/letters-1900',
      file: 'letters-1900.txt',
      documents: 4,
      held: 0,
    });
  });

  test('takes text, title and date from the import, our name for it, gist, entries and custody from the card', () => {
    expect(entryOf('LET/d1')).toEqual({
      id: 'LET/d1',
      collection: 'LET',
      kind: 'telegram',
      number: '1',
      called: 'Our title',
      title: 'Letter From the Reeve to the Mayor',
      gist: 'The reeve offers his cannon for the bridge.',
      from: ['Reeve Östlund'],
      to: ['the Mayor'],
      place: 'Northbank',
      date: {
        earliest: Date.UTC(1900, 4, 2, 16),
        latest: Date.UTC(1900, 4, 2, 16, 1) - 1,
        text: '2 May 1900, 19:00 (16:00Z)',
        flag: 'stated',
      },
      text: 'held',
      open: {
        earliest: Date.UTC(1930, 0, 6),
        latest: Date.UTC(1930, 0, 7) - 1,
        text: '6 January 1930',
        flag: 'stated',
      },
      custody: 'bridge_letters',
      claims: 2,
      entries: ['D1', 'X1'],
    });
  });

  test('a card alone says what it can, its place by the title', () => {
    expect(entryOf('LET/d10')).toMatchObject({
      kind: 'document',
      title: 'Not in the volume',
      from: ['The mayor'],
      to: [],
      place: 'Northbank',
      date: null,
      text: 'card',
    });
    expect(entryOf('LET/d9')?.date?.text).toBe('3 May 1900, 00:30 (2 May, 21:30Z)');
    expect(entryOf('RECALL')?.date?.flag).toBe('from memory');
    expect(entryOf('MEM')).toMatchObject({ kind: 'memorandum', text: 'card' });
  });

  test('an entry of a catalogue is no text, and of no kind that its file does not say', () => {
    expect(entryOf('LET/d3')).toMatchObject({ text: 'catalogue', kind: 'document' });
    const [letters] = shelfOf().collections;
    expect(letters).toMatchObject({ id: 'LET', documents: 5, held: 2, file: 'letters-1900.file' });
    expect(letters?.remarks).toHaveLength(1);
  });

  test('is open since its release, else since its source came out, else since its own day', () => {
    expect(entryOf('LET/d2')?.open?.text).toBe('1930');
    expect(entryOf('GAZ')?.open?.text).toBe('7 January 1930');
    expect(entryOf('MEM')?.open).toBeNull();
  });

  test('every kind is one that a reader knows', () => {
    for (const { kind } of shelfOf().documents) expect(DOCUMENT_KINDS).toContain(kind);
  });
});

describe('collections', () => {
  test('of a chapter all parts are one source, and the part that it names bears its name', () => {
    const { collections } = twoTowns();
    const both = { collections: [CHAPTER_1, ...collections] };
    expect(entryOf('TALE', both)).toMatchObject({ title: 'The bridge', text: 'held', claims: 2 });
    expect(entryOf('TALE/1', both)).toMatchObject({ title: 'The bridge, first part', claims: 0 });
    const other = { collections: [CHAPTER_1] };
    expect(entryOf('TALE', other)).toMatchObject({ text: 'card' });
    expect(entryOf('TALE/1', other)).toBeDefined();
  });

  test('of the reader alone come last, under their own names', () => {
    const details = { type: 'plain', classification: null } as const;
    const note = collection('a-note', 'plain', [printed('1', details, { kind: 'document' })]);
    const volume = collection('other-letters', 'edition', [
      printed('d1', details),
      printed('d2', details),
    ]);
    const { documents, collections } = shelfOf({ collections: [note, volume] });
    expect(documents.slice(-3).map(({ id }) => id)).toEqual([
      'a-note',
      'other-letters/d1',
      'other-letters/d2',
    ]);
    expect(collections.at(-1)).toMatchObject({
      id: 'other-letters',
      title: 'Collection other-letters',
      where: null,
      standing: null,
      basis: null,
    });
  });

  test('a source as a whole is shown beside its documents only if something is said of it', () => {
    expect(entryOf('LET')).toBeUndefined();
    const { criticism } = twoTowns();
    const [claim] = criticism.claims;
    const claims = [{ ...claim!, cites: ['LET preface'] }];
    const cited = entryOf('LET', { criticism: { ...criticism, claims } });
    expect(cited).toMatchObject({ kind: 'book', title: 'Letters of two towns', claims: 1 });
  });

  test('a scenario without sources has an empty shelf', () => {
    expect(shelfOf({ criticism: NO_CRITICISM, collections: [] })).toEqual({
      scenario: { id: 'two-towns', title: 'Two towns, one bridge' },
      collections: [],
      documents: [],
    });
  });
});
