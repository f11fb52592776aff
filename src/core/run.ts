import { identityText } from './chance/identity.js';
import { quantile } from './chance/distribution.js';
import { passDue } from './bargain/obligations.js';
import { lapseOffer } from './bargain/offers.js';
import { programHash } from './history/chain.js';
import { inputId } from './history/control.js';
import { breakSilence, checkEndings, closeScenario, watchSilence } from './history/endings.js';
import type { Branch } from './history/branch.js';
import { branchFault } from './history/branch.js';
import { openRecord, recountHeldOff, runEntry, runStage } from './history/entries.js';
import { learnEntry } from './history/entry-learning.js';
import type { History, HistoryHeader, HistoryText } from './history/event.js';
import { inputName } from './history/input-list.js';
import { takeInput } from './history/inputs.js';
import { commitEvent, createLog, endLog, noteDelivery, seededSalt } from './history/log.js';
import { exactSpan, readings } from './history/naming.js';
import { stateHash } from './history/state-hash.js';
import { learnTrack } from './knowledge/picture.js';
import { deliverReport } from './knowledge/reports.js';
import { arriveLeg, deliverCopy, deliverReceipt } from './letters/legs.js';
import { readSealed } from './letters/reading.js';

import { draw } from './draws.js';
import { createPlan, identityNames, rankOf } from './plan.js';
import type { Prepared } from './preparation.js';
import { prepareRun } from './preparation.js';
import type { Program } from './program.js';
import { PURPOSE } from './purposes.js';
import { MAX_STEPS, TASK, kindOfTask, nextStep, nextTime, pop, push } from './schedule.js';
import type { InputList, State, TimedInput } from './state.js';
import { createState, resetState } from './state.js';
import { formatInstant, parseInstant } from './time/instant.js';
import { nameHash } from './chance/name-hash.js';
import { deliverFailure, endAct, startAct } from './world/acts.js';
import {
  fireIncident,
  isStaleFiring,
  openIncidents,
  refreshDirty,
  refreshIncident,
} from './world/incidents.js';
import { openRoutines, runRoutine } from './world/routines.js';

/** What a run is asked to do. */
export interface RunOptions {
  /** Any text; the same seed gives the same bytes (R23). */
  readonly seed: string;
  readonly run?: number;
  /** Whether seats follow the record; with it off only orders, chance and the calendar act. */
  readonly record: boolean;
  /** Orders in any order; each at an instant inside the scenario. */
  readonly inputs?: readonly TimedInput[];
  readonly branch?: Branch;
  /** Texts of the changes that the program was patched with, for the header. */
  readonly changes?: readonly string[];
  /** Salt of the n-th text; made from the seed where not given (see `seededSalt`). */
  readonly salt?: (n: number) => string;
}

export type RunResult =
  | { readonly type: 'ran'; readonly history: History; readonly texts: readonly HistoryText[] }
  | { readonly type: 'fault'; readonly code: string; readonly message: string };

export type Outcome =
  | {
      readonly type: 'done';
      readonly stateHash: string;
      readonly events: number;
      readonly ending: string | null;
    }
  | { readonly type: 'fault'; readonly code: string; readonly message: string };

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
  return (options) => {
    const { seed, run = 0, record, inputs, branch } = options;
    if (prepared.given !== inputs || prepared.branch !== branch) {
      prepared = prepareRun(plan, inputs, branch);
    }
    resetState(state, plan, seed, run);
    return play(state, prepared, record);
  };
}

function checkRun(
  program: Program,
  options: RunOptions,
): Extract<RunResult, { type: 'fault' }> | null {
  const seen = new Map<number, string>();
  for (const name of identityNames(program)) {
    const hash = nameHash(name);
    const other = seen.get(hash);
    if (other !== undefined && other !== name) {
      return fault('name-collision', `${name} and ${other} have one hash: rename one of them`);
    }
    seen.set(hash, name);
  }
  const branched = options.branch === undefined ? null : branchFault(program, options.branch);
  if (branched !== null) return fault('bad-branch', branched);
  const ids = new Set(program.entries.map(({ id }) => id));
  for (const input of options.inputs ?? []) {
    const at = parseInstant(input.at);
    if (at === null) return fault('bad-time', `${input.at} is not an instant`);
    if (at < program.opens || at > horizonOf(program)) {
      return fault('input-outside', `${input.at} lies outside the scenario's time`);
    }
    const known = input.seat === 'control' || program.seats.some((s) => s.name === input.seat);
    if (!known) return fault('unknown-seat', `there is no seat called ${input.seat}`);
    if (input.id !== undefined && ids.has(input.id)) {
      return fault(
        'duplicate-id',
        `${input.id} is the id of another input or entry: choose another`,
      );
    }
    if (input.id !== undefined) ids.add(input.id);
  }
  return null;
}

function fault(code: string, message: string): { type: 'fault'; code: string; message: string } {
  return { type: 'fault', code, message };
}

function horizonOf(program: Program): number {
  return program.aftermath ?? program.closes;
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

function open(state: State, prepared: Prepared, withRecord: boolean): void {
  const { program, plan, schedule } = state;
  drawUnknowns(state);
  program.tracks.forEach(({ starts }, i) => {
    state.tracks[i] = starts;
  });
  for (let seat = 1; seat <= program.seats.length; seat++) {
    state.tracks.set(plan.guesses, seat * program.tracks.length);
  }
  state.recordHolds = withRecord;
  state.branchPlan = prepared.branchPlan;
  state.record = prepared.record;
  // Before all else of its instant: no entry may change what the seats are told at the opening.
  push(schedule, program.opens, 0, TASK.opening, 0, 0, 0, 0, 0, 0);
  openInputs(state, prepared.inputs);
  if (prepared.branch !== undefined) openBranch(state, prepared.branch.at);
  if (withRecord) openRecord(state, prepared.rules);
  openRoutines(state);
  plan.silences.forEach((_, which) => watchSilence(state, which));
  push(schedule, program.closes, 0, TASK.close, rankOf(plan, 'closing'), 0, 0, 0, 0, 0);
}

/** What nobody can know: a named draw from each prior, the same draw under a changed one (R25). */
function drawUnknowns(state: State): void {
  const { unknownId } = state.plan;
  state.program.unknowns.forEach(({ prior }, i) => {
    const u = draw(state, PURPOSE.unknown, unknownId[2 * i]!, unknownId[2 * i + 1]!);
    state.unknowns[i] = quantile(prior, u);
  });
}

/**
 * The instant of the branch: from here on the changed program holds, and chance is back. It comes
 * first of its instant, after the opening.
 */
function openBranch(state: State, at: number): void {
  push(state.schedule, at, 0, TASK.branch, 0, 0, 1, 0, 0, 0);
}

function openInputs(state: State, list: InputList): void {
  const { at, task, rank, id } = list;
  state.inputs = list;
  state.naming = state.log !== null || list.byIdentity;
  for (let i = 0; i < at.length; i++) {
    push(state.schedule, at[i]!, 0, task[i]!, rank[i]!, id[2 * i]!, id[2 * i + 1]!, i, 0, 0);
  }
}

function loop(state: State): void {
  const { schedule } = state;
  const horizon = horizonOf(state.program);
  while (!state.stopped && state.fault === null) {
    const time = nextTime(schedule);
    if (time > horizon) return;
    const step = nextStep(schedule);
    const slot = pop(schedule);
    const task = schedule.task[slot]!;
    const a = schedule.a[slot]!;
    const b = schedule.b[slot]!;
    // A firing that a later rate has overruled touches nothing, the clock included.
    if (task === TASK.incident && isStaleFiring(state, a, b)) continue;
    const c = schedule.c[slot]!;
    const idHi = schedule.idHi[slot]!;
    const idLo = schedule.idLo[slot]!;
    state.now = time;
    state.step = step;
    if (step > MAX_STEPS) {
      state.fault = `more than ${MAX_STEPS} events follow each other without time passing`;
      return;
    }
    state.sequence++;
    happen(state, task, a, b, c, idHi, idLo);
    refreshDirty(state);
    checkEndings(state);
    if (state.log !== null) commit(state, task, a, idHi, idLo);
  }
}

function happen(
  state: State,
  task: number,
  a: number,
  b: number,
  c: number,
  idHi: number,
  idLo: number,
): void {
  switch (task) {
    case TASK.opening:
      return begin(state);
    case TASK.branch:
      return branch(state);
    case TASK.entry:
      return runEntry(state, a);
    case TASK['entry stage']:
      return runStage(state, a, b);
    case TASK.input:
    case TASK.inject:
      return takeInput(state, a, idHi, idLo);
    case TASK.routine:
      return runRoutine(state, a, idHi, idLo);
    case TASK.incident:
      return fireIncident(state, a);
    case TASK['act start']:
      return startAct(state, a);
    case TASK['act end']:
      return endAct(state, a);
    case TASK.report:
      return deliverReport(state, a, b, c, idHi, idLo);
    case TASK.learn:
      return learnEntry(state, a, b, c, idHi, idLo);
    case TASK.leg:
      return arriveLeg(state, a);
    case TASK.leak:
      return deliverCopy(state, a, b, 'leak');
    case TASK.interception:
      return deliverCopy(state, a, b, 'interception');
    case TASK.receipt:
      return deliverReceipt(state, a, idHi, idLo);
    case TASK.outcome:
      return deliverFailure(state, a, b);
    case TASK.unseal:
      return readSealed(state, a, b);
    case TASK.lapse:
      return lapseOffer(state, a);
    case TASK.due:
      return passDue(state, a);
    case TASK.silence:
      return breakSilence(state, a);
    case TASK.close:
      return closeScenario(state);
  }
}

/** The opening: every seat is told the tracks that it starts by knowing (R11). */
function begin(state: State): void {
  const { program } = state;
  program.seats.forEach(({ name, knows }, seat) => {
    for (const track of knows) learnTrack(state, seat, track, state.tracks[track]!, state.now);
    if (state.log === null) return;
    const values = knows.map((track) => state.tracks[track]!);
    noteDelivery(state.log, {
      seat: name,
      learned: exactSpan(state.now),
      report: identityText(state.plan.seatId[2 * seat]!, state.plan.seatId[2 * seat + 1]!),
      via: 'at once',
      item: { type: 'opening', tracks: readings(program, knows, values) },
    });
  });
  openIncidents(state);
}

function branch(state: State): void {
  state.plan = state.branchPlan!;
  state.program = state.plan.program;
  drawUnknowns(state);
  if (state.recordHolds) recountHeldOff(state);
  state.recordHolds = false;
  for (let i = 0; i < state.program.incidents.length; i++) refreshIncident(state, i);
}

function commit(state: State, task: number, a: number, idHi: number, idLo: number): void {
  const [name, id] = nameOf(state, task, a, idHi, idLo);
  commitEvent(state.log!, state, kindOfTask(task), name, id);
}

/** Name and id under which an event stands in the log. */
function nameOf(
  state: State,
  task: number,
  a: number,
  idHi: number,
  idLo: number,
): readonly [string, string] {
  const { program } = state;
  const identity = identityText(idHi, idLo);
  switch (task) {
    case TASK.entry:
    case TASK['entry stage']:
    case TASK.learn:
      return [program.entries[a]!.title, program.entries[a]!.id];
    case TASK.input:
    case TASK.inject:
      return inputNames(state.inputs.inputs[a]!, idHi, idLo);
    case TASK.routine:
      return [program.routines[a]!.name, identity];
    case TASK.incident:
      return [program.incidents[a]!.name, identity];
    case TASK['act start']:
    case TASK['act end']:
    case TASK.outcome:
      return [program.acts[state.acts[a]!.act]!.name, identity];
    case TASK.report:
      return [program.seats[a]!.name, identity];
    case TASK.leg:
    case TASK.leak:
    case TASK.interception:
    case TASK.receipt:
    case TASK.unseal: {
      const d = state.dispatches[state.legs[a]!.dispatch]!;
      return [d.name, d.id];
    }
    case TASK.lapse:
      return [state.dispatches[a]!.name, state.dispatches[a]!.id];
    case TASK.due:
      return [state.obligations[a]!.id, state.obligations[a]!.id];
    default:
      return [TASK_NAMES.get(task)!, TASK_NAMES.get(task)!];
  }
}

function inputNames(input: TimedInput, idHi: number, idLo: number): readonly [string, string] {
  return [inputName(input), inputId(input, idHi, idLo)];
}

const TASK_NAMES: ReadonlyMap<number, string> = new Map([
  [TASK.opening, 'opening'],
  [TASK.branch, 'branch'],
  [TASK.silence, 'silence'],
  [TASK.close, 'closing'],
]);
