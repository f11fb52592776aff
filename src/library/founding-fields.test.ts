import { describe, expect, test } from 'vitest';
import type { Collection, DocumentDetails, LibraryDocument } from './document.js';
import { founding, hasFounding, invented } from './testing/sources.js';

/** Each test reads invented files of both formats and, where they are, the founding documents. */

type Details<T extends DocumentDetails['type']> = Extract<DocumentDetails, { type: T }>;

const article = await invented('beacon-1931-05-05.txt');
const articles = hasFounding
  ? [article, await founding('roanoke-times-1992-01-07.txt')]
  : [article];

const [firstPart, lastPart] = [
  await invented('chapter-12-1.txt'),
  await invented('chapter-12-3.txt'),
];
const parts = hasFounding
  ? [firstPart, lastPart, await founding('chapter-548.txt')]
  : [firstPart, lastPart];

/** What is expected of the files that are there: the founding document comes last. */
function held<T>(...all: readonly T[]): readonly T[] {
  return hasFounding ? all : all.slice(0, -1);
}

const only = ({ documents: [document] }: Collection): LibraryDocument => document!;

function articleFields<T>(field: (document: LibraryDocument) => T): readonly T[] {
  return articles.map(only).map(field);
}

function newspaper<K extends keyof Details<'newspaper'>>(name: K) {
  return articleFields(({ details }) => (details.type === 'newspaper' ? details[name] : null));
}

function chapter<K extends keyof Details<'chapter'>>(name: K) {
  return parts.map((part) => {
    const { details } = only(part);
    return details.type === 'chapter' ? details[name] : null;
  });
}

function textOf({ blocks }: LibraryDocument): string[] {
  return blocks.map(({ inlines }) =>
    inlines.map((inline) => ('text' in inline ? inline.text : '')).join(''),
  );
}

test.skipIf(!hasFounding)(
  'both founding documents are among them, without remarks (skips without ../shared)',
  () => {
    expect([articles.length, parts.length]).toEqual([2, 3]);
    expect([articles[1]!.remarks, parts[2]!.remarks]).toEqual([[], []]);
  },
);

describe('the newspaper record', () => {
  test('newspaper field "bylines": every name after "by", in order', () => {
    const bylines = held(['Ines Halloran', 'RTK'], ['Archana Subramaniam', 'CNB']);
    expect(newspaper('bylines')).toEqual(bylines);
    expect(articleFields(({ from }) => from.map(({ name }) => name))).toEqual(bylines);
  });

  test('newspaper field "newspaper": its name, also as publisher', () => {
    expect(newspaper('newspaper')).toEqual(held('Northbank Beacon', 'Roanoke Times'));
    expect(articles.map(({ publisher }) => publisher)).toEqual(newspaper('newspaper'));
  });

  test('newspaper field "copyright holder": what follows the year, full stop kept', () => {
    const holders = held('Ferry Lane Press, Ltd.', 'Landmark Communications, Inc.');
    expect(newspaper('copyrightHolder')).toEqual(holders);
  });

  test('newspaper field "copyright year": the year of the copyright, not of the date', () => {
    expect(newspaper('copyrightYear')).toEqual(held(1933, 1995));
  });

  test('newspaper field "weekday": as printed', () => {
    expect(newspaper('weekday')).toEqual(held('TUESDAY', 'TUESDAY'));
  });

  test('newspaper field "date": a day on the clock of the town that the paper is named after', () => {
    expect(articleFields(({ date }) => [date?.local, date?.precision, date?.stated])).toEqual(
      held(
        ['1931-05-05', 'day', 'TUESDAY, May 5, 1931'],
        ['1992-01-07', 'day', 'TUESDAY, January 7, 1992'],
      ),
    );
    expect(articleFields(({ date }) => [date?.earliest, date?.latest])).toEqual(
      held(
        // Nobody knows which clock Northbank keeps: from UTC+14 to UTC-12.
        [Date.UTC(1931, 4, 4, 10), Date.UTC(1931, 4, 6, 12) - 1],
        [Date.UTC(1992, 0, 7, 5), Date.UTC(1992, 0, 8, 5) - 1],
      ),
    );
    expect(article.remarks.map(({ code }) => code)).toEqual(['unplaced-clock']);
    expect(articles.map(({ published }) => published)).toEqual(articleFields(({ date }) => date));
  });

  test('newspaper field "tag": digits as text', () => {
    expect(newspaper('tag')).toEqual(held('3105050044', '9201070172'));
  });

  test('newspaper field "section": with its slash', () => {
    expect(newspaper('section')).toEqual(held('HARBOUR/BRIDGE', 'NATIONAL/INTERNATIONAL'));
  });

  test('newspaper field "page": letter and number', () => {
    expect(newspaper('page')).toEqual(held('B3', 'A1'));
  });

  test('newspaper field "edition": as printed', () => {
    expect(newspaper('edition')).toEqual(held('EVENING', 'METRO'));
  });

  test('newspaper field "source": the agency', () => {
    expect(newspaper('source')).toEqual(held('River Wire', 'Associated Press'));
  });

  test('newspaper field "dateline": also as the place it was written at', () => {
    expect(newspaper('dateline')).toEqual(held('LONDON', 'WASHINGTON'));
    expect(articleFields(({ place }) => place)).toEqual(newspaper('dateline'));
  });

  test('newspaper field "length": as printed', () => {
    expect(newspaper('length')).toEqual(held('Short', 'Medium'));
  });

  test('newspaper field "headline": the title of the document', () => {
    expect(articleFields(({ title }) => title)).toEqual(
      held(
        'BRIDGE OPENS AGAIN, BOTH MAYORS SAY THEY WON',
        'CUBAN MISSILE CRISIS A VICTORY, KHRUSHCHEV BELIEVED',
      ),
    );
  });

  test('newspaper field "body": every paragraph in order, nothing of the header in it', () => {
    expect(articleFields(({ blocks }) => [blocks.length, blocks.at(-1)?.id])).toEqual(
      held([3, 'p3'], [16, 'p16']),
    );
    expect(articleFields((document) => textOf(document)[1]?.slice(0, 16))).toEqual(
      held('"We asked for no', 'The letters high'),
    );
    expect(articleFields(textOf).join('\n')).not.toMatch(/Copyright|TAG:|^by /m);
    expect(textOf(only(article))[2]).toContain('SOURCE: the clerk');
  });

  test('the id is made of newspaper, day and tag', () => {
    expect(articles.map(({ id }) => id)).toEqual(
      held('northbank-beacon-1931-05-05-3105050044', 'roanoke-times-1992-01-07-9201070172'),
    );
  });
});

describe('the chapter', () => {
  test('chapter field "number": the number of the chapter', () => {
    expect(chapter('chapter')).toEqual(held(12, 12, 548));
    expect(parts.map((part) => only(part).number)).toEqual(held('12', '12', '548'));
  });

  test('chapter field "title": without number and part', () => {
    const own = 'The Quarrel of the Two Towns';
    expect(parts.map((part) => only(part).title)).toEqual(
      held(own, own, 'Telling the Story of the Cuban Missile Crisis'),
    );
  });

  test('chapter field "part n of m": from the heading', () => {
    expect(chapter('part')).toEqual(held(1, 3, 2));
    expect(chapter('parts')).toEqual(held(3, 3, 2));
    expect(parts.map((part) => only(part).key)).toEqual(held('1', '3', '2'));
  });

  test('chapter field "absent parts": parts of one chapter share an id but for the last number', () => {
    const own = 'chapter-12-the-quarrel-of-the-two-towns';
    expect(parts.map(({ id }) => id)).toEqual(
      held(`${own}-1`, `${own}-3`, 'chapter-548-telling-the-story-of-the-cuban-missile-crisis-2'),
    );
    const [here, of] = [chapter('part').slice(0, 2), chapter('parts')[0]];
    const absent = Array.from({ length: of! }, (_, i) => i + 1).filter((n) => !here.includes(n));
    expect(absent).toEqual([2]);
  });

  test('chapter field "completed": only where the page says so', () => {
    expect(chapter('completed')).toEqual(held(false, true, true));
  });

  test('chapter field "text": whole, with the controls of the site stripped at head and foot', () => {
    const ends = parts.map((part) => {
      const text = textOf(only(part));
      return [text.length, text[0]?.slice(0, 15), text.at(-1)];
    });
    expect(ends).toEqual(
      held(
        [2, 'A cannon stood ', 'The ferry was the only post.'],
        [
          3,
          'On the fourth d',
          'The bridge was opened on the eighth day, in the morning, before the market.',
        ],
        [17, 'On the 26th, 16', 'This plan was approved.'],
      ),
    );
    const texts = parts.flatMap((part) => textOf(only(part)));
    expect(texts.join('\n')).not.toMatch(/Font|PrevPage|Favorite|completed/);
    // A word in the text that is also the name of a control stays.
    expect(texts.filter((text) => text === 'Night')).toHaveLength(1);
  });
});
