/**
 * `npm run bench:cuba [-- REPETITIONS]`: batches of the missile crisis as `simulate` runs them: on one
 * thread by processor time, then on one and two workers by the clock, in turn.
 */
import { execFileSync } from 'node:child_process';
import { built } from '../build.mjs';
import { median } from '../numbers.mjs';

/** Histories of one measurement; those of the first also tell whether memory grows. */
const RUNS = { one: 2000, threads: 2000 };

/** @param {readonly string[]} args */
function node(...args) {
  return JSON.parse(execFileSync(process.execPath, [program, ...args]).toString());
}

/** @param {number} workers */
function threads(workers) {
  const measured = node('threads', String(workers), String(RUNS.threads), worker);
  return { speed: measured.runs / measured.seconds, rss: measured.rss };
}

const program = await built('bench/cuba/measure.ts', 'cuba');
const worker = await built('src/simulate/worker.ts', 'cuba-worker');
const repetitions = Number(process.argv[2] ?? 3);
const alone = Array.from({ length: repetitions }, () => node('one', String(RUNS.one)));
const of = (/** @type {(m: any) => number} */ value) => median(alone.map(value));
console.table([
  {
    'histories/s': Math.round(of((m) => m.runs / m.seconds)),
    'M events + options/s': of((m) => (m.events + m.options) / m.seconds / 1e6).toFixed(2),
    'events a history': Math.round(of((m) => m.events / m.runs)),
    'meetings a history': Math.round(of((m) => m.meetings / m.runs)),
    'options a history': Math.round(of((m) => m.options / m.runs)),
    'bytes of garbage an event': Math.round(of((m) => m.bytesPerEvent)),
    'MB after a tenth': of((m) => m.early),
    'MB at the end': of((m) => m.late),
  },
]);
const pairs = Array.from({ length: repetitions }, () => ({ one: threads(1), two: threads(2) }));
console.table([
  {
    'one worker, histories/s': Math.round(median(pairs.map(({ one }) => one.speed))),
    'two workers, histories/s': Math.round(median(pairs.map(({ two }) => two.speed))),
    times: median(pairs.map(({ one, two }) => two.speed / one.speed)).toFixed(2),
    'MB with two': median(pairs.map(({ two }) => two.rss)),
  },
]);
