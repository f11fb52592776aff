import { beforeAll, describe, expect, test } from 'vitest';
import type { Collection, DocumentTime, HandOver, LibraryDocument } from '../document.js';
import { documentIn, editionDetails } from './testing/reading.js';
import { textOf } from './inlines.js';
import {
  VOLUMES_ARE_HERE,
  VOLUME_SIX,
  WHY_SKIPPED,
  importedVolume,
  xmlOf,
} from './testing/shared-volumes.js';

describe.skipIf(!VOLUMES_ARE_HERE)(`volume VI of FRUS 1961-1963${WHY_SKIPPED}`, () => {
  let volume: Collection;
  beforeAll(async () => {
    volume = await importedVolume(VOLUME_SIX);
  });
  const details = (key: string) => editionDetails(documentIn(volume, key));
  const keys = (holds: (document: LibraryDocument) => boolean) =>
    volume.documents.filter(holds).map(({ key }) => key);

  test('describes itself', () => {
    const { id, editors, publisher, publishedAt, published } = volume;
    expect({ id, editors, publisher, publishedAt }).toEqual({
      id: 'frus1961-63v06',
      editors: ['Charles S. Sampson', 'Glenn W. LaFantasie'],
      publisher: 'United States Government Printing Office',
      publishedAt: 'Washington',
    });
    expect(published).toMatchObject({ local: '1996', precision: 'year' });
    expect(volume.title).toContain('Volume VI, Kennedy-Khrushchev Exchanges');
  });

  test('holds 120 documents, by kind', () => {
    const kinds: Record<string, number> = {};
    for (const { kind } of volume.documents) kinds[kind] = (kinds[kind] ?? 0) + 1;
    expect(kinds).toEqual({
      letter: 45,
      telegram: 34,
      message: 31,
      'editorial note': 3,
      memorandum: 3,
      'memorandum of conversation': 1,
      'oral statement': 2,
      'informal communication': 1,
    });
    expect(volume.documents.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 120 }, (_, i) => i + 1),
    );
  });

  test('28 have a clock time, 82 a day, 7 a place without a date, 3 no dateline', () => {
    expect(keys(({ date }) => date?.precision === 'minute')).toHaveLength(28);
    expect(keys(({ date }) => date?.precision === 'day')).toHaveLength(82);
    expect(keys(({ date, place }) => date === null && place !== null)).toHaveLength(7);
    expect(keys(({ date, place }) => date === null && place === null)).toEqual([
      'd20',
      'd76',
      'd80',
    ]);
  });

  const clocked = (handOvers: readonly HandOver[]) =>
    handOvers.filter(({ at }) => at.local.includes('T'));
  const instants = (key: string, what: 'receipts' | 'deliveries') =>
    clocked(details(key)[what]).map(({ type, to, at }) => [type, to, at.local, atUtc(at)]);

  test('receipts with an hour stand at eight documents, each at its instant', () => {
    expect(keys(({ key }) => clocked(details(key).receipts).length > 0)).toEqual([
      'd23',
      'd60',
      'd61',
      'd65',
      'd66',
      'd68',
      'd100',
      'd106',
    ]);
    const [moscow, est, edt] = ['+03:00', '-05:00', '-04:00'];
    const told = (key: string) => instants(key, 'receipts');
    expect(told('d23')).toEqual([
      ['delivered', 'Salinger', `1961-11-11T12:15${est}`, '1961-11-11T17:15Z'],
    ]);
    expect(told('d60')).toEqual([
      ['delivered', 'Foreign Ministry', `1962-10-22T18:00${edt}`, '1962-10-22T22:00Z ± 30 min'],
    ]);
    expect(told('d61')).toEqual([
      ['passed', 'White House', `1962-10-23T11:05${edt}`, '1962-10-23T15:05Z'],
    ]);
    expect(told('d65')).toEqual([
      ['passed', 'White House', `1962-10-26T21:15${edt}`, '1962-10-27T01:15Z'],
    ]);
    expect(told('d66')).toEqual([
      ['broadcast', null, `1962-10-27T17:00${moscow}`, '1962-10-27T14:00Z'],
      ['delivered', 'Embassy', `1962-10-27T17:00${moscow}`, '1962-10-27T14:00Z'],
    ]);
    expect(told('d68')).toEqual([
      ['broadcast', null, `1962-10-28T17:00${moscow}`, '1962-10-28T14:00Z'],
      ['delivered', 'Embassy', `1962-10-28T17:10${moscow}`, '1962-10-28T14:10Z'],
    ]);
    expect(told('d100')).toEqual([
      ['delivered', 'Dobrynin', `1963-05-13T18:00${edt}`, '1963-05-13T22:00Z'],
    ]);
    expect(told('d106')).toEqual([
      ['delivered', 'Kohler', `1963-06-08T16:00${moscow}`, '1963-06-08T13:00Z'],
    ]);
  });

  test('deliveries with an hour stand at four telegrams, each at its instant', () => {
    expect(keys(({ key }) => clocked(details(key).deliveries).length > 0)).toEqual([
      'd9',
      'd64',
      'd65',
      'd69',
    ]);
    const told = (key: string) => instants(key, 'deliveries');
    expect(told('d9')).toEqual([
      ['delivered', null, '1961-04-18T12:15+03:00', '1961-04-18T09:15Z'],
    ]);
    expect(told('d64')).toEqual([
      ['delivered', 'Soviet Embassy', '1962-10-25T01:45-04:00', '1962-10-25T05:45Z'],
    ]);
    expect(told('d65')).toEqual([
      ['delivered', 'Embassy', '1962-10-26T16:43+03:00', '1962-10-26T13:43Z'],
    ]);
    // American clocks had gone back that morning.
    expect(told('d69')).toEqual([
      ['delivered', 'Soviet Embassy', '1962-10-28T16:35-05:00', '1962-10-28T21:35Z'],
    ]);
  });

  test('hand-overs known to the day stand where the notes and openings name one', () => {
    const known = (what: 'receipts' | 'deliveries') =>
      volume.documents.flatMap(({ key }) => {
        const days = details(key)[what].filter(({ at }) => at.precision === 'day');
        return days.map(({ at }) => `${key} ${at.local}`);
      });
    expect(known('receipts')).toEqual([
      'd21 1961-09-30',
      'd37 1962-02-22',
      'd49 1962-07-05',
      'd49 1962-07-05',
      'd73 1962-11-05',
      'd75 1962-11-12',
      'd75 1962-11-12',
      'd93 1963-04-03',
      'd96 1963-04-24',
      'd98 1963-04-29',
      'd111 1963-07-15',
    ]);
    expect(known('deliveries')).toEqual(['d15 1961-05-16', 'd118 1963-10-10']);
  });

  test('sending times are right on both sides of 28 October', () => {
    const sent = (key: string) => {
      const { date } = documentIn(volume, key);
      return [date!.local, atUtc(date!)];
    };
    expect(sent('d62')).toEqual(['1962-10-23T18:51-04:00', '1962-10-23T22:51Z']);
    expect(sent('d65')).toEqual(['1962-10-26T19:00+03:00', '1962-10-26T16:00Z']);
    expect(sent('d67')).toEqual(['1962-10-27T20:05-04:00', '1962-10-28T00:05Z']);
    expect(sent('d69')).toEqual(['1962-10-28T17:03-05:00', '1962-10-28T22:03Z']);
    expect(documentIn(volume, 'd60').date).toMatchObject({
      earliest: Date.UTC(1962, 9, 22, 4),
      latest: Date.UTC(1962, 9, 23, 4) - 1,
    });
  });

  test('telegrams have their markings, their numbers and the letters that they carry', () => {
    const short = (key: string) => {
      const { telegram, carries, classification, precedence, handling } = details(key);
      return [telegram, carries, classification, precedence, handling.join(' + ')];
    };
    expect(short('d61')).toEqual(['1042', 'Khrushchev', 'Secret', 'Niact', 'Eyes Only + Elite']);
    expect(short('d65')).toEqual([
      '1101',
      'Khrushchev',
      'Secret',
      'Niact',
      'Eyes Only + Verbatim Text',
    ]);
    expect(short('d15')).toEqual(['Tosec 121', 'Khrushchev', 'Secret', 'Niact', 'Verbatim Text']);
    expect(short('d28')[1]).toBe('Khrushchev and Brezhnev');
    expect(short('d96').slice(0, 4)).toEqual([
      '2191',
      'President and Prime Minister Macmillan',
      'Secret',
      'Operational Immediate',
    ]);
    expect(short('d60')).toEqual([null, null, null, null, 'Eyes Only']);
    expect(short('d103')[1]).toBe('President');
    expect(short('d113')).toEqual(['Secto 55', null, 'Confidential', 'Priority', 'Eyes Only']);
  });

  test('who it is from and to stands as it is marked', () => {
    const { from, to, signed } = documentIn(volume, 'd3');
    expect(from.map(({ name, key }) => `${name} ${key}`)).toEqual([
      'Khrushchev p_KNS2',
      'Brezhnev p_BLI1',
    ]);
    expect(to).toEqual([{ name: 'Kennedy', key: 'p_KJF2' }]);
    expect(signed).toBe('N. Khrushchev; L. Brezhnev');
    expect(documentIn(volume, 'd65').signed).toBe('Kohler');
  });

  test('nothing is lost: every letter of a document is in its blocks or notes, in order', () => {
    const xml = xmlOf(VOLUME_SIX);
    for (const { key, blocks, notes } of volume.documents) {
      const { body, noted } = printed(xml, key);
      expect(solid(blocks.map(({ inlines }) => textOf(inlines))), key).toBe(body);
      expect(solid(notes.map(({ inlines }) => textOf(inlines))), key).toBe(noted);
    }
  });

  test('notes have the marks of the print, and every mark leads to a note', () => {
    for (const { key, blocks, notes } of volume.documents) {
      const ids = notes.map(({ id }) => id);
      expect(new Set(ids).size, key).toBe(ids.length);
      const marks = blocks.flatMap(({ inlines }) =>
        inlines.flatMap((inline) => (inline.type === 'note' ? [inline.note] : [])),
      );
      expect(marks, key).toEqual(ids.filter((id) => id !== 'fn0'));
    }
    expect(volume.documents.flatMap(({ notes }) => notes)).toHaveLength(349);
  });

  test('pages follow one another from 1 to 314', () => {
    const pages = volume.documents.flatMap(({ blocks }) =>
      blocks.flatMap(({ inlines }) =>
        inlines.flatMap((inline) => (inline.type === 'page' ? [inline.page] : [])),
      ),
    );
    expect(pages).toEqual(Array.from({ length: 314 }, (_, i) => `${i + 1}`));
  });

  test('cross-references lead to documents of the volume; other volumes are not mistaken', () => {
    const known = new Set(volume.documents.map(({ key }) => key));
    for (const { key } of volume.documents) {
      expect(details(key).crossReferences.every((other) => known.has(other))).toBe(true);
    }
    expect(details('d61').crossReferences).toEqual(['d60']);
    // Their notes name documents 59 and 96 of volume XI.
    expect(details('d66').crossReferences).toEqual([]);
    expect(details('d70').crossReferences).toEqual(['d66']);
  });

  test('remarks are few, and each is true', () => {
    expect(volume.remarks.map(({ document, code }) => `${document} ${code}`)).toEqual([
      'null unplaced-days',
      'null blanks-restored',
      'd7 misleading-pointers',
      'd18 parties-disagree',
      'd49 year-of-neighbour',
      'd66 misleading-pointers',
      'd70 misleading-pointers',
      'd70 no-classification',
      'd73 year-of-neighbour',
      'd73 unplaced-clock',
      'd75 year-of-neighbour',
      'd75 unplaced-clock',
      'd75 year-of-neighbour',
      'd75 unplaced-clock',
      'd93 unplaced-clock',
      'd94 parties-disagree',
      'd96 unplaced-clock',
      'd98 year-of-neighbour',
      'd98 unplaced-clock',
      'd111 unplaced-clock',
      'd112 hand-over-too-late',
    ]);
  });
});

/** The middle of a time, in UTC. */
function atUtc({ earliest, latest, precision }: DocumentTime): string {
  const minute = (t: number) => `${new Date(t).toISOString().slice(0, 16)}Z`;
  if (precision !== 'hour') return minute(earliest);
  return `${minute((earliest + latest) / 2)} ± ${(latest - earliest) / 120_000} min`;
}

/** What the file prints of a document below its heading, and its notes; blanks aside. */
function printed(xml: string, key: string): { body: string; noted: string } {
  const start = xml.indexOf(`<div type="document" xml:id="${key}" `);
  const whole = xml.slice(xml.indexOf('<head>', start), xml.indexOf('</div>', start));
  const notes = [...whole.matchAll(NOTE)].map(([note]) => withoutTags(note));
  const body = whole.slice(whole.indexOf('</head>')).replaceAll(NOTE, '');
  return { body: solid([withoutTags(body)]), noted: solid(notes) };
}

const NOTE = /<note[\s>].*?<\/note>/gs;

function withoutTags(xml: string): string {
  return xml.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');
}

function solid(texts: readonly string[]): string {
  return texts.join('').replaceAll(/\s+/g, '');
}
