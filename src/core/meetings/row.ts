import {
  believedResolve,
  channelWeight,
  readActSign,
  readLetterSign,
} from '../knowledge/resolve-belief.js';
import type { Dispatch, Leg } from '../letters/dispatch.js';
import type { Clause } from '../parts/letters.js';
import type { State } from '../state.js';
import type { Binding } from './minds.js';

const HOUR = 3_600_000;

/** Columns of an act in a row, from the act's first. */
const DOING = 0;
const OWES = 1;
const EXPECTS = 2;
const OVERDUE = 3;

/** First column of an act in a seat's row. */
function actColumn({ plan }: State, seat: number, act: number): number {
  return seat * plan.row.width + plan.row.acts + 4 * act;
}

/** Whether a seat has ordered an act and knows no end of it. */
export function isDoing(state: State, seat: number, act: number): boolean {
  return state.own[actColumn(state, seat, act) + DOING] !== 0;
}

/** Whether a seat knows itself bound to an act (`owes`), or another bound to it. */
export function isBound(state: State, seat: number, act: number, owes: boolean): boolean {
  return state.own[actColumn(state, seat, act) + (owes ? OWES : EXPECTS)] !== 0;
}

/** Brings those columns of a row up to date that move with the clock or stand elsewhere. */
export function refreshRow(state: State, seat: number): void {
  const { own, minds, plan, program, trust } = state;
  const { row } = plan;
  const at = seat * row.width;
  own[at + row.hours] = (state.now - program.opens) / HOUR;
  own[at + row.quietHours] = (state.now - minds.lastRead[seat]!) / HOUR;
  own[at + row.audienceCost] = state.audienceKnown[seat]!;
  const sides = program.sides.length;
  for (let side = 0; side < sides; side++) {
    const alpha = trust[2 * (seat * sides + side)]!;
    const beta = trust[2 * (seat * sides + side) + 1]!;
    own[at + row.trust + side] = alpha === 0 ? 0.5 : alpha / (alpha + beta);
  }
  const resolve = plan.resolveOf[seat]!;
  own[at + row.resolve] = resolve < 0 ? 0 : resolveValue(state, resolve);
  for (let i = 0; i < program.resolves.length; i++) {
    own[at + row.resolveOf + i] =
      i === resolve ? resolveValue(state, i) : believedResolve(state, seat, i);
  }
  refreshOverdue(state, seat);
}

function resolveValue(state: State, resolve: number): number {
  return state.program.resolves[resolve]!.positions[state.minds.resolve[resolve]!]!.value;
}

function refreshOverdue(state: State, seat: number): void {
  const { bindings, bindingTotal } = state.minds;
  for (let i = 0; i < bindingTotal; i++) {
    const { seat: bound, owes, act, due } = bindings[i]!;
    if (bound !== seat || owes) continue;
    if (due < state.now) state.own[actColumn(state, seat, act) + OVERDUE] = 1;
  }
}

/** A seat ordered an act. */
export function noteOrdered(state: State, seat: number, act: number): void {
  if (state.minds.kept) state.own[actColumn(state, seat, act) + DOING]! += 1;
}

/** A seat hears that an act of its own has failed or was refused. */
export function noteEnded(state: State, seat: number, act: number): void {
  if (!state.minds.kept) return;
  const column = actColumn(state, seat, act) + DOING;
  if (state.own[column]! > 0) state.own[column]! -= 1;
}

/** A seat hears that an act was done, by which seat (−1 for the record's) and side. */
export function noteDone(
  state: State,
  seat: number,
  act: number,
  doer: number,
  side: number,
  channel: number,
): void {
  if (!state.minds.kept) return;
  if (doer === seat) noteEnded(state, seat, act);
  const owes = side === state.program.seats[seat]!.side;
  const performs = state.plan.performs[act]!;
  for (let i = 0; i < performs.length; i++) unbindAct(state, seat, performs[i]!, owes);
  readActSign(state, seat, act, side, channelWeight(state, channel));
}

/** A seat has sent a letter of the scenario. */
export function noteSentLetter(state: State, seat: number, letter: number): void {
  if (!state.minds.kept || letter < 0) return;
  state.own[seat * state.plan.row.width + state.plan.row.letters + 2 * letter]! += 1;
}

/** A seat has read a dispatch, on a leg of its way or (null) otherwise. */
export function noteRead(state: State, d: Dispatch, seat: number, leg: Leg | null): void {
  const { minds, plan, program } = state;
  if (!minds.kept) return;
  if (d.letter >= 0) state.own[seat * plan.row.width + plan.row.letters + 2 * d.letter + 1]! += 1;
  if (program.seats[d.from]!.side !== program.seats[seat]!.side) minds.lastRead[seat] = state.now;
  readLetterSign(state, seat, d, leg);
  const desk = minds.desks[seat]!;
  for (let i = 0; i < d.bargains.length; i++) {
    if (d.bargains[i]!.offeree === seat) desk.offers[desk.offerTotal++] = d.index;
  }
}

/** A seat has made an offer, or a demand: what it may withdraw, or back down from in public. */
export function noteOffered(state: State, d: Dispatch): void {
  if (!state.minds.kept) return;
  const desk = state.minds.desks[d.from]!;
  if (d.bargains.length > 0) desk.own[desk.ownTotal++] = d.index;
  if (d.public) desk.demands[desk.demandTotal++] = d.index;
}

/** A seat has read that its consent to an act is asked. */
export function noteAsked(state: State, seat: number, instance: number): void {
  if (!state.minds.kept) return;
  const desk = state.minds.desks[seat]!;
  desk.requests[desk.requestTotal++] = instance;
}

/**
 * A seat takes a bargain to be in force: as its acceptor when it sends the acceptance, as its
 * offeror when it reads it or honours it (R19).
 */
export function bindBargain(state: State, offer: Dispatch, seat: number): void {
  if (!state.minds.kept) return;
  const offeror = seat === offer.from;
  bindClauses(state, offer, offer.terms.give, seat, offeror);
  bindClauses(state, offer, offer.terms.ask, seat, !offeror);
}

/** A pledge binds its giver when it is sent, and is owed to whoever of another side reads it. */
export function bindPledge(state: State, pledge: Dispatch, seat: number): void {
  if (state.minds.kept) bindClauses(state, pledge, pledge.terms.give, seat, seat === pledge.from);
}

/** Of what its own side must do a seat keeps only what that side does itself. */
function bindClauses(
  state: State,
  d: Dispatch,
  clauses: readonly Clause[],
  seat: number,
  owes: boolean,
): void {
  const { side } = state.program.seats[seat]!;
  for (let i = 0; i < clauses.length; i++) {
    const { act, who, by, within } = clauses[i]!;
    if (act < 0 || (owes && who !== side)) continue;
    const due = by ?? (within < 0 ? Number.POSITIVE_INFINITY : state.now + within);
    bind(state, seat, d.index, act, owes, due);
  }
}

/** A seat knows of a binding: what it owes, or is owed. */
export function bind(
  state: State,
  seat: number,
  source: number,
  act: number,
  owes: boolean,
  due: number,
): void {
  const { minds } = state;
  if (!minds.kept || act < 0) return;
  for (let i = 0; i < minds.bindingTotal; i++) {
    const b = minds.bindings[i]!;
    if (b.seat === seat && b.source === source && b.act === act && b.owes === owes) return;
  }
  const b = takeBinding(state);
  b.seat = seat;
  b.source = source;
  b.act = act;
  b.owes = owes;
  b.due = due;
  state.own[actColumn(state, seat, act) + (owes ? OWES : EXPECTS)] = 1;
}

function takeBinding({ minds }: State): Binding {
  const index = minds.bindingTotal++;
  if (index === minds.bindings.length) {
    minds.bindings.push({ seat: -1, source: 0, act: 0, owes: false, due: 0 });
  }
  return minds.bindings[index]!;
}

/** A seat knows that an act was done, or that it is released from it: no bargain binds it more. */
function unbindAct(state: State, seat: number, act: number, owes: boolean): void {
  if (isBound(state, seat, act, owes)) drop(state, seat, act, owes, null);
}

/** A seat knows that the other side has performed: it has seen for itself. */
export function noteVerified(state: State, seat: number, act: number): void {
  if (state.minds.kept && act >= 0) unbindAct(state, seat, act, false);
}

/** What came of one dispatch or entry no longer binds a seat, as far as it knows. */
export function unbindSource(state: State, seat: number, source: number): void {
  const { minds } = state;
  if (!minds.kept) return;
  for (let i = minds.bindingTotal - 1; i >= 0; i--) {
    const b = minds.bindings[i];
    if (b?.seat === seat && b.source === source && i < minds.bindingTotal) {
      drop(state, seat, b.act, b.owes, source);
    }
  }
}

/** One clause, by what made it, no longer binds a seat, as far as it knows. */
export function unbind(
  state: State,
  seat: number,
  source: number,
  act: number,
  owes: boolean,
): void {
  if (state.minds.kept && act >= 0) drop(state, seat, act, owes, source);
}

/** The parties put another act in the place of one that a seat knows to be owed (R20). */
export function rebind(
  state: State,
  seat: number,
  source: number,
  act: number,
  instead: number,
): void {
  const { bindings } = state.minds;
  if (!state.minds.kept) return;
  for (let i = 0; i < state.minds.bindingTotal; i++) {
    const b = bindings[i]!;
    if (b.seat !== seat || b.source !== source || b.act !== act) continue;
    const { owes, due } = b;
    drop(state, seat, act, owes, source);
    bind(state, seat, source, instead, owes, due);
    return;
  }
}

/** Takes bindings of one act away (of one source, or all), and sets its columns by what is left. */
function drop(state: State, seat: number, act: number, owes: boolean, source: number | null): void {
  const { minds } = state;
  let left = 0;
  for (let i = 0; i < minds.bindingTotal;) {
    const b = minds.bindings[i]!;
    if (b.seat !== seat || b.act !== act || b.owes !== owes) {
      i++;
    } else if (source !== null && b.source !== source) {
      left++;
      i++;
    } else {
      const last = --minds.bindingTotal;
      minds.bindings[i] = minds.bindings[last]!;
      minds.bindings[last] = b;
    }
  }
  const column = actColumn(state, seat, act);
  if (left === 0) state.own[column + (owes ? OWES : EXPECTS)] = 0;
  if (!owes) state.own[column + OVERDUE] = 0;
}
