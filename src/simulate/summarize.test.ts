import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { HOUR, OPENS } from '../core/testing/small-program.js';
import { formatInstant } from '../core/time/instant.js';
import { wilsonInterval } from './statistics/wilson-interval.js';
import { studentInterval } from './statistics/student-interval.js';
import { summarize } from './summarize.js';
import { columnsInHand } from './summary/columns-in-hand.js';
import {
  INVENTED_COLUMNS,
  inventedBatch,
  inventedPairs,
  inventedProgram,
  inventedRows,
  sourceOf,
  type InventedRow,
} from './testing/invented-batch.js';

const SETTLED = 0;
const WAR = 1;
const OUT_OF_TIME = 2;

/** ending, ended_at, ran_away, lifting, kappa, reeve, anger, dispatches, hash */
const SIX: readonly InventedRow[] = [
  [SETTLED, 24, 0, 30, 0.01, 0, 0.2, 3, 1],
  [WAR, 12, 1, NaN, 0.2, 1, 0.9, 5, 2],
  [SETTLED, 48, 0, NaN, 0.02, 0, 0.3, 4, 3],
  [OUT_OF_TIME, NaN, 0, NaN, 0.05, 0, 0.5, NaN, 4],
  [SETTLED, 24, 0, 24, 0.04, 1, 0.4, 6, 5],
  [WAR, 36, 1, NaN, 0.3, 1, 0.8, 2, 6],
];

const six = summarize(inventedProgram(), inventedBatch(6), sourceOf([SIX]));
const only = six.variants[0]!;

test('endings are counted in the order of the scenario, each with its Wilson interval', () => {
  expect(only.endings.map(({ name, count }) => [name, count])).toEqual([
    ['settled', 3],
    ['war', 2],
    ['out of time', 1],
  ]);
  expect(only.endings[1]!.share).toEqual(wilsonInterval(2 / 6, 6));
  expect(only.endings[2]!.title).toBe('Out of time');
});

function durationOf(name: string) {
  return only.durations.find((duration) => duration.name === name)!;
}

/** The steps of a curve as [hours, sixths of histories without]. */
function sixths(name: string): (readonly [number, number])[] {
  return durationOf(name).steps.map(({ at, value }) => [at, Number((6 * value).toFixed(9))]);
}

test('a curve falls to the share that never comes to it, whatever else ended histories', () => {
  expect(sixths('ending=settled')).toEqual([
    [0, 6],
    [24, 4],
    [48, 3],
    [168, 3],
  ]);
  expect(sixths('ending=war')).toEqual([
    [0, 6],
    [12, 5],
    [36, 4],
    [168, 4],
  ]);
  expect(sixths('ending')).toEqual([
    [0, 6],
    [12, 5],
    [24, 3],
    [36, 2],
    [48, 1],
    [168, 1],
  ]);
  expect(sixths('milestone_lifting')).toEqual([
    [0, 6],
    [24, 5],
    [30, 4],
    [168, 4],
  ]);
});

test('quantiles of time are of all histories, and beside them of those that come to it', () => {
  const { reached, quantiles, among } = durationOf('ending=settled');
  expect(reached).toBe(3);
  expect(quantiles.map(({ at }) => at)).toEqual([24, 24, 48, null, null]);
  expect(among.map(({ at }) => Number(at.toFixed(6)))).toEqual([24, 24, 24, 36, 45.6]);
});

test('a history without a value is left out of its mean; hashes and draws have none', () => {
  const dispatches = only.numbers.find(({ column }) => column === 'dispatches')!;
  expect(dispatches.count).toBe(5);
  const { mean } = studentInterval(Float64Array.of(3, 5, 4, 6, 2));
  expect(dispatches.mean).toEqual(mean);
  const told = only.numbers.map(({ column }) => column);
  expect(told).toEqual(['ended_at', 'milestone_lifting', 'track_anger', 'dispatches']);
  expect(only.numbers[0]).toMatchObject({ unit: 'h', count: 5 });
});

test('a flag is told as the share in which it holds', () => {
  expect(only.categories).toHaveLength(1);
  expect(only.categories[0]).toMatchObject({ column: 'ran_away', count: 6 });
  expect(only.categories[0]!.shares.map(({ count }) => count)).toEqual([2]);
});

test('sensitivity compares the ends of what was drawn, widest first', () => {
  const rows = only.sensitivity.map(({ name, ending, low, high }) => [
    name,
    ending,
    low.share.value,
    high.share.value,
  ]);
  expect(rows[0]).toEqual(['kappa', 'settled', 1, 0]);
  expect(rows[1]).toEqual(['kappa', 'war', 0, 1]);
  const kappa = only.sensitivity[0]!;
  expect(kappa.title).toBe('Chance that one incident runs away');
  expect([kappa.low.label, kappa.high.label]).toEqual([
    'lowest third, 0.01 to 0.02',
    'highest third, 0.2 to 0.3',
  ]);
  const reeve = only.sensitivity.find(({ name }) => name === 'reeve')!;
  expect([reeve.low.label, reeve.low.runs, reeve.high.label]).toEqual(['soft', 3, 'hard']);
});

test('R27: what the figures rest on says runs, priors, and first what makes incidents run away', () => {
  const text = six.assumptions.join('\n');
  expect(text).toContain('6 simulated histories of “Two towns & <one> bridge”');
  expect(text).toContain('a log-uniform prior over [0.01, 0.3]');
  expect(text).toContain('soft 50 % and hard 50 %');
  expect(text).not.toMatch(/probability of war/i);
});

const RUNS = 400;
const BASELINE = inventedRows(RUNS, 0);
const CHANGE = inventedRows(RUNS, 0.2);

function paired(chunkRows: number) {
  const source = sourceOf([BASELINE, CHANGE], inventedPairs(BASELINE, CHANGE), chunkRows);
  return summarize(inventedProgram(), inventedBatch(RUNS, true), source);
}

test('the same rows in other chunks give the same bytes', () => {
  expect(JSON.stringify(paired(7))).toBe(JSON.stringify(paired(100)));
});

test('R8: the bytes are those of every machine and Node version', () => {
  const text = JSON.stringify(paired(50));
  expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe('87e99aec18ea65ad');
});

test('nothing in a summary is infinite or no number', () => {
  const bare = JSON.stringify(paired(50)).replaceAll('"at":null', '');
  expect(bare).not.toContain('null');
});

test('a difference is that of the shares, and coupling is told by its two variances', () => {
  const { pairs, variants } = paired(50);
  const [{ differences, endings, identical, unaligned }] = pairs as [(typeof pairs)[number]];
  const [settled] = differences;
  const shares = variants.map(({ endings }) => endings[0]!.share.value);
  expect(settled!.column).toBe('ending=settled');
  expect(settled!.difference.value).toBeCloseTo(shares[1]! - shares[0]!, 12);
  expect(settled!.pairedVariance).toBeLessThan(settled!.unpairedVariance);
  expect(endings.reduce((sum, { count }) => sum + count, 0)).toBe(RUNS);
  expect(identical).toBe(BASELINE.filter((row, i) => Object.is(row[1], CHANGE[i]![1])).length);
  expect(unaligned.most).toBe(3);
});

test('a duration that never ends is cut at the horizon, so that every pair counts', () => {
  const [{ differences }] = paired(50).pairs as [ReturnType<typeof paired>['pairs'][number]];
  const ended = differences.find(({ column }) => column === 'ended_at')!;
  expect(ended).toMatchObject({ count: RUNS, unit: 'h' });
  expect(ended.title).toContain('cut at the horizon');
});

test('most frequent partings come first, with the hour at which half have parted', () => {
  const [{ divergences }] = paired(50).pairs as [ReturnType<typeof paired>['pairs'][number]];
  const counts = divergences.map(({ count }) => count);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(divergences.every(({ at }) => at >= 2 && at <= 8)).toBe(true);
});

test('a change that changes nothing gives no differences and identical pairs', () => {
  const source = sourceOf([BASELINE, BASELINE], inventedPairs(BASELINE, BASELINE), 50);
  const [pair] = summarize(inventedProgram(), inventedBatch(RUNS, true), source).pairs;
  expect(pair!.identical).toBe(RUNS);
  expect(pair!.differences.every(({ differing }) => differing === 0)).toBe(true);
  expect(pair!.unaligned).toEqual({ mean: 0, most: 0, pairsWithout: RUNS });
});

test('curves have at most 200 points and end at the share of the ending', () => {
  const { durations, endings } = paired(50).variants[0]!;
  expect(Math.max(...durations.map(({ steps }) => steps.length))).toBeLessThanOrEqual(200);
  const settled = durations.find(({ name }) => name === 'ending=settled')!;
  expect(1 - settled.steps.at(-1)!.value).toBeCloseTo(endings[0]!.share.value, 12);
});

test('convergence ends at the figure itself', () => {
  const { convergence, endings } = paired(50).variants[1]!;
  expect(convergence.map(({ points }) => points.at(-1)!.value)).toEqual(
    endings.map(({ share }) => share.value),
  );
});

test('durations count from the branch', () => {
  const branchAt = formatInstant(OPENS + 6 * HOUR);
  const batch = { ...inventedBatch(6), branchAt };
  const summary = summarize(inventedProgram(), batch, sourceOf([SIX]));
  expect(summary.start).toBe(branchAt);
  expect(summary.variants[0]!.durations[0]!.steps[1]!.at).toBe(6);
});

test('columns that do not fit into hand together are read in turn, the same', () => {
  const source = sourceOf([BASELINE, CHANGE]);
  const wanted = { variants: [0, 1], columns: INVENTED_COLUMNS.map((_, i) => i), runs: RUNS };
  const read = (most: number) =>
    [...columnsInHand(source, wanted, most)].map(({ column, values }) => [column, ...values]);
  expect(read(3 * RUNS)).toEqual(read(1_000_000));
});

test('missing and surplus rows are an error, not a figure', () => {
  expect(() => summarize(inventedProgram(), inventedBatch(7), sourceOf([SIX]))).toThrow('6 rows');
  expect(() => summarize(inventedProgram(), inventedBatch(5), sourceOf([SIX]))).toThrow(
    'more than',
  );
});
