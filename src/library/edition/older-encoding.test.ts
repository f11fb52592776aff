import { describe, expect, test } from 'vitest';
import {
  collectionOf,
  documentIn,
  editionDetails,
  fixture,
  timeText,
  written,
} from './testing/reading.js';

const volume = await collectionOf(fixture('older-volume.xml'), 'older-volume.xml');
const document = (key: string) => documentIn(volume, key);
const details = (key: string) => editionDetails(document(key));
const blocks = (key: string) =>
  document(key).blocks.map(({ id, type, inlines }) => `${id} ${type}: ${written(inlines)}`);

describe('a volume in the older encoding', () => {
  test('its description is that of its file', () => {
    const { documents, remarks, published, file: _, ...rest } = volume;
    expect(rest).toEqual({
      format: 'backchannel-collection/1',
      id: 'frus1962v99',
      type: 'edition',
      title: 'Papers of the Bridge Crisis, Volume XCIX',
      editors: ['Ada Quill', 'Ben Reed'],
      publisher: 'Bridge Printing Office',
      publishedAt: 'Washington',
    });
    expect(timeText(published)).toBe(
      '1996 = 1996-01-01T05:00Z to 1997-01-01T04:59Z, year, Washington',
    );
    expect(documents.map(({ key }) => key)).toEqual(['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7']);
    expect(remarks.length).toBeGreaterThan(0);
  });

  test('the heading gives number, title and kind; its marks, who it is from and to', () => {
    const { key, number, title, kind, from, to, place, signed } = document('d1');
    expect({ key, number, title, kind, from, to, place, signed }).toEqual({
      key: 'd1',
      number: '1',
      title: 'Letter From Chairman Orlov to President Hale',
      kind: 'letter',
      from: [{ name: 'Orlov', key: 'p_ORL1' }],
      to: [{ name: 'Hale', key: 'p_HAL1' }],
      place: 'Moscow',
      signed: 'O. Orlov',
    });
    expect(document('d2').from).toEqual([{ name: 'Embassy in the North', key: null }]);
    expect(document('d2').to).toEqual([{ name: 'Department of State', key: null }]);
    expect(volume.documents.map((each) => each.kind)).toEqual([
      'letter',
      'telegram',
      'editorial note',
      'message',
      'memorandum',
      'oral statement',
      'letter',
    ]);
  });

  test('a time without an offset is on the clock of its place', () => {
    expect(timeText(document('d1').date)).toBe(
      '1962-10-09 = 1962-10-08T21:00Z to 1962-10-09T20:59Z, day, Moscow',
    );
    expect(timeText(document('d2').date)).toBe(
      '1962-10-26T19:00+03:00 = 1962-10-26T16:00Z, minute, Moscow',
    );
    expect(document('d2').date).toMatchObject({
      stated: 'October 26, 1962, 7 p.m.',
      inferred: false,
    });
  });

  test('an undated document has a place and no date', () => {
    expect(document('d4')).toMatchObject({ place: 'Moscow', date: null });
    expect(document('d3')).toMatchObject({ place: null, date: null });
  });

  test('an hour that the clock showed twice may be either', () => {
    expect(timeText(document('d5').date)).toBe(
      '1962-10-28T01:30 = 1962-10-28T05:30Z to 1962-10-28T06:30Z, interval, Washington',
    );
  });

  test('an hour at a place whose clock nobody knows may be any hour that was called so', () => {
    expect(timeText(document('d6').date)).toBe(
      '1962-10-29T06:00 = 1962-10-28T16:00Z to 1962-10-29T18:00Z, interval, Northbank',
    );
    expect(remarksOn('d6')).toEqual(['date-differs', 'unplaced-clock', 'no-classification']);
  });

  test('a day that no calendar has is reported and left out', () => {
    expect(document('d7').date).toBeNull();
    expect(remarksOn('d7')).toEqual(['unread-date', 'parties-disagree']);
  });

  test('the source note gives classification, precedence and handling', () => {
    expect(details('d1')).toMatchObject({
      classification: 'Top Secret',
      precedence: null,
      handling: ['Eyes Only'],
    });
    expect(details('d2')).toMatchObject({
      classification: 'Secret',
      precedence: 'Niact',
      handling: ['Verbatim Text'],
    });
    expect(details('d4').classification).toBe('No classification marking');
    expect(details('d6')).toMatchObject({
      sourceNote: 'Source: from the ferry.',
      classification: null,
    });
    expect(details('d3').sourceNote).toBeNull();
  });

  test('a telegram has a number, and carries the letter that its opening names', () => {
    expect(details('d2')).toMatchObject({ telegram: '1101', carries: 'Orlov' });
    expect(details('d1')).toMatchObject({ telegram: null, carries: null });
  });

  test('receipts come from the source note, on the clocks of their places', () => {
    const told = (key: string) =>
      details(key).receipts.map(({ type, to, at }) => `${type} ${to}: ${timeText(at)}`);
    expect(told('d1')).toEqual([
      'delivered Ambassador Pell: ' +
        '1962-10-11T12:15-04:00 = 1962-10-11T16:15Z, minute, Washington',
    ]);
    expect(told('d2')).toEqual([
      'received Department of State: ' +
        '1962-10-26T11:05-04:00 = 1962-10-26T15:05Z, minute, Washington',
      'passed White House: 1962-10-26T21:15-04:00 = 1962-10-27T01:15Z, minute, Washington',
    ]);
    expect(details('d1').receipts[0]).toMatchObject({
      stated:
        'The paper was handed to Ambassador Pell at the White House at 12:15 p.m. on October 11.',
      at: { stated: '12:15 p.m. on October 11', inferred: false },
    });
  });

  test('a receipt without a year takes that of the document before, and says so', () => {
    expect(details('d4').receipts.map(({ at }) => [timeText(at), at.inferred])).toEqual([
      ['1962-11-05 = 1962-11-04T10:00Z to 1962-11-06T11:59Z, day, no place', true],
    ]);
    expect(remarksOn('d4')).toEqual(['year-of-neighbour', 'unplaced-clock', 'unknown-references']);
  });

  test('deliveries come from the opening of a telegram', () => {
    expect(details('d2').deliveries).toMatchObject([
      {
        type: 'delivered',
        to: 'Embassy',
        at: {
          earliest: Date.UTC(1962, 9, 26, 13, 43),
          latest: Date.UTC(1962, 9, 26, 13, 43, 59, 999),
          precision: 'minute',
          local: '1962-10-26T16:43+03:00',
          place: 'Moscow',
          stated: '4:43 p.m. Moscow time October 26',
        },
      },
    ]);
    expect(details('d1').deliveries).toEqual([]);
  });

  test('text keeps its order, its styles, its notes, its pointers and its pages', () => {
    expect(blocks('d1')).toEqual([
      'p1 line: {p. 1}Moscow, October 9, 1962.',
      'p2 paragraph: DEAR MR. HALE, the bridge is *ours*, and the toll is **yours**.[^fn1] ' +
        'We said so twice.',
      'p3 paragraph: {p. 2}Three things matter:',
      'p4 heading: TERMS',
      'p5 item: the bridge, with its toll',
      'p6 item: the river',
      'p7 quotation: Who holds the bridge holds the town.',
      'p8 paragraph: See vol. IX, <Document 3 ->, another <volume ->, and Document 4.',
      'p9 signature: O. Orlov',
      'p10 signature: Chairman of the North[^fn2]',
    ]);
    expect(blocks('d2').slice(2)).toEqual([
      'p3 line: *Begin text.*',
      'p4 paragraph: The rope is {p. 4}taut.',
      'p5 signature: O. Orlov”',
      'p6 line: *End text*.',
      'p7 signature: Pell',
    ]);
    expect(blocks('d3')).toEqual(['p1 paragraph: Nobody wrote on that day.{p. 5}']);
    expect(document('d2').signed).toBe('O. Orlov; Pell');
  });

  test('notes stand apart, the one on the source first and without a mark', () => {
    const notes = document('d1').notes.map(
      ({ id, mark, inlines }) => `${id} ${mark}: ${written(inlines)}`,
    );
    expect(notes).toEqual([
      'fn0 null: Source: Hale Library, Bridge Files, Box 7. Top Secret; Eyes Only. The paper was ' +
        'handed to Ambassador Pell at the White House at 12:15 p.m. on October 11. Another copy ' +
        'was delivered on October 12.',
      'fn1 1: See <Document 2 d2> and <footnote 1 thereto d2>.',
      'fn2 2: Printed from an unsigned copy.',
    ]);
  });

  test('pointers and plain words lead to documents of the volume, and to no others', () => {
    expect(details('d1').crossReferences).toEqual(['d4', 'd2']);
    expect(details('d4').crossReferences).toEqual([]);
    expect(blocks('d4')[1]).toBe(
      'p2 paragraph: We have heard. Document 44 says more, and so does <Document 45 ->.',
    );
  });

  test('a pointer that its own words contradict leads nowhere, and is reported', () => {
    expect(remarksOn('d1')).toEqual(['misleading-pointers']);
  });

  test('remarks on the file count what would be one remark too often', () => {
    const ofFile = volume.remarks.filter((remark) => remark.document === null);
    expect(ofFile.map(({ code }) => code)).toEqual(['blanks-restored']);
    expect(ofFile[0]!.message).toContain('name: 2;');
  });
});

function remarksOn(key: string): readonly string[] {
  return volume.remarks.filter((remark) => remark.document === key).map(({ code }) => code);
}
