import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebook } from './codebook.js';
import type { ResultFile } from './manifest.js';
import { rowSource } from './parts.js';
import { reportHtml } from './report/report-html.js';
import { summarize } from './summarize.js';
import type { Summary } from './summary.js';
import type { Table } from './table.js';
import { csvHeader, csvLines } from './table-csv.js';
import { openParquet } from './table-parquet.js';
import { tablesOf, type Results } from './tables.js';

/** The files of a batch, all but the manifest, and what they come to. */
export interface WrittenResults {
  readonly files: readonly ResultFile[];
  readonly summary: Summary;
}

export const SUMMARY = 'summary.json';

/** Called with the name of each file before it is written. */
export type OnFile = (name: string) => void;

/**
 * Writes every result file of a batch into a folder that exists. Tables are written block by block,
 * so that memory does not grow with the number of runs.
 */
export function writeResults(
  folder: string,
  results: Results,
  onFile: OnFile = () => {},
): WrittenResults {
  const names: string[] = [];
  const put = (name: string, text: string) => {
    onFile(name);
    writeText(join(folder, name), text);
    names.push(name);
  };
  const tables = tablesOf(results);
  for (const table of tables) {
    onFile(`${table.name}.csv`);
    names.push(...writeTable(folder, table));
  }
  put('codebook.csv', codebook(tables));
  onFile(SUMMARY);
  const summary = summaryOf(results);
  put(SUMMARY, `${JSON.stringify(summary, null, 2)}\n`);
  put('report.html', reportHtml(summary));
  return { files: names.toSorted().map((name) => described(folder, name)), summary };
}

/** What the results of a batch come to. */
export function summaryOf({ program, batch, columns, parts }: Results): Summary {
  return summarize(program, batch, rowSource(parts, columns));
}

function writeTable(folder: string, table: Table): string[] {
  const [csv, parquet] = [`${table.name}.csv`, `${table.name}.parquet`];
  const file = openSync(join(folder, csv), 'w');
  try {
    const rowGroups = openParquet(table, join(folder, parquet));
    writeFileSync(file, csvHeader(table));
    for (const block of table.blocks()) {
      writeFileSync(file, csvLines(table, block));
      rowGroups.write(block);
    }
    rowGroups.end();
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return [csv, parquet];
}

function writeText(path: string, text: string): void {
  writeFileSync(path, text, { flush: true });
}

function described(folder: string, name: string): ResultFile {
  const path = join(folder, name);
  return { name, bytes: statSync(path).size, sha256: fileHash(path) };
}

/** SHA-256 of a file, read piece by piece. */
export function fileHash(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const read = readSync(file, buffer);
      if (read === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}
