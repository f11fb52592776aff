import { programHash } from './history/chain.js';
import type { HistoryHeader } from './history/event.js';
import { createLog, endLog, seededSalt } from './history/log.js';
import { stateHash } from './history/state-hash.js';
import { loop } from './loop.js';
import { open } from './opening.js';
import { createPlan } from './plan.js';
import { prepareRun } from './preparation.js';
import type { Prepared } from './preparation.js';
import type { Program } from './program.js';
import { checkRun, fault, horizonOf } from './run-check.js';
import type { Outcome, RunOptions, RunResult } from './run-options.js';
import { createState, resetState } from './fresh-state.js';
import type { State } from './state.js';
import { formatInstant } from './time/instant.js';

/** Runs a program once and keeps its log: a history, or a fault in words. */
export function runHistory(program: Program, options: RunOptions): RunResult {
  const fault = checkRun(program, options);
  if (fault !== null) return fault;
  const plan = createPlan(program);
  const state = createState(plan);
  const header: HistoryHeader = {
    type: 'header',
    format: 'backchannel-history/1',
    scenario: program.id,
    program: programHash(program),
    seed: options.seed,
    run: options.run ?? 0,
    record: options.record ? 'on' : 'off',
    ...(options.branch === undefined ? {} : { branchAt: formatInstant(options.branch.at) }),
    changes: options.changes ?? [],
    opens: formatInstant(program.opens),
    closes: formatInstant(program.closes),
  };
  resetState(state, plan, options.seed, options.run ?? 0);
  const log = createLog(header, options.salt ?? seededSalt(state.keys));
  state.log = log;
  const outcome = play(state, prepareRun(plan, options.inputs, options.branch), options.record);
  if (outcome.type === 'fault') return outcome;
  const end = endLog(log, {
    at: formatInstant(state.stopped ? state.now : horizonOf(program)),
    ending: outcome.ending,
    stateHash: outcome.stateHash,
  });
  return { type: 'ran', history: { header, events: log.events, end }, texts: log.texts };
}

/**
 * A kernel for many runs of one program with the log off: made once, it allocates next to nothing
 * per event. Give it the same array of inputs and the same branch again, and they are worked out
 * only once.
 */
export function createKernel(program: Program): (options: RunOptions) => Outcome {
  const plan = createPlan(program);
  const state = createState(plan);
  let prepared = prepareRun(plan, undefined, undefined);
  const unfit = checkRun(program, { seed: '', record: false });
  return (options) => {
    const { seed, run = 0, record, inputs, branch } = options;
    if (prepared.given !== inputs || prepared.branch !== branch) {
      const fault = checkRun(program, options);
      if (fault !== null) return fault;
      prepared = prepareRun(plan, inputs, branch);
    }
    if (unfit !== null) return unfit;
    resetState(state, plan, seed, run);
    return play(state, prepared, record);
  };
}

function play(state: State, prepared: Prepared, withRecord: boolean): Outcome {
  open(state, prepared, withRecord);
  loop(state);
  if (state.fault !== null) {
    return fault('run-fault', `${state.fault}, at ${formatInstant(state.now)}`);
  }
  return {
    type: 'done',
    stateHash: stateHash(state),
    events: state.sequence,
    ending: endingName(state),
  };
}

function endingName(state: State): string | null {
  if (state.ending === -1) return null;
  return state.program.endings[state.ending]?.name ?? 'out of time';
}
