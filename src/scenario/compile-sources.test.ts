import { describe, expect, test } from 'vitest';
import { soundCriticism } from './broken/testing/sound-criticism.js';
import { compileSourceCriticism } from './compile-sources.js';
import { compileScenario } from './compile.js';
import { faultText } from './faults.js';
import type { DocumentCard, SourceCriticism } from './source-criticism.js';

function compiled(files: ReadonlyMap<string, string>): SourceCriticism {
  const result = compileSourceCriticism('sound', files);
  if (result.type === 'faulty') throw new Error(result.faults.map(faultText).join('\n'));
  return result.criticism;
}

/** The sound files, each changed text standing in them. */
function soundWith(file: string, from: string, to: string): Map<string, string> {
  const files = soundCriticism();
  const text = files.get(file)!;
  if (!text.includes(from)) throw new Error(`\`${from}\` is not in ${file}`);
  return files.set(file, text.replace(from, to));
}

const iso = (at: number) => new Date(at).toISOString().replace(':00.000Z', 'Z');
const span = ({ earliest, latest }: { earliest: number; latest: number }) =>
  `${iso(earliest)}..${iso(latest + 1)}`;

const SOUND = compiled(soundCriticism());

function card(source: string, key: string | null, criticism = SOUND): DocumentCard {
  const found = criticism.documents.find((one) => one.source === source && one.key === key);
  if (found === undefined) throw new Error(`no card of ${source} ${key}`);
  return found;
}

describe('cards of documents', () => {
  test('one for every document that anything cites, and for every source; by number', () => {
    expect(SOUND.documents.map(({ source, key }) => [source, key])).toEqual([
      ['CHRON', null],
      ['GAZETTE', null],
      ['LETTERS', null],
      ['LETTERS', 'd2'],
      ['LETTERS', 'd4'],
      ['LETTERS', 'd5'],
      ['LETTERS', 'd6'],
      ['LETTERS', 'd9'],
      ['NOTE', null],
    ]);
  });

  test('documents stand by number, not by letter', () => {
    const { documents } = compiled(soundWith('accounts.yaml', 'LETTERS d4-d6', 'LETTERS d10-d11'));
    const keys = documents.flatMap(({ source, key }) => (source === 'LETTERS' ? [key] : []));
    expect(keys).toEqual([null, 'd2', 'd9', 'd10', 'd11']);
  });

  test.each([
    ['telegram', 'private letter', 'Reeve'],
    ['telegram', 'oral message', null],
    ['memorandum', 'oral message', null],
    ['oral statement', 'oral message', 'Reeve'],
  ])('a %s of a dispatch that is a %s is from: %s', (kind, dispatch, from) => {
    const title = '    title: Agreed\n';
    const files = soundWith('record.yaml', title, `${title}    kind: ${dispatch}\n`);
    files.set(
      'documents.yaml',
      `documents: {D: {source: LETTERS, key: d9, kind: ${kind}, dispatch: D3}}`,
    );
    expect(card('LETTERS', 'd9', compiled(files)).from).toBe(from);
  });

  test('what bears a dispatch has from it what the file does not say', () => {
    const { date, open, ...rest } = card('LETTERS', 'd2');
    expect(rest).toEqual({
      source: 'LETTERS',
      key: 'd2',
      title: 'Bridge for cannon',
      kind: 'letter',
      gist: 'The bridge opens once the cannon go.',
      from: 'Mayor',
      to: 'Reeve',
      place: 'Northbank',
      classification: 'private',
      entries: [],
      dispatch: 'D2',
      custody: 'town_chest',
    });
    expect([span(date!), span(open!)]).toEqual([
      '1900-05-01T14:00Z..1900-05-01T14:01Z',
      '1900-05-06T00:00Z..1900-05-07T00:00Z',
    ]);
  });

  test('what only reports a dispatch has none of its from, to, date or custody', () => {
    expect(card('LETTERS', 'd9')).toMatchObject({
      title: 'Agreed',
      from: null,
      to: null,
      place: null,
      custody: null,
      dispatch: 'D3',
      kind: 'memorandum of conversation',
    });
    expect(span(card('LETTERS', 'd9').date!)).toBe('1900-05-02T00:00Z..1900-05-03T00:00Z');
  });

  test('entries are those that cite it and those that it is said to speak of, in their order', () => {
    expect(card('CHRON', null).entries).toEqual(['D1', 'I1', 'X1']);
    expect(card('GAZETTE', null).entries).toEqual([]);
  });

  test.each([
    ['cites it alone', '[LETTERS d4 p. 1]', 'LETTERS', 'd4', 'D1'],
    ['cites it first of two', '[LETTERS d4, CHRON p. 3]', 'LETTERS', 'd4', null],
    ['cites a note of it', '[LETTERS d4 fn 2]', 'LETTERS', 'd4', null],
    ['cites several', '[LETTERS d4-d6]', 'LETTERS', 'd4', null],
    ['cites a source that is the text itself', '[NOTE]', 'NOTE', null, 'D1'],
    ['cites a book', '[CHRON]', 'CHRON', null, null],
  ])('of itself it bears a dispatch that %s: %s', (_, cites, source, key, dispatch) => {
    const files = soundWith('record.yaml', '[CHRON p. 3]', cites);
    expect(card(source, key, compiled(files)).dispatch).toBe(dispatch);
  });
});

describe('since when a document is open', () => {
  const openOf = (criticism: SourceCriticism, source: string, key: string | null) => {
    const { open } = card(source, key, criticism);
    return open && span(open);
  };

  test('from its release, though its source came out later', () => {
    expect(openOf(SOUND, 'LETTERS', 'd2')).toBe('1900-05-06T00:00Z..1900-05-07T00:00Z');
  });

  test('from a public dispatch on, where it bears one', () => {
    const files = soundWith(
      'record.yaml',
      '    answer: accept\n',
      '    answer: accept\n    public: true\n',
    );
    files.set('documents.yaml', 'documents: {D: {source: LETTERS, key: d9, dispatch: D3}}');
    expect(openOf(compiled(files), 'LETTERS', 'd9')).toBe('1900-05-02T00:00Z..1900-05-02T20:01Z');
  });

  test('from its first printing, where that was before its source came out', () => {
    const files = new Map(soundCriticism());
    files.set('documents.yaml', 'documents: {D: {source: LETTERS, key: d4, printed: 1949}}');
    expect(openOf(compiled(files), 'LETTERS', 'd4')).toBe('1948-12-31T10:00Z..1950-01-01T12:00Z');
  });

  test('else from when its source came out, on any clock of the earth', () => {
    expect(openOf(SOUND, 'LETTERS', 'd4')).toBe('1950-02-28T10:00Z..1950-04-01T12:00Z');
    expect(openOf(SOUND, 'CHRON', null)).toBe('1910-12-31T10:00Z..1912-01-01T12:00Z');
    expect(openOf(SOUND, 'GAZETTE', null)).toBe('1900-05-06T10:00Z..1900-05-08T12:00Z');
  });

  test('nobody knows, where nothing says', () => {
    expect(openOf(SOUND, 'NOTE', null)).toBeNull();
  });

  test('of a custody that let out one by one: somewhere from the first to the last', () => {
    const released = '      - {type: released, at: 1900-05-06';
    const earlier = `${released} at northbank, by: the mayor, says: In part.}\n`;
    const files = soundWith(
      'documents.yaml',
      released,
      `${earlier}      - {type: released, at: 1900-05-07`,
    );
    const spans = openOf(compiled(files), 'LETTERS', 'd2');
    expect(spans).toBe('1900-05-06T00:00Z..1900-05-08T00:00Z');
  });
});

test('sources, custodies, claims and disagreements stand as the files have them', () => {
  expect(SOUND.sources[0]).toMatchObject({
    id: 'CHRON',
    basis: 'page',
    standing: 'retelling',
    type: 'book',
    authors: ['A parish clerk'],
    container: null,
    collection: 'chronicle-1911',
  });
  expect(SOUND.custodies[0]!.steps.map(({ type, together }) => [type, together])).toEqual([
    ['sealed', false],
    ['requested', false],
    ['released', true],
    ['reported', false],
  ]);
  expect(SOUND.claims.map(({ id, at, entries }) => [id, at, entries])).toEqual([
    ['A1', 'p2', ['I1', 'D1']],
    ['A2', null, []],
  ]);
  expect(SOUND.disagreements[0]!.positions[1]).toEqual({
    cites: ['GAZETTE', 'LETTERS d4-d6'],
    says: 'in the morning',
  });
});

test('a scenario needs none of the files', () => {
  const files = soundCriticism();
  for (const name of ['record.yaml', 'sources.yaml', 'documents.yaml', 'accounts.yaml']) {
    files.delete(name);
  }
  expect(Object.values(compiled(files)).flat()).toEqual([]);
});

test('what is said of sources moves no Program', () => {
  const bare = 'CHRON: {title: Chronicle of the two towns, where: the parish chest}\n';
  const plain = soundCriticism().set('sources.yaml', bare);
  const told = soundCriticism().set(
    'sources.yaml',
    'CHRON: {title: Chronicle of the two towns, where: the parish chest, standing: retelling, type: book, published: 1911}\n',
  );
  expect(compileScenario('sound', told)).toEqual(compileScenario('sound', plain));
});

test('with a Program at hand the scenario is not compiled again', () => {
  const files = soundCriticism();
  const first = compileSourceCriticism('sound', files);
  if (first.type === 'faulty') throw new Error('the files have faults');
  files.delete('scenario.yaml');
  expect(compileSourceCriticism('sound', files, first.program)).toEqual(first);
});

test('of a scenario at fault its faults are told, and those of the other files that can be', () => {
  const files = soundWith('scenario.yaml', 'title: Two towns, one bridge\n', '');
  files.set('documents.yaml', 'documents: {D: {source: LETTRES, kind: leter}}');
  const result = compileSourceCriticism('sound', files);
  expect(result.type === 'faulty' && result.faults.map(({ file, code }) => [file, code])).toEqual([
    ['documents.yaml', 'not-one-of'],
    ['scenario.yaml', 'missing-field'],
  ]);
});

/** So many claims, each with so many citations of which each names a hundred other documents. */
function manyCites(claims: number, cites: number): string {
  const rows = Array.from({ length: claims }, (_, claim) => {
    const named = Array.from({ length: cites }, (_, cite) => {
      const first = (claim * cites + cite) * 100;
      return `LETTERS d${first}-d${first + 99}`;
    });
    return `  A${claim}: {account: A, says: x, verdict: partly, record: y, cites: [${named.join(', ')}]}`;
  });
  return `accounts: {A: {title: z, source: LETTERS}}\nclaims:\n${rows.join('\n')}\n`;
}

test('a few lines that cite documents without number are refused', () => {
  const files = soundCriticism().set('accounts.yaml', manyCites(20, 15));
  const result = compileSourceCriticism('sound', files);
  expect(result.type === 'faulty' && result.faults.map(faultText)).toEqual([
    'sources.yaml:1:1: more than 20000 documents of these sources are cited; cite fewer',
  ]);
});
