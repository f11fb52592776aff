/**
 * `npm run bench:kernel [-- REPETITIONS]`: the kernel in TypeScript against the same work in C++,
 * one after the other and over again, so that whatever else the machine does falls on both.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

const CACHE = 'node_modules/.cache/backchannel/bench';
const CPP = ['-std=c++17', '-O3', '-march=native', '-ffp-contract=off'];

/** How many histories make one measurement, and what they are. */
const WORK = [
  { name: 'long', runs: 40, what: 'two banks over 7,500 days' },
  { name: 'short', runs: 40_000, what: 'two banks as shipped, 7.5 days' },
];

/** Modules written in CommonJS call `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module';" +
  'const require = __createRequire(import.meta.url);';

/** @typedef {{runs: number, events: number, seconds: number, hash: string}} Measured */

async function buildSides() {
  mkdirSync(CACHE, { recursive: true });
  await build({
    entryPoints: ['bench/kernel/measure.ts'],
    outfile: `${CACHE}/measure.mjs`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: { js: REQUIRE },
    logLevel: 'warning',
  });
  const source = 'bench/kernel/two-banks.cpp';
  execFileSync('g++', [...CPP, source, '-o', `${CACHE}/two-banks`, '-lquadmath']);
}

/**
 * @param {'C++' | 'TypeScript'} side
 * @param {{name: string, runs: number}} work
 * @returns {Measured}
 */
function measure(side, { name, runs }) {
  const args = [name, String(runs)];
  const out =
    side === 'C++'
      ? execFileSync(`${CACHE}/two-banks`, args)
      : execFileSync(process.execPath, [`${CACHE}/measure.mjs`, ...args]);
  return JSON.parse(out.toString());
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** @param {readonly {cpp: Measured, ts: Measured}[]} pairs */
function row(pairs, name = '') {
  const events = (/** @type {Measured} */ m) => m.events / m.seconds;
  const ts = median(pairs.map((pair) => events(pair.ts)));
  const cpp = median(pairs.map((pair) => events(pair.cpp)));
  const perRun = pairs.map(({ ts }) => ts.events / ts.runs)[0] ?? NaN;
  return {
    work: name,
    'events a history': Math.round(perRun),
    'C++ M events/s': (cpp / 1e6).toFixed(2),
    'TypeScript M events/s': (ts / 1e6).toFixed(2),
    'TypeScript histories/s': Math.round(ts / perRun),
    ratio: median(pairs.map((pair) => events(pair.ts) / events(pair.cpp))).toFixed(2),
    'same work': pairs.every(({ cpp, ts }) => cpp.hash === ts.hash && cpp.events === ts.events),
  };
}

const repetitions = Number(process.argv[2] ?? 7);
await buildSides();
const rows = WORK.map((work) => {
  const pairs = Array.from({ length: repetitions }, () => ({
    cpp: measure('C++', work),
    ts: measure('TypeScript', work),
  }));
  return row(pairs, work.what);
});
console.table(rows);
process.exitCode = rows.every((r) => r['same work']) ? 0 : 1;
