/**
 * `npm run bench:search -- FILE…`: the search of the reading room over files of the reader's
 * against a scan that reads everything, in one process and in turn, so that whatever else the
 * machine does falls on both.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const CACHE = 'node_modules/.cache/backchannel/bench';
const REPETITIONS = 15;

/** Modules written in CommonJS call `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module';" +
  'const require = __createRequire(import.meta.url);';

/** @typedef {{clock: number, processor: number}} Taken */
/**
 * @typedef {{query: string, found: number, scanned: number, search: Taken[], scan: Taken[]}} Row
 */

/** @returns {Promise<string>} the path of the measuring program */
async function built() {
  mkdirSync(CACHE, { recursive: true });
  const outfile = `${CACHE}/search.mjs`;
  await build({
    entryPoints: ['bench/search/measure.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: { js: REQUIRE },
    logLevel: 'warning',
  });
  return outfile;
}

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
const args = [await built(), String(REPETITIONS), ...files];
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
