import type { Kernel } from '../../src/core/run.js';
import type { RunOptions } from '../../src/core/run-options.js';
import type { Program } from '../../src/core/program.js';
import type { TimedInput } from '../../src/core/state.js';
import { formatInstant } from '../../src/core/time/instant.js';
import type { Expression } from '../../src/core/world/expression.js';
import { compileScenario } from '../../src/scenario/compile.js';
import { readScenarioFolder } from '../../src/scenario/folder.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far the long run is stretched, and how much oftener shots are fired in it. */
const LONG_DAYS = 7500;
const SHOTS = 10;

/** The bridge is closed and opened, and letters cross, once in this many days. */
const CYCLE_DAYS = 5;
/** After so many bargains offers are declined: obligations in force would come to fill the run. */
const BARGAINS = 12;

export const CASES = ['short', 'long'] as const;
type Case = (typeof CASES)[number];

/** What is measured: a program and the orders that every one of its runs is given. */
interface Workload {
  readonly program: Program;
  readonly inputs: readonly TimedInput[];
}

/**
 * What a number of runs came to. `seconds` is processor time, the engine's own threads included, so
 * that others on the machine count for little; `hash` is the state hash of the last run.
 */
interface Measured {
  readonly runs: number;
  readonly events: number;
  readonly seconds: number;
  readonly hash: string;
}

/** Two banks as it ships (7.5 days), or stretched over 7,500 days, with orders in both. */
export async function workload(which: Case): Promise<Workload> {
  const program = await compile('scenarios/two-banks');
  if (which === 'short') return { program, inputs: orders(program, 1) };
  return { program: stretched(program), inputs: orders(program, LONG_DAYS / CYCLE_DAYS) };
}

/** Runs a workload for runs `from`, `from` + 1 … of one seed, in one kernel. */
export function measure(
  kernel: Kernel,
  inputs: readonly TimedInput[],
  from: number,
  runs: number,
): Measured {
  let events = 0;
  let hash = '';
  const start = process.cpuUsage();
  for (let run = from; run < from + runs; run++) {
    const options: RunOptions = { seed: 'bench', run, record: false, inputs };
    const outcome = kernel.run(options);
    if (outcome.type === 'fault') throw new Error(outcome.message);
    events += outcome.events;
    hash = outcome.stateHash;
  }
  const { user, system } = process.cpuUsage(start);
  return { runs, events, seconds: (user + system) / 1e6, hash };
}

async function compile(folder: string): Promise<Program> {
  const read = await readScenarioFolder(folder);
  if (read.type === 'faulty') throw new Error(`${folder} cannot be read`);
  const compiled = compileScenario('two-banks', read.files);
  if (compiled.type === 'faulty') throw new Error(`${folder} does not compile`);
  return compiled.program;
}

/** A data patch: the run lasts longer, does not stop at its first ending, and has more shots. */
function stretched(program: Program): Program {
  const closes = program.opens + LONG_DAYS * DAY;
  const incidents = program.incidents.map((incident) => ({
    ...incident,
    rate: times(incident.rate, SHOTS),
  }));
  return { ...program, closes, aftermath: closes, incidents };
}

function times(a: Expression, value: number): Expression {
  return { type: 'mul', a, b: { type: 'number', value } };
}

function orders(program: Program, cycles: number): TimedInput[] {
  return Array.from({ length: cycles }, (_, n) => cycle(program, n)).flat();
}

function cycle(program: Program, n: number): TimedInput[] {
  const start = program.opens + n * CYCLE_DAYS * DAY;
  const at = (hours: number): string => formatInstant(start + hours * HOUR);
  const id = `first-${n}`;
  const answer = n < BARGAINS ? 'accept' : 'decline';
  return [
    { at: at(1), seat: 'mayor', type: 'act', act: 'close_bridge' },
    { at: at(3), seat: 'reeve', type: 'send', letter: 'first', id },
    { at: at(27), seat: 'mayor', type: 'answer', offer: id, answer, by: ['ferry'] },
    { at: at(40), seat: 'reeve', type: 'send', letter: 'second' },
    { at: at(60), seat: 'mayor', type: 'act', act: 'open_bridge' },
    { at: at(61), seat: 'reeve', type: 'act', act: 'withdraw_cannon' },
  ];
}
