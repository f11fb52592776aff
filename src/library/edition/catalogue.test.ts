import { describe, expect, test } from 'vitest';
import { cardDetails, collectionOf, documentIn, timeText } from './testing/reading.js';
import { cardOf, chapterOf, volumeOf } from './testing/supplements.js';

const NAMES = 'Telegram 430 from La Paz, February 9, 1961. Rope for the bridge. Secret. 1 p. DOS.';

async function read(head: string, entry: string, added = '') {
  const volume = await collectionOf(volumeOf(chapterOf(head, cardOf('1', entry, added))));
  const card = documentIn(volume, 'd1');
  const remarks = volume.remarks.map(({ code }) => code);
  return { card, details: cardDetails(card), remarks };
}

describe('an entry of a catalogue', () => {
  test('gives subject, classification, pages, archive, date and the post that it is from', async () => {
    const { card, details, remarks } = await read('Bolivia', NAMES);
    expect(details).toEqual({
      type: 'catalogue',
      entry: NAMES,
      subject: 'Rope for the bridge.',
      classification: 'Secret',
      pages: 1,
      archive: 'DOS.',
    });
    expect(card).toMatchObject({
      key: 'd1',
      number: '1',
      title: 'Telegram 430 from La Paz, February 9, 1961',
      kind: 'telegram',
      from: [{ name: 'La Paz', key: null }],
      to: [],
      place: 'La Paz',
      signed: null,
      blocks: [],
      notes: [],
    });
    expect(timeText(card.date)).toBe(
      '1961-02-09 = 1961-02-09T04:00Z to 1961-02-10T03:59Z, day, La Paz',
    );
    expect(remarks).toEqual([]);
  });

  test('a date without a year is in the year of its chapter', async () => {
    const entry = 'Memorandum from Reed to Quill, October 27. A rope. Top Secret. 3 pp. CIA Files.';
    const { card, remarks } = await read('October 27, 1962', entry);
    expect(card).toMatchObject({
      from: [{ name: 'Reed', key: null }],
      to: [{ name: 'Quill', key: null }],
      place: null,
      date: { local: '1962-10-27', precision: 'day', place: null, inferred: false },
    });
    expect(remarks).toEqual(['unplaced-days']);
  });

  test('where no chapter names a year, the date is left out and reported', async () => {
    const { card, remarks } = await read('Bolivia', 'Note, May 3. A rope. Secret. 1 p. DOS.');
    expect(card.date).toBeNull();
    expect(remarks).toEqual(['date-without-year']);
  });

  test('an entry that calls itself undated has no date, and nothing to remark', async () => {
    const { card, remarks } = await read('May 1961', 'Paper, undated. A rope. Secret. 1 p. DOS.');
    expect([card.date, remarks]).toEqual([null, []]);
  });

  test('a month alone is a month', async () => {
    const { card } = await read(
      '1961',
      'Report by Reed, October 1961. Ropes. 216 pp. Secret. DOS.',
    );
    expect(card.date).toMatchObject({ local: '1961-10', precision: 'month' });
    expect(cardDetails(card)).toMatchObject({ pages: 216, classification: 'Secret' });
  });

  test('an inferred dateline of the newer encoding gives the date', async () => {
    const dateline =
      '<dateline><placeName>Moscow</placeName>, <date when="1963-03-18" ' +
      'ana="#date_undated-inferred-from-document-head">March 18, 1963</date></dateline>';
    const { card } = await read('Bolivia', 'Note, March 18. A rope. Secret. 1 p. DOS.', dateline);
    expect(card).toMatchObject({ place: 'Moscow', date: { local: '1963-03-18', inferred: true } });
  });

  test.each([
    [
      'Memorandum of conversation, May 3, 1961, between Reed and Quill.',
      'memorandum of conversation',
    ],
    [
      'Memorandum of telephone conversation between Reed and Quill, May 3, 1961.',
      'memorandum of conversation',
    ],
    ['Notes from transcripts of JCS meetings, October 27, 1962.', 'record of a meeting'],
    ['NSC Executive Committee record of action, October 27, 1962.', 'record of a meeting'],
    ['Memorandum for the record, May 3, 1961.', 'memorandum'],
    ['Circular telegram 700 to all posts, May 3, 1961.', 'telegram'],
    ['Letter from Reed to Quill, May 3, 1961.', 'letter'],
    ['Special report prepared by the ferry, May 3, 1961.', 'report'],
    ['Despatch 419 from Quito, May 3, 1961.', 'document'],
  ])('%s is a %s', async (opening, kind) => {
    const { card } = await read('1961', `${opening} A rope. Secret. 1 p. DOS.`);
    expect(card.kind).toBe(kind);
  });

  test.each([
    ['Telegram 4292 to CIA from Agency men, April 18, 1961.', ['Agency men'], ['CIA']],
    [
      'Telegram 84 to Tegucigalpa, 134 to Managua, and 81 to San Salvador, May 3, 1961.',
      [],
      ['Tegucigalpa', 'Managua', 'San Salvador'],
    ],
    [
      'Memorandum from Reed to Quill, Hale, and the Director of the Ferry, May 3, 1961.',
      ['Reed'],
      ['Quill, Hale, and the Director of the Ferry'],
    ],
    [
      'Memorandum from General Pell to Quill, JCSM-236–61, May 3, 1961.',
      ['General Pell'],
      ['Quill'],
    ],
    ['Memorandum of conversation between Reed and Quill, May 3, 1961.', [], []],
  ])('%s tells who it is from and to', async (opening, from, to) => {
    const { card } = await read('1961', `${opening} A rope. Secret. 1 p. DOS.`);
    expect(card.from.map(({ name }) => name)).toEqual(from);
    expect(card.to.map(({ name }) => name)).toEqual(to);
  });

  test('a classification that is not set apart from the subject is reported, not guessed', async () => {
    const { details, remarks } = await read(
      '1961',
      'Paper, undated. A rope Too Secret 14 pp. DOS.',
    );
    expect(details).toMatchObject({
      classification: null,
      pages: 14,
      subject: 'A rope Too Secret',
    });
    expect(remarks).toEqual(['unread-entry']);
  });

  test('an entry may name neither classification nor pages', async () => {
    const { details } = await read('1961', 'Paper, undated. A rope; a U-2. DOS, CF, 1.');
    expect(details).toMatchObject({
      subject: 'A rope; a U-2.',
      classification: null,
      pages: null,
      archive: 'DOS, CF, 1.',
    });
  });

  test('a number may bear a letter', async () => {
    const volume = await collectionOf(volumeOf(cardOf('273A', NAMES)));
    expect(documentIn(volume, 'd273A').number).toBe('273A');
  });
});
