import { createReadStream, existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../src/core/time/instant.js';
import type { RecordedTime } from '../../src/core/time/recorded-time.js';
import type { LibraryDocument } from '../../src/library/document.js';
import { importFile } from '../../src/library/import.js';
import type { DocumentCard } from '../../src/scenario/source-criticism.js';
import { compiledCriticism, ledgerOfSources, SHARED } from './testing/criticism.js';

/** The cards of documents and the custody of the fifteen letters. */
const { sources, documents, custodies } = compiledCriticism();
const ledger = ledgerOfSources();
const EDITION = new URL('frus/', SHARED);

const nameOf = ({ source, key }: DocumentCard) => (key === null ? source : `${source} ${key}`);

test('every source says how close it stood, and all but memory what it is', () => {
  expect(sources.filter(({ standing }) => standing === null)).toEqual([]);
  expect(sources.filter(({ type }) => type === null).map(({ id }) => id)).toEqual(['RECALL']);
});

test('seven sources have a text that a reader can import', () => {
  const held = sources.flatMap(({ id, collection }) => (collection === null ? [] : [id]));
  expect(held).toEqual(['F06', 'F05', 'F16', 'F11', 'FSUP', 'SEED-A', 'SEED-B']);
});

test('every document has a gist; an edition as a whole is told by its title', () => {
  const silent = documents.filter(({ gist }) => gist === null).map(nameOf);
  expect(silent).toEqual(['F06', 'F05', 'F16', 'F11', 'FSUP', 'RECALL']);
});

test('of documents nobody here saw the heading of, the kind stays open', () => {
  const open = documents.filter(({ kind, gist }) => kind === null && gist !== null).map(nameOf);
  expect(open).toEqual(['F05 d253', 'F16 d384', 'F11 d76', 'F11 d118']);
});

test('the fifteen letters are documents 71 to 85, sealed until 6 January 1992 and let out together', () => {
  expect(custodies.map(({ id }) => id)).toEqual(['post_crisis_letters']);
  const kept = documents.filter(({ custody }) => custody === 'post_crisis_letters');
  expect(kept.map(nameOf)).toEqual(Array.from({ length: 15 }, (_, i) => `F06 d${i + 71}`));
  const open = kept.map((card) => card.open!);
  // The day by the clock of Washington.
  expect(new Set(open.map(({ earliest }) => formatInstant(earliest)))).toEqual(
    new Set(['1992-01-06T05:00:00.000Z']),
  );
  expect(new Set(open.map(({ precision }) => precision))).toEqual(new Set(['day']));
});

test('letters of the crisis itself are open since 1973, and broadcasts since their hour', () => {
  const since = (key: string) => {
    const found = documents.find((card) => nameOf(card) === `F06 ${key}`);
    return formatInstant(found!.open!.latest).slice(0, 4);
  };
  expect(['d60', 'd61', 'd62', 'd63', 'd64', 'd65'].map(since)).toEqual(Array(6).fill('1973'));
  expect(['d66', 'd68'].map(since)).toEqual(['1962', '1962']);
});

test('asked for in 1987, fought for over four years, released, and in the press the next day', () => {
  // Of the four years the middle is taken.
  const steps = custodies[0]!.steps.map(({ type, at, together }) => [
    type,
    formatInstant(at.placed).slice(0, 4),
    together,
  ]);
  expect(steps).toEqual([
    ['sealed', '1962', false],
    ['requested', '1987', false],
    ['campaigned for', '1990', false],
    ['released', '1992', true],
    ['reported', '1992', false],
  ]);
  const [released, reported] = custodies[0]!.steps.slice(-2);
  expect(reported!.at.earliest).toBe(released!.at.latest + 1);
});

describe.skipIf(ledger === null)('the ledger (skips without ../shared)', () => {
  test('the 45 sources, read as it says', () => {
    const ours = sources.map(({ id, basis }) => [id, basis]);
    expect(ours).toEqual(ledger?.sources.map(({ id, basis }) => [id, basis]));
  });

  test('the fifteen letters, each in the document that bears it', () => {
    expect(custodies[0]!.dispatches).toEqual(ledger?.release_1992.map((one) => one.dispatch));
    const borne = new Map(documents.map((card) => [nameOf(card), card.dispatch]));
    expect(ledger?.release_1992.map(({ frus }) => borne.get(frus))).toEqual(
      custodies[0]!.dispatches,
    );
  });

  test('of 50 dispatches all but five have a document that bears or reports them', () => {
    const borne = new Set(documents.map(({ dispatch }) => dispatch));
    const without = ledger?.dispatches.filter(({ id }) => !borne.has(id)).map(({ id }) => id);
    // U Thant's appeal and its reply, a letter known by its answer, an order, a list of weapons.
    expect(without).toEqual(['D060', 'D061', 'D064', 'D067', 'D071']);
  });
});

/** The documents of a volume of the edition by key, as the importer makes them. */
async function volume(name: string): Promise<ReadonlyMap<string, LibraryDocument>> {
  const read = await importFile(name, createReadStream(new URL(name, EDITION)));
  if (read.type === 'faulty') throw new Error(read.faults[0]?.message);
  return new Map(read.collection.documents.map((document) => [document.key, document]));
}

function classificationOf({ details }: LibraryDocument): string | null {
  return 'classification' in details ? details.classification : null;
}

const differ = (a: RecordedTime | null, b: LibraryDocument['date']) =>
  a !== null && b !== null && (a.latest < b.earliest || b.latest < a.earliest);

describe.skipIf(!existsSync(EDITION))('the edition (skips without ../shared)', () => {
  test.each([
    // Two messages that were spoken stand in notes of the editors.
    { source: 'F06', name: 'frus1961-63v06.xml', cards: 28, otherKind: ['d76', 'd80'] },
    { source: 'FSUP', name: 'frus1961-63v10-12mSupp.xml', cards: 9, otherKind: [] },
  ])('$cards cards of $name agree with it', async ({ source, name, cards, otherKind }) => {
    const printed = await volume(name);
    const ours = documents.filter((card) => card.source === source && card.key !== null);
    expect(ours).toHaveLength(cards);
    const pairs = ours.map((card) => [card, printed.get(card.key!)!] as const);
    const faults = (differs: (card: DocumentCard, document: LibraryDocument) => boolean) =>
      pairs.flatMap(([card, document]) => (differs(card, document) ? [card.key] : []));

    expect(faults(({ kind }, document) => kind !== document.kind)).toEqual(otherKind);
    expect(faults(({ date }, document) => differ(date, document.date))).toEqual([]);
    const classified = faults((card, document) => {
      const stated = classificationOf(document);
      return stated !== null && stated !== card.classification;
    });
    expect(classified).toEqual([]);
  });
});
