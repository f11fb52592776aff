import type { Body } from './knowledge/body.js';
import type { Bargain, Dispatch, Leg } from './letters/dispatch.js';
import type { Dispute } from './bargain/dispute.js';
import type { Obligation } from './bargain/obligation.js';
import type { Input } from './history/input.js';
import type { IsoTime } from './history/span.js';
import type { Log } from './history/log.js';
import type { Plan } from './plan.js';
import { PURPOSES, fillPurposeKeys } from './purposes.js';
import type { Entry, IncidentKind, Program } from './program.js';
import type { Schedule } from './schedule.js';
import { clearSchedule, createSchedule } from './schedule.js';
import type { Values } from './world/expression.js';
import { BUILTINS } from './world/expression.js';

/** An order at its instant. */
export type TimedInput = Input & { readonly at: IsoTime };

/** The inputs of a run, with what the kernel needs of each worked out beforehand. */
export interface InputList {
  readonly inputs: readonly TimedInput[];
  /** Instant, task, name rank and identity (two int32) of each: its place in the schedule. */
  readonly at: Float64Array;
  readonly task: Int32Array;
  readonly rank: Int32Array;
  readonly id: Int32Array;
  /** The seat that gives it, −1 for control. */
  readonly seat: Int32Array;
  /** The act or letter that it names, or −1. */
  readonly template: Int32Array;
  /** Whether one of them speaks of something by its identity in hex: no id was given to it. */
  readonly byIdentity: boolean;
}

/** What one ordered act is doing. */
export interface ActInstance {
  act: number;
  seat: number;
  idHi: number;
  idLo: number;
  status: 'ordered' | 'awaiting consent' | 'under way' | 'completed' | 'failed' | 'refused';
}

/**
 * Everything that changes in a run. One is made per program and used for many runs: numbers live in
 * typed arrays, the rarer things (dispatches, obligations …) in pools of records that are reused,
 * so that with the log off no event allocates. Rows of `tracks`: the world first, then each seat's
 * picture.
 */
export interface State {
  program: Program;
  plan: Plan;
  readonly keys: Int32Array;
  readonly schedule: Schedule;
  log: Log | null;

  now: number;
  step: number;
  /** Number of events so far: event order as a number. */
  sequence: number;
  fault: string | null;

  readonly tracks: Float64Array;
  /** Rows as in `tracks`; NaN-free: an unreported track has as-of −Infinity. */
  readonly asOf: Float64Array;
  readonly learnedAt: Float64Array;
  readonly unknowns: Float64Array;
  readonly builtins: Float64Array;
  /** Where expressions over the world read. */
  readonly world: Values;
  /** Where expressions over a picture read; the offset is set before each use. */
  readonly picture: Values;
  readonly scratch: Float64Array;
  /**
   * Beta parameters of each seat's trust in each side: two per pair, zero where it has none (R21).
   */
  readonly trust: Float64Array;
  readonly audienceCost: Float64Array;

  /**
   * Per incident: rate now, hazard so far, since when, gap to reach, stamp of its pending event,
   * firings.
   */
  readonly rate: Float64Array;
  readonly hazard: Float64Array;
  readonly since: Float64Array;
  readonly gap: Float64Array;
  readonly stamp: Int32Array;
  readonly firings: Int32Array;
  /** Pending record entries that hold each incident's random trigger off (R26). */
  readonly heldOff: Int32Array;
  readonly dirty: Int32Array;
  readonly isDirty: Uint8Array;
  dirtyCount: number;

  readonly actCount: Int32Array;
  readonly letterCount: Int32Array;
  readonly kindCount: Int32Array;
  readonly routineCount: Int32Array;
  readonly acts: ActInstance[];
  actTotal: number;

  readonly dispatches: Dispatch[];
  /** Records of bargains of earlier runs, to be used again. */
  readonly spareBargains: Bargain[];
  dispatchTotal: number;
  readonly legs: Leg[];
  legTotal: number;
  readonly bodies: Body[];
  bodyTotal: number;
  /** First of the bodies that have been given back, −1 for none. */
  freeBody: number;
  readonly obligations: Obligation[];
  obligationTotal: number;
  readonly disputes: Dispute[];
  disputeTotal: number;
  /** Obligations that carry an act and are not yet performed or released. */
  obligationsOpen: number;
  obligationsMade: number;

  /** The record that this run follows: the program's, or what a branch makes of it (R25). */
  record: readonly Entry[];
  /** Per entry: 0 not yet, 1 happened, 2 overtaken, 3 dropped by the branch. */
  readonly entryStatus: Uint8Array;
  /** Per entry: 1 for a reply whose writer, as recorded, has read the letter that it answers. */
  readonly readsFirst: Uint8Array;
  /** Body of each entry's report, or −1. */
  readonly entryBody: Int32Array;
  /** Dispatch made by each entry, or −1. */
  readonly entryDispatch: Int32Array;
  readonly entryObligation: Int32Array;
  readonly entryDispute: Int32Array;
  /** Whether random incidents and routines are off because the record stands for them (R26). */
  recordHolds: boolean;
  /** What takes the plan's place at the branch, where there is one (R25). */
  branchPlan: Plan | null;

  inputs: InputList;
  /** Whether identities are written in hex: a log is kept, or an input speaks of one. */
  naming: boolean;
  /** Ids that inputs can name: of dispatches, act instances, obligations and disputes. */
  readonly named: Map<string, number>;

  lastDispatch: number;
  ranAway: boolean;
  how: IncidentKind | null;
  endingsDue: boolean;
  /** Index of the last ending that came, −1 for none yet, −2 for out of time. */
  ending: number;
  endingAt: number;
  readonly ended: Uint8Array;
  stopped: boolean;
}

const NO_INPUTS: InputList = {
  inputs: [],
  at: new Float64Array(0),
  task: new Int32Array(0),
  rank: new Int32Array(0),
  id: new Int32Array(0),
  seat: new Int32Array(0),
  template: new Int32Array(0),
  byIdentity: false,
};

/** Allocates the state of a program. Call `resetState` before each run. */
export function createState(plan: Plan): State {
  const { program } = plan;
  const seats = program.seats.length;
  const tracks = program.tracks.length;
  const cells = (seats + 1) * tracks;
  const incidents = program.incidents.length;
  const entries = program.entries.length;
  const table = new Float64Array(cells);
  const unknowns = new Float64Array(program.unknowns.length);
  const builtins = new Float64Array(BUILTINS.length);
  const ints = (n: number): Int32Array => new Int32Array(n);
  const doubles = (n: number): Float64Array => new Float64Array(n);
  return {
    program,
    plan,
    keys: ints(2 * PURPOSES.length),
    schedule: createSchedule(256),
    log: null,
    now: program.opens,
    step: 0,
    sequence: 0,
    fault: null,
    tracks: table,
    asOf: doubles(cells),
    learnedAt: doubles(cells),
    unknowns,
    builtins,
    world: { tracks: table, offset: 0, unknowns, builtins },
    picture: { tracks: table, offset: 0, unknowns, builtins },
    scratch: doubles(tracks),
    trust: doubles(2 * seats * program.sides.length),
    audienceCost: doubles(seats),
    rate: doubles(incidents),
    hazard: doubles(incidents),
    since: doubles(incidents),
    gap: doubles(incidents),
    stamp: ints(incidents),
    firings: ints(incidents),
    heldOff: ints(incidents),
    dirty: ints(incidents),
    isDirty: new Uint8Array(incidents),
    dirtyCount: 0,
    actCount: ints(seats * program.acts.length),
    letterCount: ints(seats * program.letters.length),
    kindCount: ints(seats * plan.kindHash.length),
    routineCount: ints(program.routines.length),
    acts: [],
    actTotal: 0,
    dispatches: [],
    spareBargains: [],
    dispatchTotal: 0,
    legs: [],
    legTotal: 0,
    bodies: [],
    bodyTotal: 0,
    freeBody: -1,
    obligations: [],
    obligationTotal: 0,
    disputes: [],
    disputeTotal: 0,
    obligationsOpen: 0,
    obligationsMade: 0,
    record: [],
    entryStatus: new Uint8Array(entries),
    readsFirst: new Uint8Array(entries),
    entryBody: ints(entries),
    entryDispatch: ints(entries),
    entryObligation: ints(entries),
    entryDispute: ints(entries),
    recordHolds: false,
    branchPlan: null,
    inputs: NO_INPUTS,
    naming: false,
    named: new Map(),
    lastDispatch: Number.NEGATIVE_INFINITY,
    ranAway: false,
    how: null,
    endingsDue: true,
    ending: -1,
    endingAt: 0,
    ended: new Uint8Array(program.endings.length),
    stopped: false,
  };
}

/** Puts a state back to the moment before the opening of one run of one seed. */
export function resetState(state: State, plan: Plan, seed: string, run: number): void {
  const { program } = plan;
  state.plan = plan;
  state.program = program;
  fillPurposeKeys(state.keys, seed, run);
  clearSchedule(state.schedule);
  state.now = program.opens;
  state.step = 0;
  state.sequence = 0;
  state.fault = null;
  state.asOf.fill(Number.NEGATIVE_INFINITY);
  state.learnedAt.fill(Number.NEGATIVE_INFINITY);
  state.tracks.fill(0);
  state.builtins.fill(0);
  state.audienceCost.fill(0);
  resetTrust(state);
  resetIncidents(state);
  resetCounts(state);
  state.named.clear();
  state.recordHolds = false;
  state.branchPlan = null;
  state.record = plan.program.entries;
  state.lastDispatch = Number.NEGATIVE_INFINITY;
  state.ranAway = false;
  state.how = null;
  state.endingsDue = true;
  state.ending = -1;
  state.endingAt = 0;
  state.ended.fill(0);
  state.stopped = false;
}

function resetTrust(state: State): void {
  state.trust.fill(0);
  const sides = state.program.sides.length;
  for (const { seat, side, alpha, beta } of state.program.trust.beliefs) {
    state.trust[2 * (seat * sides + side)] = alpha;
    state.trust[2 * (seat * sides + side) + 1] = beta;
  }
}

function resetIncidents(state: State): void {
  state.rate.fill(0);
  state.hazard.fill(0);
  state.since.fill(0);
  state.gap.fill(0);
  state.stamp.fill(0);
  state.firings.fill(0);
  state.heldOff.fill(0);
  state.isDirty.fill(0);
  state.dirtyCount = 0;
}

function resetCounts(state: State): void {
  state.actCount.fill(0);
  state.letterCount.fill(0);
  state.kindCount.fill(0);
  state.routineCount.fill(0);
  state.actTotal = 0;
  state.dispatchTotal = 0;
  state.legTotal = 0;
  state.bodyTotal = 0;
  state.freeBody = -1;
  state.obligationTotal = 0;
  state.disputeTotal = 0;
  state.obligationsOpen = 0;
  state.obligationsMade = 0;
  state.entryStatus.fill(0);
  state.entryBody.fill(-1);
  state.entryDispatch.fill(-1);
  state.entryObligation.fill(-1);
  state.entryDispute.fill(-1);
}
