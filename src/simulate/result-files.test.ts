import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomeColumns } from '../core/history/outcome-columns.js';
import { codebook } from './codebook.js';
import { openParts } from './parts.js';
import { writeResults } from './result-files.js';
import { runBatch } from './runner.js';
import { tablesOf } from './tables.js';
import { batchOf } from './testing/requests.js';
import { twoBanks } from './testing/two-banks.js';
import type { Batch } from './batch.js';

const program = await twoBanks();
const columns = outcomeColumns(program);

let root = '';
let batch: Batch;
let folder = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'backchannel-results-'));
  batch = batchOf(program, {
    runs: 120,
    changes: ['channel ferry delay triangular 3h 5h 9h'],
    against: [],
    sweeps: ['kappa=0.01..0.3:3'],
    events: true,
  });
  folder = await written('first');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

async function written(name: string): Promise<string> {
  const made = mkdtempSync(join(root, name));
  const parts = openParts(join(root, `${name}-chunks`), batch);
  const end = await runBatch(program, batch, { workers: 0, sink: parts.sink });
  expect(end.type).toBe('done');
  writeResults(made, { program, batch, columns, parts });
  return made;
}

/** All rows of a file as text, cell by cell, in the order of the file. */
async function rowsOf(name: string, read: string): Promise<(string | null)[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  const reader = await connection.runAndReadAll(
    `SELECT COLUMNS(*)::VARCHAR FROM ${read.replace('FILE', `'${join(folder, name)}'`)}`,
  );
  connection.closeSync();
  instance.closeSync();
  return reader.getRows() as (string | null)[][];
}

describe('the files of a batch', () => {
  test('are tables twice, codebook, summary and report', () => {
    expect(readdirSync(folder).toSorted()).toEqual([
      'codebook.csv',
      'events.csv',
      'events.parquet',
      'pairs.csv',
      'pairs.parquet',
      'report.html',
      'runs.csv',
      'runs.parquet',
      'summary.json',
    ]);
  });

  test('are the same bytes when they are written again', async () => {
    const again = await written('second');
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(again, name)).equals(readFileSync(join(folder, name))), name).toBe(
        true,
      );
    }
  });

  test.each(['runs', 'pairs', 'events'])('%s: DuckDB reads the same from both', async (name) => {
    const table = tablesOf({
      program,
      batch,
      columns,
      parts: openParts(join(root, 'none'), batch),
    });
    const { columns: own } = table.find((one) => one.name === name)!;
    const types = own.map((column) => `'${column.name}': '${TYPES[column.type]}'`).join(', ');
    const fromCsv = await rowsOf(
      `${name}.csv`,
      `read_csv(FILE, header = true, columns = {${types}})`,
    );
    const fromParquet = await rowsOf(`${name}.parquet`, 'read_parquet(FILE)');
    const histories = batch.runs * batch.variants.length;
    expect(fromCsv.length).toBeGreaterThanOrEqual(name === 'pairs' ? 360 : histories);
    expect(fromParquet).toEqual(fromCsv);
  });

  test('the codebook has a line with a meaning for every column of every table', () => {
    const parts = openParts(join(root, 'none'), batch);
    const tables = tablesOf({ program, batch, columns, parts });
    const lines = codebook(tables).trimEnd().split('\n').slice(1);
    const named = tables.flatMap((table) => table.columns.map((column) => [table.name, column]));
    expect(lines).toHaveLength(named.length);
    expect(readFileSync(join(folder, 'codebook.csv'), 'utf8')).toBe(codebook(tables));
    for (const { name, columns: own } of tables) {
      const header = readFileSync(join(folder, `${name}.csv`), 'utf8').split('\n', 1)[0];
      expect(header).toBe(own.map((column) => column.name).join(','));
      for (const column of own) expect(column.title, column.name).toMatch(/\w/);
    }
  });
});

const TYPES = {
  text: 'VARCHAR',
  category: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  instant: 'TIMESTAMPTZ',
  flag: 'BOOLEAN',
} as const;
