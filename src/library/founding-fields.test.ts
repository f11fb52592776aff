import { describe, expect, test } from 'vitest';
import type { Collection, DocumentDetails, LibraryDocument } from './document.js';
import { founding, hasFounding, invented } from './testing/sources.js';

/** Each test reads invented files of both formats and, where they are, the founding documents. */

type Details<T extends DocumentDetails['type']> = Extract<DocumentDetails, { type: T }>;

function detailsOf<T extends DocumentDetails['type']>(type: T, document: LibraryDocument) {
  const { details } = document;
  if (details.type !== type) throw new Error(`${details.type} instead of ${type}`);
  return details as Details<T>;
}

function textOf({ blocks }: LibraryDocument): string[] {
  return blocks.map(({ inlines }) =>
    inlines.map((inline) => ('text' in inline ? inline.text : '')).join(''),
  );
}

const only = ({ documents: [document] }: Collection): LibraryDocument => document!;

test.skipIf(!hasFounding)(
  'both founding documents are among them (skips without ../shared)',
  async () => {
    expect((await founding('chapter-548.txt')).remarks).toEqual([]);
    expect((await founding('roanoke-times-1992-01-07.txt')).remarks).toEqual([]);
  },
);

describe('the newspaper record', async () => {
  const own = await invented('beacon-1931-05-05.txt');
  const old = hasFounding ? await founding('roanoke-times-1992-01-07.txt') : null;

  /** What a field is in the invented record and in the founding document. */
  function expectField<T>(field: (document: LibraryDocument) => T, first: T, second: T): void {
    expect(field(only(own))).toEqual(first);
    if (old !== null) expect(field(only(old))).toEqual(second);
  }
  function expectDetail<K extends keyof Details<'newspaper'>>(
    name: K,
    first: Details<'newspaper'>[K],
    second: Details<'newspaper'>[K],
  ): void {
    expectField((document) => detailsOf('newspaper', document)[name], first, second);
  }

  test('newspaper field "bylines": every name after "by", in order', () => {
    expectDetail('bylines', ['Ines Halloran', 'RTK'], ['Archana Subramaniam', 'CNB']);
    expectField(
      ({ from }) => from.map(({ name }) => name),
      ['Ines Halloran', 'RTK'],
      ['Archana Subramaniam', 'CNB'],
    );
  });

  test('newspaper field "newspaper": its name, also as publisher', () => {
    expectDetail('newspaper', 'Northbank Beacon', 'Roanoke Times');
    expect(own.publisher).toBe('Northbank Beacon');
  });

  test('newspaper field "copyright holder": what follows the year, full stop kept', () => {
    expectDetail('copyrightHolder', 'Ferry Lane Press, Ltd.', 'Landmark Communications, Inc.');
  });

  test('newspaper field "copyright year": the year of the copyright, not of the date', () => {
    expectDetail('copyrightYear', 1933, 1995);
  });

  test('newspaper field "weekday": as printed', () => {
    expectDetail('weekday', 'TUESDAY', 'TUESDAY');
  });

  test('newspaper field "date": a day on the clock of the town that the paper is named after', () => {
    const dateOf = ({ date }: LibraryDocument) => [date?.local, date?.precision, date?.stated];
    expectField(
      dateOf,
      ['1931-05-05', 'day', 'TUESDAY, May 5, 1931'],
      ['1992-01-07', 'day', 'TUESDAY, January 7, 1992'],
    );
    const hours = ({ date }: LibraryDocument) => [date!.earliest, date!.latest];
    // Nobody knows which clock Northbank keeps: from UTC+14 to UTC-12.
    const [from, to] = [Date.UTC(1931, 4, 4, 10), Date.UTC(1931, 4, 6, 12) - 1];
    const [first, last] = [Date.UTC(1992, 0, 7, 5), Date.UTC(1992, 0, 8, 5) - 1];
    expectField(hours, [from, to], [first, last]);
    expect(own.remarks.map(({ code }) => code)).toEqual(['unplaced-clock']);
    expect(own.published).toEqual(only(own).date);
  });

  test('newspaper field "tag": digits as text', () => {
    expectDetail('tag', '3105050044', '9201070172');
  });

  test('newspaper field "section": with its slash', () => {
    expectDetail('section', 'HARBOUR/BRIDGE', 'NATIONAL/INTERNATIONAL');
  });

  test('newspaper field "page": letter and number', () => {
    expectDetail('page', 'B3', 'A1');
  });

  test('newspaper field "edition": as printed', () => {
    expectDetail('edition', 'EVENING', 'METRO');
  });

  test('newspaper field "source": the agency', () => {
    expectDetail('source', 'River Wire', 'Associated Press');
  });

  test('newspaper field "dateline": also as the place it was written at', () => {
    expectDetail('dateline', 'LONDON', 'WASHINGTON');
    expectField(({ place }) => place, 'LONDON', 'WASHINGTON');
  });

  test('newspaper field "length": as printed', () => {
    expectDetail('length', 'Short', 'Medium');
  });

  test('newspaper field "headline": the title of the document', () => {
    expectField(
      ({ title }) => title,
      'BRIDGE OPENS AGAIN, BOTH MAYORS SAY THEY WON',
      'CUBAN MISSILE CRISIS A VICTORY, KHRUSHCHEV BELIEVED',
    );
  });

  test('newspaper field "body": every paragraph in order, nothing of the header in it', () => {
    expectField(({ blocks }) => blocks.length, 3, 16);
    expectField(({ blocks }) => blocks.at(-1)!.id, 'p3', 'p16');
    for (const text of textOf(only(own))) expect(text).not.toMatch(/Copyright|TAG:|^by /);
    expect(textOf(only(own))[2]).toContain('SOURCE: the clerk');
    expectField(
      (document) => textOf(document)[1]!.slice(0, 16),
      '"We asked for no',
      'The letters high',
    );
  });

  test('newspaper id: paper, day and tag', () => {
    expect(own.id).toBe('northbank-beacon-1931-05-05-3105050044');
    if (old !== null) expect(old.id).toBe('roanoke-times-1992-01-07-9201070172');
  });
});

describe('the chapter', async () => {
  const [first, third] = [await invented('chapter-12-1.txt'), await invented('chapter-12-3.txt')];
  const old = hasFounding ? await founding('chapter-548.txt') : null;
  const chapterOf = (collection: Collection) => detailsOf('chapter', only(collection));

  test('chapter field "number": the number of the chapter', () => {
    expect([chapterOf(third).chapter, only(third).number]).toEqual([12, '12']);
    if (old !== null) expect(chapterOf(old).chapter).toBe(548);
  });

  test('chapter field "title": without number and part', () => {
    expect(only(third).title).toBe('The Quarrel of the Two Towns');
    if (old !== null) expect(only(old).title).toBe('Telling the Story of the Cuban Missile Crisis');
  });

  test('chapter field "part n of m": from the heading', () => {
    expect([chapterOf(first).part, chapterOf(first).parts]).toEqual([1, 3]);
    expect([chapterOf(third).part, chapterOf(third).parts]).toEqual([3, 3]);
    if (old !== null) expect([chapterOf(old).part, chapterOf(old).parts]).toEqual([2, 2]);
  });

  test('chapter field "absent parts": parts of one chapter share an id but for the last number', () => {
    const chapter = 'chapter-12-the-quarrel-of-the-two-towns';
    expect([first.id, third.id]).toEqual([`${chapter}-1`, `${chapter}-3`]);
    const held = [first, third].map((collection) => chapterOf(collection).part);
    const all = Array.from({ length: chapterOf(first).parts }, (_, i) => i + 1);
    expect(all.filter((part) => !held.includes(part))).toEqual([2]);
    if (old !== null) {
      expect(old.id).toBe('chapter-548-telling-the-story-of-the-cuban-missile-crisis-2');
      expect(only(old).key).toBe('2');
    }
  });

  test('chapter field "completed": only where the page says so', () => {
    expect([chapterOf(first).completed, chapterOf(third).completed]).toEqual([false, true]);
    if (old !== null) expect(chapterOf(old).completed).toBe(true);
  });

  test('chapter field "text": whole, with the site\'s controls stripped at head and foot', () => {
    // A word in the text that is also the name of a control stays.
    expect(textOf(only(third)).map((text) => text.slice(0, 18))).toEqual([
      'On the fourth day ',
      'Night',
      'The bridge was ope',
    ]);
    expect(textOf(only(first)).at(-1)).toBe('The ferry was the only post.');
    if (old === null) return;
    const text = textOf(only(old));
    expect([text.length, text[0]!.slice(0, 15), text.at(-1)]).toEqual([
      17,
      'On the 26th, 16',
      'This plan was approved.',
    ]);
    expect(text.join('\n')).not.toMatch(/Font|Night|PrevPage|Favorite|completed/);
  });
});
