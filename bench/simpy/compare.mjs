/**
 * `npm run bench:simpy [-- REPETITIONS]`: two banks, played by its doctrines, against the same model
 * in SimPy, one after the other and over again; and whether both come to the same, as far as chance
 * lets one see.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { CACHE, built } from '../build.mjs';
import { median } from '../numbers.mjs';

/** Histories of one measurement, and of the comparison of outcomes. */
const RUNS = { python: 300, node: 10_000, compared: 20_000 };
/** Differences of shares are told in their standard errors: more than this many is no chance. */
const TOLERANCE = 4;

/** A Python with SimPy 3 or later: that of the system, where the packages of the system are. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

/**
 * @typedef {{runs: number, endings: Record<string, number>, meetings: number, options: number}} Came
 */

function pythonWithSimPy() {
  for (const python of PYTHONS) {
    try {
      execFileSync(python, ['-c', 'import simpy'], { stdio: 'ignore' });
      return python;
    } catch {
      // The next one may have it.
    }
  }
  return null;
}

/** @param {readonly string[]} args */
function node(...args) {
  return execFileSync(process.execPath, [program, ...args], { maxBuffer: 1 << 24 }).toString();
}

/**
 * @param {string} python
 * @param {string} seed
 * @returns {Came & {seconds: number}}
 */
function simpy(python, seed) {
  const args = ['bench/simpy/two_banks.py', `${CACHE}/doctrines.py`, String(RUNS.python), seed];
  return JSON.parse(execFileSync(python, args).toString());
}

/** @param {readonly (Came & {seconds: number})[]} parts */
function together(parts) {
  const runs = parts.reduce((sum, part) => sum + part.runs, 0);
  /** @type {Record<string, number>} */
  const endings = {};
  for (const part of parts) {
    for (const [name, count] of Object.entries(part.endings)) {
      endings[name] = (endings[name] ?? 0) + count;
    }
  }
  const mean = (/** @type {'meetings' | 'options'} */ of) =>
    parts.reduce((sum, part) => sum + part[of] * part.runs, 0) / runs;
  return { runs, endings, meetings: mean('meetings'), options: mean('options') };
}

/**
 * @param {Came} a
 * @param {Came} b
 */
function compared(a, b) {
  const names = [...new Set([...Object.keys(a.endings), ...Object.keys(b.endings)])].toSorted();
  return names.map((ending) => {
    const share = (/** @type {Came} */ came) => (came.endings[ending] ?? 0) / came.runs;
    const [p, q] = [share(a), share(b)];
    const pooled = (p * a.runs + q * b.runs) / (a.runs + b.runs);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.runs + 1 / b.runs));
    return {
      ending,
      Backchannel: p.toFixed(3),
      SimPy: q.toFixed(3),
      'standard errors apart': (Math.abs(p - q) / error).toFixed(1),
    };
  });
}

const python = pythonWithSimPy();
if (python === null) {
  console.error('bench:simpy needs SimPy 3 or later: apt-get install python3-simpy3');
  process.exit(2);
}
const program = await built('bench/kernel/measure.ts', 'kernel');
writeFileSync(`${CACHE}/doctrines.py`, node('python'));
const repetitions = Number(process.argv[2] ?? 7);
const pairs = Array.from({ length: repetitions }, (_, i) => ({
  node: JSON.parse(node('played', String(RUNS.node))),
  python: simpy(python, String(i)),
}));
const speed = (/** @type {{runs: number, seconds: number}} */ m) => m.runs / m.seconds;
console.table([
  {
    'Backchannel histories/s': Math.round(median(pairs.map((pair) => speed(pair.node)))),
    'SimPy histories/s': Math.round(median(pairs.map((pair) => speed(pair.python)))),
    times: Math.round(median(pairs.map((pair) => speed(pair.node) / speed(pair.python)))),
  },
]);
const came = JSON.parse(node('shares', String(RUNS.compared)));
const modelled = together(pairs.map((pair) => pair.python));
const rows = compared(came, modelled);
console.table(rows);
console.log(
  `meetings a history: ${came.meetings.toFixed(1)} and ${modelled.meetings.toFixed(1)} in SimPy; ` +
    `options weighed: ${came.options.toFixed(1)} and ${modelled.options.toFixed(1)}`,
);
const apart = rows.some((row) => Number(row['standard errors apart']) > TOLERANCE);
if (apart) console.log('the two do not come to the same: one of them follows other rules');
process.exitCode = apart ? 1 : 0;
