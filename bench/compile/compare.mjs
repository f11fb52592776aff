/**
 * `npm run bench:compile [-- REPETITIONS]`: opening a scenario cold and from the cache of compiled
 * ones, each in a process of its own, in turn.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { CACHE, built } from '../build.mjs';
import { median } from '../numbers.mjs';

const SCENARIOS = ['cuban-missile-crisis', 'two-banks'];
/** Milliseconds of the clock that opening a scenario may take. */
const BOUNDS = { cold: 700, cached: 100 };

const folder = `${CACHE}/compiled`;

/** @typedef {{clock: number, processor: number}} Taken */

/**
 * @param {string} id
 * @returns {Taken}
 */
function open(id) {
  const env = { ...process.env, BACKCHANNEL_CACHE: folder };
  return JSON.parse(execFileSync(process.execPath, [program, id], { env }).toString());
}

/** @param {string} id */
function both(id) {
  rmSync(folder, { recursive: true, force: true });
  return { cold: open(id), cached: open(id) };
}

/**
 * @param {string} id
 * @param {readonly {cold: Taken, cached: Taken}[]} pairs
 */
function row(id, pairs) {
  const of = (/** @type {'cold' | 'cached'} */ which, /** @type {keyof Taken} */ kind) =>
    Math.round(median(pairs.map((pair) => pair[which][kind])));
  return {
    scenario: id,
    'cold ms': of('cold', 'clock'),
    'cold ms of processor': of('cold', 'processor'),
    'from the cache ms': of('cached', 'clock'),
    'from the cache ms of processor': of('cached', 'processor'),
    'cold under 700 ms': of('cold', 'clock') < BOUNDS.cold,
    'cached under 100 ms': of('cached', 'clock') < BOUNDS.cached,
  };
}

const repetitions = Number(process.argv[2] ?? 5);
const program = await built('bench/compile/measure.ts', 'compile');
// Only built code keeps what it compiled: this is the version of the bundle just made.
writeFileSync(`${CACHE}/compile/code-version`, `${'0'.repeat(64)}\n`);
const rows = SCENARIOS.map((id) =>
  row(
    id,
    Array.from({ length: repetitions }, () => both(id)),
  ),
);
console.table(rows);
