import type { Dispute } from './bargain/dispute.js';
import type { Obligation } from './bargain/obligation.js';
import type { Input } from './history/input.js';
import type { Log } from './history/log.js';
import type { IsoTime } from './history/span.js';
import type { TraceLog } from './history/trace-log.js';
import type { Body } from './knowledge/body.js';
import type { Minds } from './meetings/minds.js';
import type { Bargain, Dispatch, Leg } from './letters/dispatch.js';
import type { Entry } from './parts/record.js';
import type { IncidentKind } from './parts/world.js';
import type { Plan } from './plan.js';
import type { Program } from './program.js';
import type { Schedule } from './schedule.js';
import type { Values } from './world/expression.js';

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
  /** Whether the seat whose consent was asked has sent an answer. */
  answered: boolean;
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
  /** What happens, for a comparison of two runs; null where none is wanted. */
  trace: TraceLog | null;

  /** The last instant that this run may reach. */
  horizon: number;
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
  /** Each seat's row of what it believes, owes and is doing: columns of `ownColumns`. */
  readonly own: Float64Array;
  /** Per seat: the doctrine that plays it, by its index, or −1: the record, a human or nobody. */
  readonly player: Int32Array;
  /** What seats hold in mind besides their pictures. */
  readonly minds: Minds;
  /** Meetings held so far, and options that they weighed. */
  meetings: number;
  options: number;
  /** Where expressions over the world read. */
  readonly world: Values;
  /** Where expressions over a picture read; the offset is set before each use. */
  readonly picture: Values;
  /** Where a doctrine's expressions read: one seat's row, without unknowns; set before each use. */
  readonly mind: Values;
  readonly scratch: Float64Array;
  /**
   * Beta parameters of each seat's trust in each side: two per pair, zero where it has none (R21).
   */
  readonly trust: Float64Array;
  readonly audienceCost: Float64Array;
  /** Per seat: what of it the seat knows of; what a leak has cost is not told to it (R11). */
  readonly audienceKnown: Float64Array;

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
  /** Dispatch that stands in for each entry that the branch dropped, or −1. */
  readonly standIn: Int32Array;
  readonly entryObligation: Int32Array;
  readonly entryDispute: Int32Array;
  /** Whether random incidents and routines are off because the record stands for them (R26). */
  recordHolds: boolean;
  /** What takes the plan's place at the branch, where there is one (R25). */
  branchPlan: Plan | null;
  /** Per seat, the doctrine that takes it at the branch, or at the opening where there is none. */
  takers: Int32Array;

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
  /** The first ending that came and its instant, with the same numbers. */
  firstEnding: number;
  firstEndingAt: number;
  /** First instant at which each milestone held, after the branch if there is one; NaN: not yet. */
  readonly milestoneAt: Float64Array;
  readonly ended: Uint8Array;
  stopped: boolean;
}
