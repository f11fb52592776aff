/**
 * `npm run bench:kernel [-- REPETITIONS]`: the kernel in TypeScript against the same work in C++,
 * one after the other and over again, so that whatever else the machine does falls on both.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { CACHE, built } from '../build.mjs';
import { median } from '../numbers.mjs';

const CPP = ['-std=c++17', '-O3', '-march=native', '-ffp-contract=off'];

/** How many histories make one measurement, and what they are. */
const WORK = [
  { name: 'played', runs: 10_000, what: 'two banks as shipped, played by its doctrines' },
  { name: 'long', runs: 40, what: 'orders over 7,500 days' },
  { name: 'short', runs: 40_000, what: 'orders over 7.5 days' },
];

/** @typedef {{runs: number, events: number, meetings: number, options: number, seconds: number,
 *   checksum: string}} Measured */

function buildYardstick() {
  const source = 'bench/kernel/two-banks.cpp';
  const doctrines = execFileSync(process.execPath, [program, 'cpp']);
  writeFileSync(`${CACHE}/doctrines.hpp`, doctrines);
  const flags = [...CPP, '-I', CACHE];
  execFileSync('g++', [...flags, source, '-o', `${CACHE}/two-banks`, '-lquadmath']);
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
      : execFileSync(process.execPath, [program, ...args]);
  return JSON.parse(out.toString());
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
    'same work': pairs.every(({ cpp, ts }) => isSame(cpp, ts)),
  };
}

/**
 * The same events, options and state hashes: the same work.
 *
 * @param {Measured} a
 * @param {Measured} b
 */
function isSame(a, b) {
  return a.events === b.events && a.options === b.options && a.checksum === b.checksum;
}

const repetitions = Number(process.argv[2] ?? 7);
const program = await built('bench/kernel/measure.ts', 'kernel');
buildYardstick();
const rows = WORK.map((work) => {
  const pairs = Array.from({ length: repetitions }, () => ({
    cpp: measure('C++', work),
    ts: measure('TypeScript', work),
  }));
  return row(pairs, work.what);
});
console.table(rows);
process.exitCode = rows.every((r) => r['same work']) ? 0 : 1;
