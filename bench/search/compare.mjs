/**
 * `npm run bench:search -- FILE…`: the search of the reading room over files of the reader's
 * against a scan that reads everything, in one process and in turn, so that whatever else the
 * machine does falls on both.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { built } from '../build.mjs';

const REPETITIONS = 15;

/** @typedef {{clock: number, processor: number}} Taken */
/**
 * @typedef {{query: string, found: number, scanned: number, search: Taken[], scan: Taken[]}} Row
 */

/**
 * @param {readonly Taken[]} times
 * @param {'clock' | 'processor'} kind
 */
function summary(times, kind) {
  const sorted = times.map((taken) => taken[kind]).toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? NaN, worst: sorted.at(-1) ?? NaN };
}

/** @param {Row} row */
function shown({ query, found, scanned, search, scan }) {
  const [searched, read] = [summary(search, 'processor'), summary(scan, 'processor')];
  return {
    query,
    found,
    'by reading all': scanned,
    'search ms': searched.median.toFixed(1),
    'worst ms': searched.worst.toFixed(1),
    'scan ms': read.median.toFixed(1),
    ratio: (searched.median / read.median).toFixed(3),
  };
}

const files = process.argv.slice(2).map((file) => resolve(file));
if (files.length === 0) {
  console.error('bench:search needs files: npm run bench:search -- frus1961-63v06.xml …');
  process.exit(2);
}
const program = await built('bench/search/measure.ts', 'search');
const args = [program, String(REPETITIONS), ...files];
const { documents, units, indexed, rows } = JSON.parse(
  execFileSync(process.execPath, args, { maxBuffer: 1 << 26 }).toString(),
);
console.table(rows.map(shown));
const searches = rows.flatMap((/** @type {Row} */ row) => row.search);
const scans = rows.flatMap((/** @type {Row} */ row) => row.scan);
console.log(
  `${documents} documents, ${units} pieces of text, indexed in ${Math.round(indexed)} ms`,
);
for (const kind of /** @type {const} */ (['processor', 'clock'])) {
  const [search, scan] = [summary(searches, kind), summary(scans, kind)];
  console.log(
    `${kind}: search median ${search.median.toFixed(1)} ms, worst ${search.worst.toFixed(1)} ms; ` +
      `scan median ${scan.median.toFixed(1)} ms; ratio ${(search.median / scan.median).toFixed(3)}`,
  );
}
const missed = rows.filter((/** @type {Row} */ { found, scanned }) => found < scanned);
if (missed.length > 0) console.log('the index misses documents that reading everything finds');
process.exitCode = missed.length > 0 ? 1 : 0;
