import { beforeAll, describe, expect, test } from 'vitest';
import { openRoom } from './room.js';
import { searchIndex, searchView, type SearchIndex } from './search.js';
import { foldedText, parseQuery, wordsOf } from './search-words.js';
import { twoTowns } from './testing/two-towns.js';
import { collection, paragraph, printed } from './testing/two-towns-library.js';
import type { SearchHit } from './views.js';

let index: SearchIndex;

beforeAll(async () => {
  index = await searchIndex(openRoom(twoTowns()));
});

function idsOf(query: string): string[] {
  return searchView(query, index).hits.map(({ id }) => id);
}

function markedIn({ excerpt }: SearchHit): string[] {
  return excerpt.filter(({ found }) => found).map(({ text }) => text);
}

describe('words', () => {
  test('are folded: small letters without diacritics, in any form of Unicode', () => {
    const written = 'Östlund O\u0308stlund ŁÓDŹ Straße Æ cœur ХРУЩЁВ';
    expect(wordsOf(written).map(({ word }) => word)).toEqual([
      'ostlund',
      'ostlund',
      'lodz',
      'strasse',
      'ae',
      'coeur',
      'хрущев',
    ]);
    expect(foldedText('“Cuba’s”—the 2nd!')).toBe('cuba s the 2nd');
  });

  test('know where they stand in the text as written', () => {
    const text = 'An o\u0308stlund, again';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'An',
      'o\u0308stlund',
      'again',
    ]);
  });

  test('of a query: quotes make a phrase, one left open goes to the end', () => {
    expect(parseQuery('Cannon "mill tolls" cannon')).toEqual({
      words: ['cannon'],
      phrases: [['mill', 'tolls']],
    });
    expect(parseQuery('a “b c” d "e f').phrases).toEqual([
      ['b', 'c'],
      ['e', 'f'],
    ]);
    expect(parseQuery('"" * ( ] \\').words).toEqual([]);
    expect(parseQuery('w '.repeat(3) + 'x'.repeat(5)).words).toEqual(['w', 'xxxxx']);
    const many = Array.from({ length: 40 }, (_, i) => `w${i}`).join(' ');
    expect(parseQuery(many).words).toHaveLength(16);
  });
});

describe('search', () => {
  test('finds documents in which all words stand, wherever in them', () => {
    expect(idsOf('cannon tolls')).toEqual(['LET/d1']);
    expect(idsOf('cannon').toSorted()).toEqual(['LET/d1', 'LET/d2']);
    expect(idsOf('cannon gazette')).toEqual([]);
  });

  test('finds cards, people, notes and entries of catalogues', () => {
    expect(idsOf('sergeant remembered')).toEqual(['MEM']);
    expect(idsOf('ostlund')).toEqual(['LET/d1']);
    expect(searchView('envelope', index).hits[0]).toMatchObject({ id: 'LET/d1', block: 'fn1' });
    expect(idsOf('mill archive confidential')).toEqual(['LET/d3']);
  });

  test('finds the beginnings of words of three letters and more, and slips in longer ones', () => {
    expect(idsOf('cann').toSorted()).toEqual(['LET/d1', 'LET/d2']);
    expect(idsOf('ca')).toEqual([]);
    expect(idsOf('withdrow')).toEqual(['LET/d1']);
    expect(idsOf('canon')).toEqual([]);
  });

  test('a phrase is found as it is, across any signs', () => {
    expect(idsOf('"the mill tolls are"')).toEqual(['LET/d1']);
    expect(idsOf('"tolls mill"')).toEqual([]);
    expect(idsOf('"mill toll"')).toEqual([]);
    expect(idsOf('"stays shut the cannon"')).toEqual(['LET/d2']);
    expect(idsOf('"mill tolls" cannon')).toEqual(['LET/d1']);
  });

  test('names the best block, and marks what was found in the words around it', () => {
    const [hit] = searchView('mill tolls', index).hits.filter(({ id }) => id === 'LET/d1');
    expect(hit).toEqual({
      id: 'LET/d1',
      block: 'p2',
      excerpt: [
        { text: 'The ', found: false },
        { text: 'mill', found: true },
        { text: ' ', found: false },
        { text: 'tolls', found: true },
        { text: ' are another matter; let them rest.', found: false },
      ],
    });
    const [phrase] = searchView('"let them rest"', index).hits;
    expect(markedIn(phrase!)).toEqual(['let them rest']);
    const [card] = searchView('östlund', index).hits;
    expect([card?.block, markedIn(card!)]).toEqual([null, ['Östlund', 'Östlund']]);
  });

  test('markup in a text is text', () => {
    const [hit] = searchView('market', index).hits;
    expect(hit?.excerpt.map(({ text }) => text).join('')).toBe(
      'On market day <b>the bridge</b> was closed.',
    );
  });

  test.each(['', '   ', '"', '***', '\u0000', '((((', '"" ""'])(
    'nothing is found for %j',
    (query) => {
      expect(searchView(query, index)).toEqual({ query, total: 0, hits: [] });
    },
  );
});

describe('search in much text', () => {
  const details = { type: 'plain', classification: null } as const;
  const filler = Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ');

  test('gives the first thousand and says how many there are', async () => {
    const documents = Array.from({ length: 1030 }, (_, i) =>
      printed(`d${i}`, details, { blocks: [paragraph('p1', 'needle')] }),
    );
    const collections = [collection('hay', 'edition', documents)];
    const many = await searchIndex(openRoom(twoTowns({ collections })));
    const { total, hits } = searchView('needle', many);
    expect([total, hits.length, new Set(hits.map(({ id }) => id)).size]).toEqual([
      1030, 1000, 1000,
    ]);
  });

  test('the best block of a phrase is one where it stands, not one with its words apart', async () => {
    const blocks = [
      paragraph('p1', 'rest them let rest them let rest'),
      paragraph('p2', `${filler} let them rest ${filler}`),
    ];
    const collections = [collection('hay', 'plain', [printed('1', details, { blocks })])];
    const apart = await searchIndex(openRoom(twoTowns({ collections })));
    expect(searchView('"let them rest"', apart).hits).toMatchObject([{ id: 'hay', block: 'p2' }]);
  });

  test('shows a short stretch around the find, however long the block', async () => {
    const block = paragraph('p1', `${filler} the rare needle lies here ${filler}`);
    const collections = [collection('hay', 'plain', [printed('1', details, { blocks: [block] })])];
    const long = await searchIndex(openRoom(twoTowns({ collections })));
    const [hit] = searchView('needle rare', long).hits;
    expect(hit?.block).toBe('p1');
    expect(markedIn(hit!)).toEqual(['rare', 'needle']);
    const text = hit!.excerpt.map((piece) => piece.text).join('');
    expect(text.length).toBeLessThan(300);
    expect([text.startsWith('…'), text.endsWith('…')]).toEqual([true, true]);
  });
});
