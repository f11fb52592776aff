import { expect, test } from 'vitest';
import { summarize } from '../summarize.js';
import {
  inventedBatch,
  inventedPairs,
  inventedProgram,
  inventedRows,
  sourceOf,
} from '../testing/invented-batch.js';
import { plainTables } from './plain-tables.js';
import { hoursText, instantText, percentText, plainNumber } from './plain-words.js';

const RUNS = 2000;

function summary(paired: boolean) {
  const baseline = inventedRows(RUNS, 0);
  const change = inventedRows(RUNS, 0.2);
  const source = sourceOf([baseline, change], inventedPairs(baseline, change), 100);
  return summarize(inventedProgram(), inventedBatch(RUNS, paired), source);
}

test('R27: the terminal tells shares with intervals, runs, assumptions and what they rest on', () => {
  const [endings, durations, sensitivity] = plainTables(summary(false));
  expect(endings!.title).toBe("How 2,000 histories ended under this scenario's assumptions");
  expect(endings!.rows[0]).toEqual(['ending', 'share', '95 % interval', 'histories']);
  expect(endings!.rows[1]).toHaveLength(4);
  expect(durations!.rows.map(([what]) => what)).toContain('The bridge is open again');
  expect(sensitivity!.rows[1]!.length).toBe(6);
});

test('of a pair it tells differences in points, with their signs', () => {
  const tables = plainTables(summary(true));
  expect(tables).toHaveLength(4);
  const settled = tables[1]!.rows[1]!;
  expect(settled[0]).toBe('Settled');
  expect(settled[1]).toMatch(/^−\d+\.\d$/);
});

test('numbers are cut to what can be read', () => {
  expect([0.034567, 12.345, 999.6, 12_345.6].map(plainNumber)).toEqual([
    '0.0346',
    '12.3',
    '1000',
    '12,346',
  ]);
  expect([0, 0.00042, 0.0042, 0.031, 1].map(percentText)).toEqual([
    '0.0 %',
    '0.042 %',
    '0.42 %',
    '3.1 %',
    '100.0 %',
  ]);
  expect([1.5, 47.9, 48, 100].map(hoursText)).toEqual(['1.5 h', '47.9 h', '2 d 0 h', '4 d 4 h']);
  expect(instantText(Date.UTC(1962, 9, 26, 14))).toBe('26 October 1962, 14:00 UTC');
});
