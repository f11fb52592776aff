import { childIdentity, identityText } from '../chance/identity.js';
import { nameHash } from '../chance/name-hash.js';
import { threefry2x32, word } from '../chance/threefry.js';
import { isBound } from '../meetings/row.js';
import type { Plan } from '../plan.js';
import type { State } from '../state.js';
import { obligationStatus } from '../bargain/obligation.js';
import { bargainOf } from '../bargain/offers.js';

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);
// Identities must not depend on the byte order of the machine.
double[0] = 1;
const HIGH = halves[1] === 0x3ff00000 ? 1 : 0;

/** Kinds of cell, as names below the identity of what they belong to. */
const CELL = {
  track: nameHash('cell track'),
  asOf: nameHash('cell as of'),
  learnedAt: nameHash('cell learned at'),
  trust: nameHash('cell trust'),
  audienceCost: nameHash('cell audience cost'),
  firings: nameHash('cell firings'),
  act: nameHash('cell act'),
  dispatch: nameHash('cell dispatch'),
  entry: nameHash('cell entry'),
  reader: nameHash('cell reader'),
  bargain: nameHash('cell bargain'),
  obligation: nameHash('cell obligation'),
  dispute: nameHash('cell dispute'),
  ending: nameHash('cell ending'),
  owes: nameHash('cell owes'),
  expects: nameHash('cell expects'),
  belief: nameHash('cell belief'),
  lastRead: nameHash('cell last read'),
  spent: nameHash('cell spent'),
  left: nameHash('cell left'),
} as const;

const STATUSES = [
  'open',
  'accepted',
  'declined',
  'countered',
  'withdrawn',
  'lapsed',
  'contested',
  'honoured',
  'repudiated',
  'owed',
  'under way',
  'performed',
  'verified',
  'denied',
  'disputed',
  'breached',
  'released',
  'ordered',
  'awaiting consent',
  'completed',
  'failed',
  'refused',
  'opened',
  'argued',
  'settled',
  'replaced',
  'left open',
] as const;
const STATUS_NUMBER: ReadonlyMap<string, number> = new Map(STATUSES.map((s, i) => [s, i + 1]));

/**
 * Identities of the cells of a plan's tracks and pictures, worked out once: the world's row first,
 * then each seat's; two int32 per cell and kind of cell.
 */
export interface HashPlan {
  readonly track: Int32Array;
  readonly asOf: Int32Array;
  readonly learnedAt: Int32Array;
  /** Name hashes of the two parameters of trust in each side, and of each ending. */
  readonly alpha: Int32Array;
  readonly beta: Int32Array;
  readonly ending: Int32Array;
  /** Per share of a belief: hash of whose resolve it is about and which position. */
  readonly belief: Int32Array;
}

const OUT_OF_TIME = nameHash('out of time');

const hashPlans = new WeakMap<Plan, HashPlan>();

/** The running sum, as two halves, each an int32. */
interface Sum {
  hi: number;
  lo: number;
}

/**
 * The state hash (R23): the sum modulo 2⁶⁴ of Threefry(identity of a cell, its value) over all
 * state that is not at its default. It does not depend on order, is the same with the log on or
 * off, and is untouched by things that never act. An unknown is a parameter of the run, not a
 * part of its state, and so is the resolve drawn for a seat. As 16 hexadecimal digits.
 *
 * Where doctrines play, the state has besides, all below the seat's identity: `cell owes` and `cell
 * expects` (ordinal: the act's name hash) with value 1 for each act that a seat knows itself, or
 * another, bound to; `cell belief` (ordinal: the hash of `belief SEAT POSITION`) with each share
 * believed that is not the first one; and `cell last read` (ordinal 0) with the instant at which it
 * last read a dispatch of another side. Below an option's identity: `cell spent` (ordinal 0) with
 * the period in which it was last taken. Below a dispatch's: `cell left` (ordinal: the seat's hash)
 * with the instant until which that offeree leaves it. Who plays a seat is not state.
 */
export function stateHash(state: State): string {
  const sum: Sum = { hi: 0, lo: 0 };
  addTables(state, sum);
  addNumbers(state, sum);
  addBargains(state, sum);
  if (state.minds.kept) addMinds(state, sum);
  return identityText(sum.hi, sum.lo);
}

function addTables(state: State, sum: Sum): void {
  const plan = hashPlan(state.plan);
  const { tracks, asOf, learnedAt } = state;
  const { tracks: columns, opens } = state.program;
  for (let track = 0; track < columns.length; track++) {
    const { starts } = columns[track]!;
    if (tracks[track] !== starts) add(sum, plan.track, track, tracks[track]!);
    for (let cell = columns.length + track; cell < tracks.length; cell += columns.length) {
      // A seat that was told nothing, or nothing but the opening, is at its default.
      const opening = learnedAt[cell] === opens && tracks[cell] === starts;
      if (asOf[cell] === -Infinity || opening) continue;
      add(sum, plan.track, cell, tracks[cell]!);
      add(sum, plan.asOf, cell, asOf[cell]!);
      add(sum, plan.learnedAt, cell, learnedAt[cell]!);
    }
  }
}

function addNumbers(state: State, sum: Sum): void {
  addFirings(state, sum);
  addSeats(state, sum);
  if (state.ending !== -1) {
    const name = hashPlan(state.plan).ending[state.ending] ?? OUT_OF_TIME;
    addChild(sum, 0, 0, CELL.ending, name, state.endingAt);
  }
  const { entryId } = state.plan;
  for (let i = 0; i < state.entryStatus.length; i++) {
    const status = state.entryStatus[i]!;
    if (status === 0) continue;
    addChild(sum, entryId[2 * i]!, entryId[2 * i + 1]!, CELL.entry, 0, status);
  }
}

function addFirings(state: State, sum: Sum): void {
  const { incidentId } = state.plan;
  for (let i = 0; i < state.firings.length; i++) {
    const fired = state.firings[i]!;
    if (fired === 0) continue;
    addChild(sum, incidentId[2 * i]!, incidentId[2 * i + 1]!, CELL.firings, 0, fired);
  }
}

function addSeats(state: State, sum: Sum): void {
  const { program, trust } = state;
  const names = hashPlan(state.plan);
  for (const { seat, side, alpha, beta } of program.trust.beliefs) {
    const cell = 2 * (seat * program.sides.length + side);
    if (trust[cell] === alpha && trust[cell + 1] === beta) continue;
    addSeat(state, sum, seat, CELL.trust, names.alpha[side]!, trust[cell]!);
    addSeat(state, sum, seat, CELL.trust, names.beta[side]!, trust[cell + 1]!);
  }
  for (let seat = 0; seat < program.seats.length; seat++) {
    const cost = state.audienceCost[seat]!;
    if (cost !== 0) addSeat(state, sum, seat, CELL.audienceCost, 0, cost);
  }
}

function addBargains(state: State, sum: Sum): void {
  for (let i = 0; i < state.actTotal; i++) {
    const { idHi, idLo, status } = state.acts[i]!;
    addChild(sum, idHi, idLo, CELL.act, 0, STATUS_NUMBER.get(status)!);
  }
  for (let i = 0; i < state.dispatchTotal; i++) {
    const d = state.dispatches[i]!;
    addChild(sum, d.idHi, d.idLo, CELL.dispatch, 0, d.sentAt);
    for (const reader of d.readers) {
      addChild(sum, d.idHi, d.idLo, CELL.reader, state.plan.seatHash[reader]!, 1);
    }
    for (const { offeree, status } of d.bargains) {
      const hash = state.plan.seatHash[offeree]!;
      addChild(sum, d.idHi, d.idLo, CELL.bargain, hash, STATUS_NUMBER.get(status)!);
    }
  }
  for (let i = 0; i < state.obligationTotal; i++) {
    const o = state.obligations[i]!;
    const status = STATUS_NUMBER.get(obligationStatus(o))!;
    addChild(sum, o.idHi, o.idLo, CELL.obligation, 0, status);
  }
  for (let i = 0; i < state.disputeTotal; i++) {
    const { id, status } = state.disputes[i]!;
    addChild(sum, nameHash(id), 0, CELL.dispute, 0, STATUS_NUMBER.get(status)!);
  }
}

function addMinds(state: State, sum: Sum): void {
  const { minds, program } = state;
  for (let seat = 0; seat < program.seats.length; seat++) {
    const read = minds.lastRead[seat]!;
    if (read !== program.opens) addSeat(state, sum, seat, CELL.lastRead, 0, read);
    addBindings(state, sum, seat);
    addBeliefs(state, sum, seat);
    addSpent(state, sum, seat);
    addLeft(state, sum, seat);
  }
}

function addBindings(state: State, sum: Sum, seat: number): void {
  const { actHash } = state.plan;
  for (let act = 0; act < actHash.length; act++) {
    const name = actHash[act]!;
    if (isBound(state, seat, act, true)) addSeat(state, sum, seat, CELL.owes, name, 1);
    if (isBound(state, seat, act, false)) addSeat(state, sum, seat, CELL.expects, name, 1);
  }
}

function addBeliefs(state: State, sum: Sum, seat: number): void {
  const { beliefWidth, firstBelief } = state.plan;
  const names = hashPlan(state.plan).belief;
  for (let k = 0; k < beliefWidth; k++) {
    const share = state.minds.belief[seat * beliefWidth + k]!;
    if (share !== firstBelief[k]) addSeat(state, sum, seat, CELL.belief, names[k]!, share);
  }
}

function addSpent(state: State, sum: Sum, seat: number): void {
  const doctrine = state.player[seat]!;
  if (doctrine < 0) return;
  const { minds } = state;
  const { optionId } = state.plan.doctrines[doctrine]!;
  for (let i = 0; 2 * i < optionId.length; i++) {
    const period = minds.spent[seat * minds.stride + i]!;
    if (period < 0) continue;
    addChild(sum, optionId[2 * i]!, optionId[2 * i + 1]!, CELL.spent, 0, period);
  }
}

function addLeft(state: State, sum: Sum, seat: number): void {
  const { offers, offerTotal } = state.minds.desks[seat]!;
  for (let i = 0; i < offerTotal; i++) {
    const d = state.dispatches[offers[i]!]!;
    const until = bargainOf(d, seat)!.leftUntil;
    if (until === Number.NEGATIVE_INFINITY) continue;
    addChild(sum, d.idHi, d.idLo, CELL.left, state.plan.seatHash[seat]!, until);
  }
}

function addSeat(state: State, sum: Sum, seat: number, cell: number, n: number, x: number): void {
  const { seatId } = state.plan;
  addChild(sum, seatId[2 * seat]!, seatId[2 * seat + 1]!, cell, n, x);
}

function addChild(
  sum: Sum,
  hi: number,
  lo: number,
  cell: number,
  ordinal: number,
  value: number,
): void {
  childIdentity(hi, lo, cell, ordinal);
  addWords(sum, word[0]!, word[1]!, value);
}

function add(sum: Sum, identities: Int32Array, cell: number, value: number): void {
  addWords(sum, identities[2 * cell]!, identities[2 * cell + 1]!, value);
}

function addWords(sum: Sum, hi: number, lo: number, value: number): void {
  double[0] = value;
  threefry2x32(hi, lo, halves[HIGH]!, halves[1 - HIGH]!);
  const low = (sum.lo + word[1]!) | 0;
  // A sum of two unsigned words that is less than one of them has carried.
  const carry = low >>> 0 < word[1]! >>> 0 ? 1 : 0;
  sum.lo = low;
  sum.hi = (sum.hi + word[0]! + carry) | 0;
}

function hashPlan(plan: Plan): HashPlan {
  const known = hashPlans.get(plan);
  if (known !== undefined) return known;
  const made = {
    track: cellIdentities(plan, CELL.track),
    asOf: cellIdentities(plan, CELL.asOf),
    learnedAt: cellIdentities(plan, CELL.learnedAt),
    alpha: Int32Array.from(plan.program.sides, ({ name }) => nameHash(`alpha ${name}`)),
    beta: Int32Array.from(plan.program.sides, ({ name }) => nameHash(`beta ${name}`)),
    ending: Int32Array.from(plan.program.endings, ({ name }) => nameHash(name)),
    belief: beliefNames(plan),
  };
  hashPlans.set(plan, made);
  return made;
}

function beliefNames({ program }: Plan): Int32Array {
  const names = program.resolves.flatMap(({ seat, positions }) =>
    positions.map(({ name }) => `belief ${program.seats[seat]!.name} ${name}`),
  );
  return Int32Array.from(names, nameHash);
}

function cellIdentities(plan: Plan, kind: number): Int32Array {
  const { seats, tracks } = plan.program;
  const list = new Int32Array(2 * (seats.length + 1) * tracks.length);
  let cell = 0;
  for (let row = -1; row < seats.length; row++) {
    for (const { name } of tracks) {
      const hi = row < 0 ? 0 : plan.seatId[2 * row]!;
      const lo = row < 0 ? 0 : plan.seatId[2 * row + 1]!;
      childIdentity(hi, lo, kind, nameHash(`track ${name}`));
      list[2 * cell] = word[0]!;
      list[2 * cell + 1] = word[1]!;
      cell++;
    }
  }
  return list;
}
