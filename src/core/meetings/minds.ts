import type { Plan } from '../plan.js';

/** What a seat is bound to do, or has been promised, as far as it knows (R19). */
export interface Binding {
  seat: number;
  /** What made it: a dispatch by its index, or an obligation of the record as −1 − its index. */
  source: number;
  act: number;
  /** Whether the seat's side owes it; else it is owed to it. */
  owes: boolean;
  /** By when, in ms, infinite where no day is set. */
  due: number;
}

/** What lies before a seat, by index; each list is as long as its count says. */
export interface Desk {
  /** Offers made to it that it has read, as dispatches. */
  readonly offers: number[];
  offerTotal: number;
  /** Offers that it made. */
  readonly own: number[];
  ownTotal: number;
  /** Public dispatches of its own that ask for an act. */
  readonly demands: number[];
  demandTotal: number;
  /** Acts for which its consent is asked. */
  readonly requests: number[];
  requestTotal: number;
}

/** What an offer comes to before what a retreat would cost: worked out once for all its replies. */
export interface OfferValue {
  /** `τ·deal + (1−τ)·betrayed`. */
  expected: number;
  /** `(1−h)·continues + h·war`. */
  stay: number;
  /** Audience cost of the demands that accepting would back down from in public. */
  cost: number;
}

/** What a meeting has found best so far. */
export interface Choice {
  /** Index among the doctrine's options, −1 for none. */
  option: number;
  /** Dispatch or act instance that it is about, −1 for none. */
  target: number;
  score: number;
  /** Place among its doctrine's untargeted options, −1 for one with a target. */
  place: number;
  period: number;
}

/**
 * What seats hold in mind besides their pictures: kept for every seat of a run in which a doctrine
 * plays any, whoever holds the seat; in other runs nobody reads it, and it is not kept.
 */
export interface Minds {
  kept: boolean;
  /** Per resolve: the position drawn for this run. */
  readonly resolve: Int32Array;
  /** Per seat and resolve: what share it gives to each position; see `plan.beliefAt`. */
  readonly belief: Float64Array;
  /** Per seat: when it last read a dispatch of another side; the opening where it has not. */
  readonly lastRead: Float64Array;
  readonly bindings: Binding[];
  bindingTotal: number;
  readonly desks: readonly Desk[];
  /**
   * Per seat and option: the phase of its periods in ms; the last draw, its period (−1 for none)
   * and the identity of its target; and, for an option without a target, the period in which it was
   * last taken, −1 for none. A seat's options begin at seat · `stride`.
   */
  stride: number;
  phase: Float64Array;
  period: Int32Array;
  gumbel: Float64Array;
  targetHi: Int32Array;
  targetLo: Int32Array;
  spent: Int32Array;
  /** Of the meeting at hand, by place among the doctrine's options without a target. */
  open: Uint8Array;
  utility: Float64Array;
  readonly choice: Choice;
  /** Of the offer at hand. */
  readonly value: OfferValue;
}

/** Room for the minds of a plan's seats. */
export function createMinds(plan: Plan): Minds {
  const { seats, resolves } = plan.program;
  const stride = strideOf(plan);
  return {
    kept: false,
    resolve: new Int32Array(resolves.length),
    belief: new Float64Array(seats.length * plan.beliefWidth),
    lastRead: new Float64Array(seats.length),
    bindings: [],
    bindingTotal: 0,
    desks: seats.map(emptyDesk),
    value: { expected: 0, stay: 0, cost: 0 },
    choice: { option: -1, target: -1, score: 0, place: -1, period: 0 },
    stride,
    ...emptyOptions(seats.length, stride),
  };
}

function emptyDesk(): Desk {
  return {
    offers: [],
    offerTotal: 0,
    own: [],
    ownTotal: 0,
    demands: [],
    demandTotal: 0,
    requests: [],
    requestTotal: 0,
  };
}

type OptionTables = Pick<
  Minds,
  'phase' | 'period' | 'gumbel' | 'targetHi' | 'targetLo' | 'spent' | 'open' | 'utility'
>;

function emptyOptions(seats: number, stride: number): OptionTables {
  return {
    phase: new Float64Array(seats * stride),
    period: new Int32Array(seats * stride),
    gumbel: new Float64Array(seats * stride),
    targetHi: new Int32Array(seats * stride),
    targetLo: new Int32Array(seats * stride),
    spent: new Int32Array(seats * stride),
    open: new Uint8Array(stride),
    utility: new Float64Array(stride),
  };
}

function strideOf({ program }: Plan): number {
  return program.doctrines.reduce((most, { options }) => Math.max(most, options.length), 0);
}

/** Empties the minds before a run. */
export function resetMinds(minds: Minds): void {
  minds.kept = false;
}

/** Keeps minds from here on: every seat begins with nothing on its desk and the first beliefs. */
export function keepMinds(minds: Minds, plan: Plan): void {
  const { program } = plan;
  minds.kept = true;
  minds.lastRead.fill(program.opens);
  minds.bindingTotal = 0;
  for (const desk of minds.desks) {
    desk.offerTotal = 0;
    desk.ownTotal = 0;
    desk.demandTotal = 0;
    desk.requestTotal = 0;
  }
  minds.spent.fill(-1);
  minds.period.fill(-1);
  for (let seat = 0; seat < program.seats.length; seat++) {
    minds.belief.set(plan.firstBelief, seat * plan.beliefWidth);
  }
}

/** Makes room for the options of the plan that holds now: a branch may bring longer lists. */
export function fitOptions(minds: Minds, plan: Plan): void {
  const stride = strideOf(plan);
  if (stride <= minds.stride) return;
  minds.stride = stride;
  Object.assign(minds, emptyOptions(plan.program.seats.length, stride));
  minds.spent.fill(-1);
  minds.period.fill(-1);
}
