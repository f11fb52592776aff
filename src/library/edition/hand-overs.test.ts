import { describe, expect, test } from 'vitest';
import type { ImportRemark } from '../document.js';
import { clockTime, dayTime } from '../time/stated-time.js';
import type { Dateline } from './dateline.js';
import { readHandOvers } from './hand-overs.js';
import { noRemarks, reporterFor } from './reporter.js';
import type { Telling } from './telling.js';

const DAY = { year: 1962, month: 10, day: 27 };
const says = (place: string) => ({ stated: '', place, inferred: false });

function dateline(place: string, hour: number | null = null): Dateline {
  const clock = { hour: hour ?? 0, minute: 0, about: false };
  const date = hour === null ? dayTime(DAY, says(place)) : clockTime(DAY, clock, says(place));
  return { place, date, day: DAY, around: DAY };
}

const UNDATED: Dateline = { place: 'Moscow', date: null, day: null, around: null };

function told(text: string, where: Partial<Telling> = {}) {
  const remarks = noRemarks();
  const telling: Telling = {
    text,
    by: 'note',
    dateline: dateline('Moscow'),
    before: null,
    ...where,
  };
  const read = readHandOvers(telling, reporterFor('d1', remarks)).map(
    ({ type, to, at }) => `${type} ${to}: ${at.local} ${at.place}`,
  );
  return { read, remarks: remarks.list.map(({ code }: ImportRemark) => code) };
}

describe('a note on a source tells of hand-overs', () => {
  test.each([
    // The place that is named implies the clock, and a day that is not named is the document's.
    [
      'Received in the Department of State at 9:06 p.m.',
      ['received Department of State: 1962-10-27T21:06-04:00 Washington'],
    ],
    [
      'Received at the White House at 9 a.m. October 28.',
      ['received White House: 1962-10-28T09:00-05:00 Washington'],
    ],
    [
      'Passed to the White House at 11:05 a.m. October 23.',
      ['passed White House: 1962-10-23T11:05-04:00 Washington'],
    ],
    [
      'It was delivered to the Ministry at about 6 p.m. Washington time.',
      ['delivered Ministry: 1962-10-27T18:00-04:00 Washington'],
    ],
    [
      'It was broadcast over Moscow radio at 5 p.m., the same time the text was delivered to the Embassy.',
      [
        'broadcast null: 1962-10-27T17:00+03:00 Moscow',
        'delivered Embassy: 1962-10-27T17:00+03:00 Moscow',
      ],
    ],
    [
      'It was broadcast at 5 p.m. Moscow time, October 28, and a text delivered to the Embassy at 5:10 p.m. the same day.',
      [
        'broadcast null: 1962-10-28T17:00+03:00 Moscow',
        'delivered Embassy: 1962-10-28T17:10+03:00 Moscow',
      ],
    ],
    [
      'According to telegram 3101 from Moscow, October 29, Orlov handed it to Pell at 4 p.m. that day.',
      ['delivered Pell: 1962-10-29T16:00+03:00 Moscow'],
    ],
    [
      'On January 3, 1963, Orlov handed a translation to Robert Hale in New York.',
      ['delivered Robert Hale: 1963-01-03 New York'],
    ],
    [
      'It was given to Pell at the White House on October 30 and sent to Quill on November 2.',
      ['delivered Pell: 1962-10-30 Washington'],
    ],
    ['It was delivered to Pell in London on January 2.', ['delivered Pell: 1963-01-02 London']],
    ['It was handed to Pell at 8 a.m.', ['delivered Pell: 1962-10-27T08:00+03:00 Moscow']],
    ['It was received at 10 a.m. EST October 30.', ['received null: 1962-10-30T10:00-05:00 EST']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual({ read: expected, remarks: [] });
  });

  test.each([
    'Another copy was delivered to Pell at 4 p.m. October 27.',
    'A copy was handed to Pell on October 27.',
    'At 7:41 p.m. on October 21 the Department had sent the first draft.',
    'A January 18 note states that the message was received by Quill.',
    'It should be delivered to Orlov at 4 p.m.',
    'It was to be handed to Orlov on October 28.',
    'Regarding delivery of this letter on October 28, see vol. V.',
    'Quill was informed of publication at 7 p.m. June 12.',
    'The message was given to the President.',
  ])('%s: this is none', (text) => {
    expect(told(text)).toEqual({ read: [], remarks: [] });
  });

  test('where nobody says on which clock, it may be any, and is reported', () => {
    expect(told('It was received on November 5.')).toEqual({
      read: ['received null: 1962-11-05 null'],
      remarks: ['unplaced-clock'],
    });
    // Handed over on another day than the document's, it need not have been at its place.
    expect(told('It was handed to Pell at 8 a.m. October 29.').read).toEqual([
      'delivered Pell: 1962-10-29T08:00 null',
    ]);
  });

  test('a day without a year is left out where nothing tells the year', () => {
    const text = 'It was received at the White House on November 5.';
    expect(told(text, { dateline: UNDATED })).toEqual({ read: [], remarks: ['date-without-year'] });
    const before = { year: 1962, month: 11, day: 3 };
    expect(told(text, { dateline: UNDATED, before })).toEqual({
      read: ['received White House: 1962-11-05 Washington'],
      remarks: ['year-of-neighbour'],
    });
    const later = { year: 1962, month: 11, day: 6 };
    expect(told(text, { dateline: UNDATED, before: later }).remarks).toEqual(['date-without-year']);
  });
});

describe('the opening of a telegram tells of deliveries', () => {
  const opening = (text: string, hour = 14) =>
    told(text, { by: 'opening', dateline: dateline('Moscow', hour) });

  test.each([
    [
      'Following letter from Orlov handed me by Quill at 12:15 today.',
      ['delivered null: 1962-10-27T12:15+03:00 Moscow'],
    ],
    [
      'Letter from Orlov delivered to Embassy by messenger 4:43 p.m. Moscow time October 26, under cover.',
      ['delivered Embassy: 1962-10-26T16:43+03:00 Moscow'],
    ],
    [
      'Original delivered to North Embassy 1:45 a.m. Washington time October 25.',
      ['delivered North Embassy: 1962-10-25T01:45-04:00 Washington'],
    ],
    [
      'Text handed to North Embassy and released by White House at 4:35 AM.',
      ['delivered North Embassy: 1962-10-27T04:35-04:00 Washington'],
    ],
    [
      'Letter handed me by Quill this morning.',
      ['delivered null: 1962-10-27T00:00+03:00/1962-10-27T11:59+03:00 Moscow'],
    ],
    [
      'Letter which Quill handed President at White House today:',
      ['delivered President: 1962-10-27 Washington'],
    ],
  ])('%s', (text, expected) => {
    expect(opening(text)).toEqual({ read: expected, remarks: [] });
  });

  test('what would be after its sending is left out and reported', () => {
    expect(opening('Letter handed me by Quill this afternoon.', 1)).toEqual({
      read: [],
      remarks: ['hand-over-too-late'],
    });
    expect(opening('Letter handed me by Quill at 3 p.m. today.')).toEqual({
      read: [],
      remarks: ['hand-over-too-late'],
    });
  });

  test('wishes, and letters that its sender received, are none', () => {
    expect(opening('Please deliver at 4 p.m. This should be delivered by noon.').read).toEqual([]);
    expect(opening('I was received by Orlov at 11 a.m. today.').read).toEqual([]);
  });
});
