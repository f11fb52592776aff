import { createReadStream, existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/library/document.js';
import { importFile } from '../../src/library/import.js';
import { VERDICTS, type Claim } from '../../src/scenario/source-criticism.js';
import { compiledCriticism, ledgerOfSources, SHARED } from './testing/criticism.js';

/** What the founding documents claim, against the ledger and against themselves. */
const { claims, disagreements } = compiledCriticism();
const ledger = ledgerOfSources();

const of = (account: string) => claims.filter((claim) => claim.account === account);
const pieceOf = ({ at }: Claim) => (at === null ? null : Number(at.slice(1)));

test('the chapter makes 26 claims and the newspaper 16, numbered as they come', () => {
  const numbers = (letter: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`);
  expect(of('SEED_A').map(({ id }) => id)).toEqual(numbers('A', 26));
  expect(of('SEED_B').map(({ id }) => id)).toEqual(numbers('B', 16));
});

test('16 are confirmed, 14 partly, 5 contradicted, 5 unconfirmed and 2 garbled', () => {
  const count = (verdict: string) => claims.filter((claim) => claim.verdict === verdict).length;
  expect(VERDICTS.map(count)).toEqual([16, 14, 5, 5, 2]);
});

test('the claims of the chapter stand in its paragraphs one after the other', () => {
  const pieces = of('SEED_A').map(pieceOf);
  expect(pieces).toEqual(pieces.toSorted((a, b) => a! - b!));
  // Of the last two paragraphs the second only says that the plan of the first was approved.
  expect([...new Set(pieces)]).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
});

test('only the copyright line of the newspaper stands outside its text', () => {
  expect(claims.filter(({ at }) => at === null).map(({ id }) => id)).toEqual(['B16']);
});

test('every claim leads to the record, but for two of which it knows nothing', () => {
  expect(claims.filter(({ entries }) => entries.length === 0).map(({ id }) => id)).toEqual([
    'A26',
    'B16',
  ]);
});

test('33 disagreements, each of two positions at least and each leading to the record', () => {
  const numbers = Array.from({ length: 33 }, (_, i) => `Q${String(i + 1).padStart(2, '0')}`);
  expect(disagreements.map(({ id }) => id)).toEqual(numbers);
  expect(disagreements.filter(({ positions }) => positions.length < 2)).toEqual([]);
  expect(disagreements.filter(({ entries }) => entries.length === 0)).toEqual([]);
});

test('where a founding document takes part in a disagreement, a claim of it belongs to it', () => {
  const loose = disagreements.filter(({ positions, claims: own }) => {
    const sources = positions.flatMap(({ cites }) => cites);
    const accounts = claims.filter(({ id }) => own.includes(id)).map(({ account }) => account);
    return ['SEED-A', 'SEED-B'].some(
      (source) => sources.includes(source) && !accounts.includes(source.replace('-', '_')),
    );
  });
  expect(loose.map(({ id }) => id)).toEqual([]);
});

/** What the ledger cites without listing it among its sources: nobody here has read it. */
const UNLISTED = new Map([['NSA press notes', 'RECALL']]);

const listed = (source: string) => UNLISTED.get(source) ?? source;

describe.skipIf(ledger === null)('the ledger (skips without ../shared)', () => {
  test('42 claims in its order, with its verdicts and citations', () => {
    expect(claims.map(({ id, verdict, cites }) => [id, verdict, cites])).toEqual(
      ledger?.seed_claims.map(({ seed, n, verdict, cites }) => [
        `${seed}${String(n).padStart(2, '0')}`,
        verdict,
        cites,
      ]),
    );
  });

  test('33 disagreements, whose positions are those of its sources', () => {
    const sources = disagreements.map(({ id, positions }) => [
      id,
      [...new Set(positions.flatMap(({ cites }) => cites))],
    ]);
    expect(sources).toEqual(
      ledger?.disagreements.map(({ id, values }) => [
        id,
        values.flatMap(({ source }) => source.split(' and ').map(listed)),
      ]),
    );
  });
});

/** A few words of the paragraph that each claim is marked in. */
const MARKED: Readonly<Record<string, string>> = {
  A01: '16 of the 18',
  A02: 'a private letter',
  A03: 'completely reasonable',
  A04: 'missiles and troops',
  A05: 'two low-altitude',
  A06: 'U-2 plane was shot down',
  A07: 'air strikes',
  A08: 'missiles in Turkey',
  A09: 'revenge against Cuba',
  A10: 'deliberately ignored',
  A11: 'in exchange for',
  A12: 'wider issue in Europe',
  A13: 'directly to the media',
  A14: 'denounced the commander',
  A15: 'early morning of the 28th',
  A16: '24-72 hours',
  A17: 'nuclear attack',
  A18: '10 a.m.',
  A19: 'during the meeting',
  A20: 'final concession',
  A21: 'meeting decided',
  A22: 'November 8 to 11',
  A23: 'photographed',
  A24: '13 days',
  A25: 'lifting of the blockade',
  A26: 'nuclear weapons program',
  B01: 'on Monday',
  B02: '15 letters',
  B03: 'more than 29 years',
  B04: 'four-year campaign',
  B05: 'significant Soviet victory',
  B06: 'Two days after',
  B07: 'reconnaissance planes',
  B08: 'President Fidel Castro',
  B09: 'outside verification',
  B10: 'high-performance',
  B11: 'long distances',
  B12: 'third week of November',
  B13: 'more than a week',
  B14: 'waters and airspace',
  B15: 'little new information',
};

const FOUNDING = { SEED_A: 'chapter-548.txt', SEED_B: 'roanoke-times-1992-01-07.txt' };
const founding = (name: string) => new URL(`sources/${name}`, SHARED);
const HERE = Object.values(FOUNDING).every((name) => existsSync(founding(name)));

/** The paragraphs of a founding document by their ids, as the importer makes them. */
async function paragraphs(name: string): Promise<Map<string, string>> {
  const read = await importFile(name, createReadStream(founding(name)));
  if (read.type === 'faulty') throw new Error(read.faults[0]?.message);
  const [document] = read.collection.documents;
  const text = ({ inlines }: Block) =>
    inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
  return new Map(document!.blocks.map((block) => [block.id, text(block)]));
}

describe.skipIf(!HERE)('the founding documents (skips without ../shared)', () => {
  test('each claim stands in the paragraph in which the reading room shows it', async () => {
    const texts = {
      SEED_A: await paragraphs(FOUNDING.SEED_A),
      SEED_B: await paragraphs(FOUNDING.SEED_B),
    };
    const misplaced = claims.filter(({ id, account, at }) => {
      const text = at === null ? null : texts[account as keyof typeof texts].get(at);
      return text !== null && !text?.includes(MARKED[id]!);
    });
    expect(misplaced.map(({ id, at }) => [id, at])).toEqual([]);
    expect(Object.keys(MARKED)).toEqual(claims.flatMap(({ id, at }) => (at === null ? [] : [id])));
  });
});
