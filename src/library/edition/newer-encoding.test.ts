import { describe, expect, test } from 'vitest';
import {
  collectionOf,
  documentIn,
  editionDetails,
  fixture,
  timeText,
  written,
} from './testing/reading.js';

const volume = await collectionOf(fixture('newer-volume.xml'));
const document = (key: string) => documentIn(volume, key);
const details = (key: string) => editionDetails(document(key));
const blocks = (key: string) =>
  document(key).blocks.map(({ id, type, inlines }) => `${id} ${type}: ${written(inlines)}`);

describe('a volume in the newer encoding', () => {
  test('its publication date is not that of its contents', () => {
    expect(timeText(volume.published)).toMatch(/^1998 = /);
    expect(volume).toMatchObject({ id: 'frus1962v98', editors: ['Ada Quill'] });
  });

  test('an explicit offset is followed; the date computed for sorting is never shown', () => {
    expect(timeText(document('d1').date)).toBe(
      '1962-10-23T18:51-04:00 = 1962-10-23T22:51Z, minute, Washington',
    );
    expect(JSON.stringify(volume)).not.toContain('17:51');
  });

  test('an undated document keeps what the editors inferred, and that they inferred it', () => {
    expect(document('d2').date).toMatchObject({ stated: 'undated', inferred: true });
    expect(timeText(document('d2').date)).toBe(
      '1962-11-05T00:00+03:00/1962-11-05T23:59:59+03:00 = ' +
        '1962-11-04T21:00Z to 1962-11-05T20:59Z, interval, Moscow',
    );
  });

  test('a receipt of an undated document is in the year that the editors inferred', () => {
    expect(details('d2').receipts.map(({ at }) => timeText(at))).toEqual([
      '1962-11-06 = 1962-11-06T05:00Z to 1962-11-07T04:59Z, day, Washington',
    ]);
  });

  test('a source note is known by its type, in the heading or below it', () => {
    expect(details('d1')).toMatchObject({
      sourceNote: 'Source: Hale Library. Confidential; Operational Immediate; Eyes Only.',
      classification: 'Confidential',
      precedence: 'Operational Immediate',
      handling: ['Eyes Only'],
      telegram: '985',
      carries: 'President',
    });
    expect(details('d2')).toMatchObject({ classification: 'Secret' });
    expect(document('d2').notes.map(({ id, mark }) => ({ id, mark }))).toEqual([
      { id: 'fn0', mark: null },
    ]);
  });

  test('a strong signature is a name, and its note follows it', () => {
    expect(document('d1').signed).toBe('Pell');
    expect(blocks('d1')).toEqual([
      'p1 line: Washington, October 23, 1962, 6:51 p.m.',
      'p2 paragraph: 985. Deliver following message to Orlov from the President. Quill was told.',
      'p3 signature: **Pell**[^fn1]',
      'p4 heading: Attachment',
      'p5 paragraph: A map of the bridge.',
    ]);
  });

  test('salutes, verses and tables are lines', () => {
    expect(blocks('d2').slice(1)).toEqual([
      'p2 line: Dear Mr. President:',
      'p3 paragraph: The river rises.',
      'p4 line: Over the bridge,',
      'p5 line: under the bridge.',
      'p6 line: rope 7',
    ]);
  });

  test('a pointer that names its own volume stays within it', () => {
    expect(document('d3')).toMatchObject({ kind: 'editorial note', date: null });
    expect(details('d3').crossReferences).toEqual(['d2']);
  });

  test('there is nothing to remark', () => {
    expect(volume.remarks).toEqual([]);
  });
});
