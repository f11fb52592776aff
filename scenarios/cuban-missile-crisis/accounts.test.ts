import { describe, expect, test } from 'vitest';
import { VERDICTS, type Claim } from '../../src/scenario/source-criticism.js';
import { compiledCriticism, ledgerOfSources } from './testing/criticism.js';

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
