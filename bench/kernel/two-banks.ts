import { resolve } from 'node:path';
import type { SeatDoctrine } from '../../src/core/parts/doctrine.js';
import type { Kernel } from '../../src/core/run.js';
import type { RunOptions } from '../../src/core/run-options.js';
import type { Program } from '../../src/core/program.js';
import type { TimedInput } from '../../src/core/state.js';
import { formatInstant } from '../../src/core/time/instant.js';
import type { Expression } from '../../src/core/world/expression.js';
import { compileFolder } from '../../src/server/shelf.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far the long run is stretched, and how much oftener shots are fired in it. */
const LONG_DAYS = 7500;
const SHOTS = 10;

/** The bridge is closed and opened, and letters cross, once in this many days. */
const CYCLE_DAYS = 5;
/** After so many bargains offers are declined: obligations in force would come to fill the run. */
const BARGAINS = 12;

/** How many runs are compared, state hash by state hash, beside those that are timed. */
const CHECKED = 2000;

export const CASES = ['played', 'short', 'long'] as const;
type Case = (typeof CASES)[number];

/** What is measured: a program, and the orders and doctrines of every one of its runs. */
export interface Workload {
  readonly program: Program;
  readonly inputs: readonly TimedInput[];
  readonly doctrines: readonly SeatDoctrine[];
}

/**
 * What a number of runs came to. `seconds` is processor time, the engine's own threads included, so
 * that others on the machine count for little; `hash` is the state hash of the last run.
 */
interface Measured {
  readonly runs: number;
  readonly events: number;
  readonly meetings: number;
  /** Options that meetings weighed. */
  readonly options: number;
  readonly seconds: number;
  readonly hash: string;
}

/**
 * Two banks as it ships (7.5 days), played by the doctrines of its lineup; or without them and with
 * orders, as it ships or stretched over 7,500 days.
 */
export async function workload(which: Case): Promise<Workload> {
  const program = await compile('two-banks');
  switch (which) {
    case 'played':
      return { program, inputs: [], doctrines: lineup(program) };
    case 'short':
      return { program, inputs: orders(program, 1), doctrines: [] };
    case 'long': {
      const inputs = orders(program, LONG_DAYS / CYCLE_DAYS);
      return { program: stretched(program), inputs, doctrines: [] };
    }
  }
}

/** Runs a workload for runs `from`, `from` + 1 … of one seed, in one kernel. */
export function measure(kernel: Kernel, work: Workload, from: number, runs: number): Measured {
  const sum = { events: 0, meetings: 0, options: 0 };
  let hash = '';
  const start = process.cpuUsage();
  for (let run = from; run < from + runs; run++) {
    const done = play(kernel, work, run);
    sum.events += done.events;
    sum.meetings += done.meetings;
    sum.options += done.options;
    hash = done.stateHash;
  }
  const { user, system } = process.cpuUsage(start);
  return { runs, ...sum, seconds: (user + system) / 1e6, hash };
}

/** The state hashes of the first runs, added up modulo 2⁶⁴: one that differs shows in it. */
export function checksum(kernel: Kernel, work: Workload, runs: number): string {
  let sum = 0n;
  for (let run = 0; run < Math.min(runs, CHECKED); run++) {
    sum += BigInt(`0x${play(kernel, work, run).stateHash}`);
  }
  return BigInt.asUintN(64, sum).toString(16).padStart(16, '0');
}

/** How many runs came to which ending, and how much they had of what, on average. */
export interface Shares {
  readonly runs: number;
  readonly endings: Readonly<Record<string, number>>;
  readonly meetings: number;
  readonly options: number;
}

/** What a number of runs come to, for a comparison with a model whose draws are others. */
export function shares(kernel: Kernel, work: Workload, runs: number): Shares {
  const endings: Record<string, number> = {};
  const sum = { meetings: 0, options: 0 };
  for (let run = 0; run < runs; run++) {
    const { ending, meetings, options } = play(kernel, work, run);
    const name = ending ?? 'none';
    endings[name] = (endings[name] ?? 0) + 1;
    sum.meetings += meetings;
    sum.options += options;
  }
  return { runs, endings, meetings: sum.meetings / runs, options: sum.options / runs };
}

function play(
  kernel: Kernel,
  { inputs, doctrines }: Workload,
  run: number,
): Extract<ReturnType<Kernel['run']>, { type: 'done' }> {
  const options: RunOptions = { seed: 'bench', run, record: false, inputs, doctrines };
  const outcome = kernel.run(options);
  if (outcome.type === 'fault') throw new Error(outcome.message);
  return outcome;
}

/** The doctrines that a program's lineup names, by their names. */
function lineup({ lineup, doctrines, seats }: Program): SeatDoctrine[] {
  return lineup.doctrines.map((index) => {
    const { name, seat } = doctrines[index]!;
    return { seat: seats[seat]!.name, doctrine: name };
  });
}

/** Compiles a shipped scenario with its doctrines. */
export async function compile(id: string): Promise<Program> {
  const path = resolve('scenarios', id);
  const compiled = await compileFolder({ id, path, origin: 'shipped' });
  if (compiled.type === 'faulty') throw new Error(`${path} does not compile`);
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
