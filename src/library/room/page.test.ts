import { describe, expect, test } from 'vitest';
import { openRoom } from './room.js';
import { pageView } from './page.js';
import { twoTowns } from './testing/two-towns.js';
import { CHAPTER_1 } from './testing/two-towns-library.js';
import type { RoomMaterial } from './material.js';
import type { PageView } from './views.js';

function pageOf(id: string, changes: Partial<RoomMaterial> = {}): PageView {
  const page = pageView(id, openRoom(twoTowns(changes)));
  if (page === null) throw new Error(`no page ${id}`);
  return page;
}

/** The lines of a record card as `[name, value, stated]`. */
function cardOf(id: string): [string, string, string | null][] {
  return pageOf(id).card.map(({ name, value, stated }) => [name, value, stated]);
}

describe('a page', () => {
  test('of no document is none', () => {
    const room = openRoom(twoTowns());
    for (const id of ['', 'LET/d99', 'let/d1', 'LET/', '__proto__', 'LET/d1/p1', '../LET']) {
      expect(pageView(id, room)).toBeNull();
    }
  });

  test('has the text as it is, its notes, and what could not be read', () => {
    const page = pageOf('LET/d1');
    expect(page.blocks.map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(page.notes.map(({ id }) => id)).toEqual(['fn1']);
    expect([page.remarks, page.getting]).toEqual([[], null]);
    expect(pageOf('LET/d2').remarks.map(({ message }) => message)).toEqual(['no place']);
    expect(pageOf('GAZ').remarks.map(({ message }) => message)).toEqual(['no photograph']);
    expect(JSON.stringify(pageOf('TALE').blocks)).toContain('<b>the bridge</b>');
  });

  test('that is not held says where the text is, and which file to import', () => {
    const none = { collections: [] };
    expect(pageOf('LET/d1', none).getting).toEqual({
      where: 'https://letters.example/letters-1900/d1',
      file: 'letters-1900.txt',
    });
    expect(pageOf('MEM').getting).toEqual({ where: null, file: null });
    // The volume is here, and this document is not in it.
    expect(pageOf('LET/d9').getting).toMatchObject({ file: null });
    expect(pageOf('LET/d3').getting?.where).toBe('https://letters.example/letters-1900/d3');
  });
});

describe('the record card', () => {
  test('of a document of an edition has every field', () => {
    expect(cardOf('LET/d1')).toEqual([
      ['Kind', 'telegram', null],
      ['Number', '1', null],
      ['Title', 'Letter From the Reeve to the Mayor', null],
      ['From', 'Reeve Östlund', null],
      ['To', 'the Mayor', null],
      ['Place', 'Northbank', null],
      ['Date', '2 May 1900, 19:00 (16:00Z)', 'May 2, 1900, 7 p.m.'],
      ['Signed', 'Östlund', null],
      ['Classification', 'Secret', null],
      ['Precedence', 'Urgent', null],
      ['Handling', 'Eyes Only; By hand', null],
      ['Telegram number', '17', null],
      ['Carries', 'a letter of the reeve', null],
      ['Delivered', '2 May 1900', 'Delivered that day.'],
      ['Received', '2 May 1900, 23:15 (20:15Z): the clerk', 'Received at 11:15 p.m.'],
      ['Points to', 'document 2; d77', null],
      ['Note on the source', 'Town archive. Secret; Urgent.', null],
      ['Source', 'Letters of two towns', null],
      ['Editors', 'E. Editor', null],
      ['Published', '1930', null],
      ['How close it stood', 'edited documents', null],
      ['How it was read', 'whole, in a marked-up edition', null],
      ['Where it is', 'https://letters.example/letters-1900', null],
      ['File', 'letters-1900.file', null],
    ]);
    expect(cardOf('LET/d2')).toContainEqual(['Date', '3 May 1900, inferred', 'as of 1900-05-03']);
  });

  test('of an entry of a catalogue has every field', () => {
    expect(cardOf('LET/d3')).toEqual(
      expect.arrayContaining([
        [
          'Entry',
          'Memorandum, 3 May 1900, on the mill tolls. Confidential. 4 pp. Mill archive.',
          null,
        ],
        ['Subject', 'the mill tolls', null],
        ['Classification', 'Confidential', null],
        ['Pages', '4', null],
        ['Archive', 'Mill archive', null],
      ]),
    );
  });

  test('of a newspaper has every field', () => {
    expect(cardOf('GAZ')).toEqual(
      expect.arrayContaining([
        ['Headline', 'LETTERS LET OUT', null],
        ['Date', '7 January 1930', 'as of 1930-01-07'],
        ['Byline', 'A. Reporter; B. Reporter', null],
        ['Newspaper', 'The Gazette', null],
        ['Copyright holder', 'Gazette Company', null],
        ['Copyright year', '1930', null],
        ['Weekday', 'Tuesday', null],
        ['Tag', '17', null],
        ['Section', 'NATIONAL', null],
        ['Page', 'A-1', null],
        ['Edition', 'METRO', null],
        ['Supplied by', 'News Agency', null],
        ['Dateline', 'NORTHBANK', null],
        ['Length', 'Medium', null],
      ]),
    );
  });

  test('of a part of a chapter has every field', () => {
    expect(cardOf('TALE')).toEqual(
      expect.arrayContaining([
        ['Chapter', '7', null],
        ['Part', '2 of 3', null],
        ['Chapter completed', 'yes, the page says so', null],
      ]),
    );
  });
});

describe('its place', () => {
  test('among the documents of its collection', () => {
    expect(pageOf('LET/d2').place).toEqual({
      previous: { id: 'LET/d1', title: 'Letter From the Reeve to the Mayor' },
      next: { id: 'LET/d3', title: 'On the mill tolls' },
      part: 2,
      parts: 5,
      unit: 'document',
      absent: [],
    });
    expect(pageOf('LET/d1').place.previous).toBeNull();
    expect(pageOf('LET/d10').place.next).toBeNull();
    expect(pageOf('MEM').place).toMatchObject({ part: 1, parts: 1, previous: null, next: null });
    expect(pageOf('LET').place).toMatchObject({ part: 1, parts: 1, previous: null, next: null });
  });

  test('among the parts of its chapter, absent ones told', () => {
    expect(pageOf('TALE').place).toEqual({
      previous: { id: null, title: 'Part 1 of 3' },
      next: { id: null, title: 'Part 3 of 3' },
      part: 2,
      parts: 3,
      unit: 'part',
      absent: [1, 3],
    });
    const collections = [CHAPTER_1, ...twoTowns().collections];
    expect(pageOf('TALE', { collections }).place).toMatchObject({
      previous: { id: 'TALE/1', title: 'The bridge, first part' },
      absent: [3],
    });
    expect(pageOf('TALE/1', { collections }).place.next?.id).toBe('TALE');
  });
});

describe('the margin', () => {
  test('of an account has its claims where they stand', () => {
    const { claims } = pageOf('TALE');
    expect(claims.map(({ id, block }) => [id, block])).toEqual([
      ['A1', 'p2'],
      ['A2', null],
    ]);
    expect(claims[0]).toMatchObject({
      account: { id: 'TALE_A', title: 'The tale', document: 'TALE' },
      verdict: 'contradicted',
      record: 'It was closed the day before.',
      disagreements: ['Q1'],
    });
  });

  test('says of each citation how close its source stood', () => {
    expect(pageOf('TALE').claims[0]?.cites).toEqual([
      {
        text: 'LET d1 and fn 1',
        documents: [{ id: 'LET/d1', title: 'Our title' }],
        source: 'LET',
        standing: 'edited documents',
        basis: 'xml',
      },
      {
        text: 'RECALL',
        documents: [{ id: 'RECALL', title: 'Source RECALL' }],
        source: 'RECALL',
        standing: 'from memory',
        basis: 'recall',
      },
    ]);
  });

  test('leads to the instant in Replay; what the record has no entry of leads nowhere', () => {
    expect(pageOf('TALE').claims[0]?.moments).toEqual([
      {
        entry: 'I1',
        title: 'Entry I1',
        at: '1900-05-02T07:30:30.000Z',
        replay: '/replay/two-towns?at=1900-05-02T07:30Z&as=truth&mark=I1',
      },
      expect.objectContaining({
        replay: '/replay/two-towns?at=1900-05-02T07:30Z&as=truth&bond=O1',
      }),
    ]);
  });

  test('of a cited document has the claims that cite it, in no block', () => {
    expect(pageOf('LET/d1').claims.map(({ id, block }) => [id, block])).toEqual([
      ['A1', null],
      ['A2', null],
    ]);
    expect(pageOf('LET/d9').claims).toEqual([]);
  });

  test('has the disagreements that a document or its claims take part in', () => {
    for (const id of ['TALE', 'LET/d2', 'MEM']) {
      expect(pageOf(id).disagreements.map((one) => one.id)).toEqual(['Q1']);
    }
    expect(pageOf('LET/d1').disagreements).toEqual([]);
    expect(pageOf('MEM').disagreements[0]?.positions[1]?.cites.map(({ text }) => text)).toEqual([
      'LET d2',
      'MEM',
    ]);
  });

  test('has the letter that it bears, with the way it went by the clocks of its places', () => {
    const [letter, ...others] = pageOf('LET/d1').letters;
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      id: 'D1',
      title: 'The first offer',
      moment: { replay: '/replay/two-towns?at=1900-05-02T07:30Z&as=truth&letter=D1' },
      legs: [
        {
          from: 'Reeve',
          to: 'Ferryman',
          channel: 'Ferry',
          sent: { text: '3 May 1900, 01:30 (2 May, 22:30Z)', flag: 'stated' },
          arrived: { text: '3 May 1900, about 02:10 (07:10Z)', flag: 'estimated' },
        },
        { arrived: null },
      ],
    });
    expect(pageOf('LET/d2').letters).toEqual([]);
  });

  test('tells how the document was locked away and let out', () => {
    const { custody } = pageOf('LET/d1');
    expect(custody?.documents).toEqual([{ id: 'LET/d1', title: 'Our title' }]);
    expect(custody?.steps).toMatchObject([
      { type: 'sealed', at: { flag: 'from memory' }, together: false },
      { type: 'released', at: { text: '6 January 1930', flag: 'stated' }, together: true },
    ]);
    expect(pageOf('LET/d2').custody).toBeNull();
  });
});
