import { programHash } from './history/chain.js';
import type { HistoryHeader } from './history/event.js';
import { createLog, endLog, seededSalt } from './history/log.js';
import { outcomeReadings } from './history/outcome-columns.js';
import { writeOutcome } from './history/outcome.js';
import { stateHash } from './history/state-hash.js';
import type { Trace } from './history/trace-effects.js';
import { clearTrace, createTraceLog } from './history/trace-log.js';
import { loop } from './loop.js';
import { open } from './opening.js';
import { createPlan } from './plan.js';
import { isPreparedFor, prepareRun } from './preparation.js';
import type { Prepared } from './preparation.js';
import type { Program } from './program.js';
import { checkRun, horizonOf } from './run-check.js';
import { fault } from './run-fault.js';
import type { Outcome, RunOptions, RunResult } from './run-options.js';
import { createState, resetState } from './fresh-state.js';
import type { State } from './state.js';
import { formatInstant } from './time/instant.js';
import type { Compiler } from './world/compiler.js';

/** Runs a program once and keeps its log: a history, or a fault in words. */
export function runHistory(program: Program, options: RunOptions): RunResult {
  const fault = checkRun(program, options);
  if (fault !== null) return fault;
  const plan = createPlan(program);
  const state = createState(plan);
  resetState(state, plan, options.seed, options.run ?? 0);
  const header = headerOf(program, options);
  const log = createLog(header, options.salt ?? seededSalt(state.keys));
  state.log = log;
  const outcome = play(state, prepareRun(plan, options), options);
  if (outcome.type === 'fault') return outcome;
  const end = endLog(log, {
    at: formatInstant(state.stopped ? state.now : state.horizon),
    ending: outcome.ending,
    stateHash: outcome.stateHash,
  });
  return { type: 'ran', history: { header, events: log.events, end }, texts: log.texts };
}

function headerOf(program: Program, options: RunOptions): HistoryHeader {
  const { seed, run = 0, record, branch, doctrines = [], until, changes = [] } = options;
  return {
    type: 'header',
    format: 'backchannel-history/1',
    scenario: program.id,
    program: programHash(program),
    seed,
    run,
    record: record ? 'on' : 'off',
    ...(branch === undefined ? {} : { branchAt: formatInstant(branch.at) }),
    ...(doctrines.length === 0 ? {} : { doctrines }),
    ...(until === undefined ? {} : { until: formatInstant(until) }),
    changes,
    opens: formatInstant(program.opens),
    closes: formatInstant(program.closes),
  };
}

/** A program made ready for many runs with the log off; it allocates next to nothing per event. */
export interface Kernel {
  /**
   * Runs it once. Give the same arrays of inputs and doctrines and the same branch again, and they
   * are worked out only once.
   */
  readonly run: (options: RunOptions) => Outcome;
  /** Writes the row of the last run (`outcomeColumns`), which must be done, from place `at` on. */
  readonly readOutcome: (into: Float64Array, at: number) => void;
  /** What happened in the last run, for `compareTraces`; null where none was asked for. */
  readonly trace: Trace | null;
}

/** How a kernel is made. */
interface KernelOptions {
  /** What turns expressions into functions; closures where not given. */
  readonly compiler?: Compiler;
  /** Whether it keeps a trace of each run. */
  readonly trace?: boolean;
}

/** How many sets of inputs, branch and doctrines a kernel keeps worked out. */
const KEPT = 256;

/** A kernel for many runs of one program with the log off. */
export function createKernel(program: Program, options: KernelOptions = {}): Kernel {
  const plan = createPlan(program, options.compiler);
  const state = createState(plan);
  const trace = options.trace === true ? { ...createTraceLog(), state } : null;
  state.trace = trace;
  const unfit = checkRun(program, { seed: '', record: false });
  const known: Prepared[] = [];
  let last: Outcome | null = null;
  const run = (options: RunOptions): Outcome => {
    last = null;
    if (unfit !== null) return unfit;
    let prepared = known.find((one) => isPreparedFor(one, options));
    if (prepared === undefined) {
      const fault = checkRun(program, options);
      if (fault !== null) return fault;
      prepared = prepareRun(plan, options);
      if (known.length === KEPT) known.shift();
      known.push(prepared);
    }
    resetState(state, plan, options.seed, options.run ?? 0);
    if (trace !== null) clearTrace(trace);
    last = play(state, prepared, options);
    if (trace !== null && last.type === 'done') trace.stateHash = last.stateHash;
    return last;
  };
  const readings = outcomeReadings(program);
  const readOutcome = (into: Float64Array, at: number): void => {
    if (last?.type !== 'done') throw new Error('no run is done whose outcome could be read');
    writeOutcome(readings, state, last.stateHash, into, at);
  };
  return { run, readOutcome, trace };
}

function play(state: State, prepared: Prepared, { record, until }: RunOptions): Outcome {
  const last = horizonOf(state.program);
  state.horizon = until !== undefined && until < last ? until : last;
  open(state, prepared, record);
  loop(state);
  if (state.fault !== null) {
    return fault('run-fault', `${state.fault}, at ${formatInstant(state.now)}`);
  }
  return {
    type: 'done',
    stateHash: stateHash(state),
    events: state.sequence,
    meetings: state.meetings,
    options: state.options,
    ending: endingName(state),
  };
}

function endingName(state: State): string | null {
  if (state.ending === -1) return null;
  return state.program.endings[state.ending]?.name ?? 'out of time';
}
