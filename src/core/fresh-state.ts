import { createMinds, resetMinds } from './meetings/minds.js';
import type { Plan } from './plan.js';
import { PURPOSES, fillPurposeKeys } from './purposes.js';
import { horizonOf } from './run-check.js';
import { clearSchedule, createSchedule } from './schedule.js';
import type { InputList, State } from './state.js';
import { BUILTINS, OFFER_COLUMNS, valuesOf } from './world/expression.js';

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

const NOBODY = new Int32Array(0);

const ints = (n: number): Int32Array => new Int32Array(n);
const doubles = (n: number): Float64Array => new Float64Array(n);

/** Allocates the state of a program. Call `resetState` before each run. */
export function createState(plan: Plan): State {
  const { program } = plan;
  return {
    program,
    plan,
    keys: ints(2 * PURPOSES.length),
    schedule: createSchedule(256),
    log: null,
    trace: null,
    horizon: horizonOf(program),
    player: ints(program.seats.length),
    takers: NOBODY,
    meetings: 0,
    options: 0,
    now: program.opens,
    step: 0,
    sequence: 0,
    fault: null,
    minds: createMinds(plan),
    ...emptyTables(plan),
    ...emptyHazards(program.incidents.length),
    ...emptyCounts(plan),
    ...emptyPools(),
    ...emptyRecord(program.entries.length),
    inputs: NO_INPUTS,
    naming: false,
    named: new Map(),
    lastDispatch: Number.NEGATIVE_INFINITY,
    ranAway: false,
    how: null,
    endingsDue: true,
    ending: -1,
    endingAt: 0,
    firstEnding: -1,
    firstEndingAt: 0,
    milestoneAt: doubles(program.milestones.length),
    ended: new Uint8Array(program.endings.length),
    stopped: false,
  };
}

type Tables = Pick<
  State,
  | 'tracks'
  | 'asOf'
  | 'learnedAt'
  | 'unknowns'
  | 'builtins'
  | 'own'
  | 'world'
  | 'picture'
  | 'mind'
  | 'scratch'
  | 'trust'
  | 'audienceCost'
  | 'audienceKnown'
>;

function emptyTables({ program, row }: Plan): Tables {
  const seats = program.seats.length;
  const columns = program.tracks.length;
  const cells = (seats + 1) * columns;
  const tracks = doubles(cells);
  const unknowns = doubles(program.unknowns.length);
  const builtins = doubles(BUILTINS.length);
  const own = doubles(seats * row.width);
  const offer = doubles(OFFER_COLUMNS.length);
  return {
    tracks,
    asOf: doubles(cells),
    learnedAt: doubles(cells),
    unknowns,
    builtins,
    own,
    world: valuesOf({ tracks, unknowns, builtins }),
    picture: valuesOf({ tracks, unknowns, builtins }),
    mind: valuesOf({ tracks, own, offer }),
    scratch: doubles(columns),
    trust: doubles(2 * seats * program.sides.length),
    audienceCost: doubles(seats),
    audienceKnown: doubles(seats),
  };
}

type Hazards = Pick<
  State,
  | 'rate'
  | 'hazard'
  | 'since'
  | 'gap'
  | 'stamp'
  | 'firings'
  | 'heldOff'
  | 'dirty'
  | 'isDirty'
  | 'dirtyCount'
>;

function emptyHazards(incidents: number): Hazards {
  return {
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
  };
}

type Counts = Pick<State, 'actCount' | 'letterCount' | 'kindCount' | 'routineCount'>;

function emptyCounts({ program, kindHash }: Plan): Counts {
  const seats = program.seats.length;
  return {
    actCount: ints(seats * program.acts.length),
    letterCount: ints(seats * program.letters.length),
    kindCount: ints(seats * kindHash.length),
    routineCount: ints(program.routines.length),
  };
}

type Pools = Pick<
  State,
  | 'acts'
  | 'actTotal'
  | 'dispatches'
  | 'spareBargains'
  | 'dispatchTotal'
  | 'legs'
  | 'legTotal'
  | 'bodies'
  | 'bodyTotal'
  | 'freeBody'
  | 'obligations'
  | 'obligationTotal'
  | 'disputes'
  | 'disputeTotal'
  | 'obligationsOpen'
  | 'obligationsMade'
>;

function emptyPools(): Pools {
  return {
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
  };
}

type RecordState = Pick<
  State,
  | 'record'
  | 'entryStatus'
  | 'readsFirst'
  | 'entryBody'
  | 'entryDispatch'
  | 'standIn'
  | 'entryObligation'
  | 'entryDispute'
  | 'recordHolds'
  | 'branchPlan'
>;

function emptyRecord(entries: number): RecordState {
  return {
    record: [],
    entryStatus: new Uint8Array(entries),
    readsFirst: new Uint8Array(entries),
    entryBody: ints(entries),
    entryDispatch: ints(entries),
    standIn: ints(entries),
    entryObligation: ints(entries),
    entryDispute: ints(entries),
    recordHolds: false,
    branchPlan: null,
  };
}

/** Puts a state back to the moment before the opening of one run of one seed. */
export function resetState(state: State, plan: Plan, seed: string, run: number): void {
  const { program } = plan;
  state.plan = plan;
  state.program = program;
  fillPurposeKeys(state.keys, seed, run);
  clearSchedule(state.schedule);
  state.horizon = horizonOf(program);
  state.player.fill(-1);
  state.meetings = 0;
  state.options = 0;
  state.now = program.opens;
  state.step = 0;
  state.sequence = 0;
  state.fault = null;
  state.asOf.fill(Number.NEGATIVE_INFINITY);
  state.learnedAt.fill(Number.NEGATIVE_INFINITY);
  state.tracks.fill(0);
  state.builtins.fill(0);
  state.own.fill(0);
  resetMinds(state.minds);
  state.audienceCost.fill(0);
  state.audienceKnown.fill(0);
  resetTrust(state);
  resetIncidents(state);
  resetCounts(state);
  state.named.clear();
  state.recordHolds = false;
  state.branchPlan = null;
  state.takers = NOBODY;
  state.record = plan.program.entries;
  state.lastDispatch = Number.NEGATIVE_INFINITY;
  state.ranAway = false;
  state.how = null;
  state.endingsDue = true;
  state.ending = -1;
  state.endingAt = 0;
  state.firstEnding = -1;
  state.firstEndingAt = 0;
  state.milestoneAt.fill(Number.NaN);
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
  state.standIn.fill(-1);
  state.entryObligation.fill(-1);
  state.entryDispute.fill(-1);
}
