import { describe, expect, test } from 'vitest';
import type { RecordedTime } from '../../core/time/recorded-time.js';
import type { Zone } from '../../core/time/zone.js';
import type { DocumentCard, SourceCard } from '../../scenario/source-criticism.js';
import type { Collection, LibraryDocument } from '../document.js';
import { card, source } from '../room/testing/two-towns.js';
import { itemOf } from './item.js';
import { article, dayAt, newspaper, telegram, volume } from './testing/samples.js';

const zone: Zone = [{ from: Number.MIN_SAFE_INTEGER, offset: 180, name: 'MSK' }];
const places = [{ name: 'east_port', title: 'Eastport', zone }];

function time(from: string, to: string, place?: string): RecordedTime {
  const [earliest, latest] = [Date.parse(from), Date.parse(to) - 1];
  const where = place === undefined ? {} : { place };
  return { earliest, latest, placed: earliest, precision: 'day', estimated: false, ...where };
}

const published = time('1995-12-31T10:00Z', '1997-01-01T12:00Z');

function cardItem(cardMore: Partial<DocumentCard>, sourceMore: Partial<SourceCard>) {
  return itemOf({
    type: 'card',
    id: 'S1',
    card: card('S1', null, { title: 'Our own title', ...cardMore }),
    source: source('S1', { title: 'A source', where: 'https://example.org/s1', ...sourceMore }),
    places,
  });
}

describe('a card', () => {
  test('of a document of an edition is a chapter of it, under its number', () => {
    const item = cardItem(
      {
        key: 'd65',
        kind: 'telegram',
        from: 'Ada Marsh',
        to: 'Town Council',
        place: 'east_port',
        date: time('1962-10-25T21:00Z', '1962-10-26T21:00Z', 'east_port'),
      },
      {
        type: 'edition',
        title: 'Foreign Relations of the United States, 1961–1963, Volume VI, Invented Exchanges',
        where: 'https://history.state.gov/historicaldocuments/frus1961-63v06',
        authors: ['Ada B. Marsh'],
        publisher: 'Government Press',
        published,
      },
    );
    expect(item).toEqual({
      id: 'S1',
      type: 'chapter',
      title: 'Telegram from Ada Marsh to Town Council',
      genre: 'telegram',
      number: '65',
      'event-place': 'Eastport',
      'collection-title': 'Foreign Relations of the United States, 1961–1963',
      volume: 'VI',
      'container-title': 'Invented Exchanges',
      publisher: 'Government Press',
      author: [{ literal: 'Ada Marsh' }],
      recipient: [{ literal: 'Town Council' }],
      editor: [{ family: 'Marsh', given: 'Ada B.' }],
      issued: { 'date-parts': [[1996]] },
      'original-date': { 'date-parts': [[1962, 10, 26]] },
      URL: 'https://history.state.gov/historicaldocuments/frus1961-63v06/d65',
    });
  });

  test('of a letter that stands alone is dated by the letter, and says when it came out', () => {
    const item = cardItem(
      { kind: 'letter', date: time('1962-10-25T21:00Z', '1962-10-26T21:00Z', 'east_port') },
      { type: 'letter', published, container: 'An archive', authors: ['Ada Marsh'] },
    );
    expect(item).toMatchObject({
      type: 'personal_communication',
      title: 'A source',
      'container-title': 'An archive',
      issued: { 'date-parts': [[1962, 10, 26]] },
      'available-date': { 'date-parts': [[1996]] },
      author: [{ family: 'Marsh', given: 'Ada' }],
    });
  });

  test.each([
    ['book', 'book'],
    ['edition', 'book'],
    ['web page', 'webpage'],
    ['broadcast', 'broadcast'],
    ['newspaper article', 'article-newspaper'],
    ['chapter', 'chapter'],
    ['report', 'report'],
    ['memorandum', 'document'],
    ['interview', 'interview'],
  ] as const)('of a source as a whole: %s is %s', (type, csl) => {
    expect(cardItem({}, { type })).toMatchObject({ type: csl, title: 'A source' });
  });

  test.each(['project seed', 'books', '-', 'javascript:alert(1)', 'file:///etc/passwd', 'http://'])(
    'whose source is at `%s` has no address',
    (where) => {
      expect(cardItem({}, { where })).not.toHaveProperty('URL');
    },
  );

  test('whose source is at an ISBN has that', () => {
    const item = cardItem({}, { where: 'ISBN 978-1-4000-7891-2', type: 'book' });
    expect(item).toMatchObject({ ISBN: '978-1-4000-7891-2' });
  });

  test('says nothing that nobody said: no day of access, no empty field', () => {
    expect(cardItem({}, { type: 'web page' })).toEqual({
      id: 'S1',
      type: 'webpage',
      title: 'A source',
      URL: 'https://example.org/s1',
    });
  });
});

describe('a document that is held', () => {
  const held = (document: LibraryDocument, collection: Collection) =>
    itemOf({ type: 'held', id: 'x', document, collection, source: null });

  test('of a volume has the address of the volume and its own', () => {
    expect(held(telegram, volume).URL).toBe(
      'https://history.state.gov/historicaldocuments/frus1961-63v06/d65',
    );
    expect(held(telegram, { ...volume, id: 'other-edition' })).not.toHaveProperty('URL');
  });

  test('of a newspaper keeps every field that locates it', () => {
    expect(held(article, newspaper)).toEqual({
      id: 'x',
      type: 'article-newspaper',
      title: 'BRIDGE OPENS AGAIN, TOWNS SAY',
      'container-title': 'Northbank Times',
      section: 'NATIONAL/INTERNATIONAL',
      page: 'A1',
      edition: 'METRO',
      source: 'Associated Invention',
      'event-place': 'NORTHBANK',
      'call-number': '9201070172',
      author: [{ family: 'Marsh', given: 'Ada' }, { literal: 'CNB' }],
      issued: { 'date-parts': [[1992, 1, 7]] },
    });
  });

  test('of a chapter says which part of which chapter it is', () => {
    const part: LibraryDocument = {
      ...article,
      kind: 'chapter',
      title: 'How the bridge was closed',
      date: null,
      details: { type: 'chapter', chapter: 548, part: 2, parts: 3, completed: true },
    };
    const chapter: Collection = {
      ...newspaper,
      type: 'chapter',
      title: 'How the bridge was closed',
    };
    expect(held(part, chapter)).toEqual({
      id: 'x',
      type: 'chapter',
      title: 'How the bridge was closed',
      'chapter-number': '548',
      'part-number': '2 of 3',
    });
  });

  test('of plain text is what its header calls it', () => {
    const letter: LibraryDocument = {
      ...article,
      kind: 'letter',
      title: 'To the reeve',
      from: [{ name: 'Ada Marsh', key: null }],
      to: [{ name: 'The reeve', key: null }],
      date: dayAt('1900-05-01', '1 May 1900', 0),
      details: { type: 'plain', classification: null },
    };
    expect(held(letter, { ...newspaper, type: 'plain' })).toMatchObject({
      type: 'personal_communication',
      genre: 'letter',
      author: [{ family: 'Marsh', given: 'Ada' }],
      recipient: [{ literal: 'The reeve' }],
      issued: { 'date-parts': [[1900, 5, 1]] },
    });
  });
});
