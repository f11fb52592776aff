import { childIdentity } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import type { ObligationStatus } from '../history/delivery.js';
import { note, noteDelivery } from '../history/log.js';
import { exactSpan } from '../history/naming.js';
import { identityText } from '../chance/identity.js';
import { moveTrust } from '../knowledge/trust.js';
import type { Dispatch } from '../letters/dispatch.js';
import type { Clause } from '../parts/letters.js';
import { TASK, push } from '../schedule.js';
import type { State } from '../state.js';
import type { Obligation } from './obligation.js';
import { isOpen } from './obligation.js';
import { takeObligation } from './obligation-pool.js';
import { editedObligation, obligationBody } from './obligation-words.js';

/** Names of the identities of an offer's clauses. */
const GIVE = 1;
const ASK = 2;
const OWED = 3;

/**
 * A bargain takes effect (R19): every clause that a consenting side must perform becomes an
 * obligation. A clause of a third party obliges its giver to procure it.
 */
export function startBargain(state: State, offer: Dispatch, acceptor: number): void {
  const giver = state.program.seats[offer.from]!.side;
  const taker = state.program.seats[acceptor]!.side;
  offer.terms.give.forEach((clause, i) => {
    start(state, offer, clause, 'give', i, giver, [taker], acceptor);
  });
  offer.terms.ask.forEach((clause, i) => {
    if (clause.who !== taker && isOfAnotherOfferee(state, offer, clause, acceptor)) return;
    start(state, offer, clause, 'ask', i, taker, [giver], acceptor);
  });
}

/**
 * A pledge asks nothing, so it binds its giver as soon as another side has read it (R19). It is
 * owed to all to whom it is addressed: who else has read it shows in nothing (R12).
 */
export function startPledge(state: State, pledge: Dispatch, reader: number): void {
  const { seats } = state.program;
  const giver = seats[pledge.from]!.side;
  if (seats[reader]!.side === giver) return;
  const others = pledge.to.map((seat) => seats[seat]!.side).filter((side) => side !== giver);
  const takers = [...new Set(others)];
  pledge.terms.give.forEach((clause, i) => {
    start(state, pledge, clause, 'give', i, giver, takers, reader);
  });
}

function isOfAnotherOfferee(
  state: State,
  offer: Dispatch,
  clause: Clause,
  acceptor: number,
): boolean {
  const { seats } = state.program;
  return offer.bargains.some(
    (b) => b.offeree !== acceptor && seats[b.offeree]!.side === clause.who,
  );
}

function start(
  state: State,
  offer: Dispatch,
  clause: Clause,
  part: 'give' | 'ask',
  number: number,
  obligor: number,
  beneficiaries: readonly number[],
  acceptor: number,
): void {
  childIdentity(offer.idHi, offer.idLo, part === 'give' ? GIVE : ASK, number);
  const idHi = word[0]!;
  const idLo = word[1]!;
  const hearer = part === 'give' && offer.bargains.length === 0 ? acceptor : offer.from;
  const before = findObligation(state, idHi, idLo);
  if (before !== undefined) {
    join(before, beneficiaries, acceptor);
    return tellOwed(state, before, acceptor, hearer);
  }
  const o = takeObligation(state, clause);
  o.idHi = idHi;
  o.idLo = idLo;
  o.id = offer.id === '' ? '' : obligationId(offer.id, part, number);
  o.obligor = obligor;
  o.beneficiaries = beneficiaries;
  o.madeIn = offer.id;
  o.madeBy = offer.index;
  o.offeror = offer.from;
  o.acceptors = [acceptor];
  o.due = dueOf(state, clause);
  enter(state, o);
  tellOwed(state, o, acceptor, hearer);
}

function findObligation(state: State, idHi: number, idLo: number): Obligation | undefined {
  for (let i = 0; i < state.obligationTotal; i++) {
    const o = state.obligations[i]!;
    if (o.idHi === idHi && o.idLo === idLo) return o;
  }
  return undefined;
}

/** A clause that is in force already is owed to one more: what it asks is done once. */
function join(o: Obligation, beneficiaries: readonly number[], acceptor: number): void {
  o.beneficiaries = [...new Set([...o.beneficiaries, ...beneficiaries])];
  o.acceptors = [...o.acceptors, acceptor];
}

function tellOwed(state: State, o: Obligation, acceptor: number, hearer: number): void {
  if (state.log === null) return;
  childIdentity(o.idHi, o.idLo, state.plan.seatHash[acceptor]!, OWED);
  tellSeat(state, o, 'owed', hearer, word[0]!, word[1]!);
}

/** Name by which orders speak of a clause in force: its offer, the part, and its number from 1. */
export function obligationId(offer: string, part: 'give' | 'ask', number: number): string {
  return `${offer}:${part}${number + 1}`;
}

function dueOf(state: State, clause: Clause): number {
  if (clause.by !== null) return clause.by;
  return clause.within < 0 ? Number.POSITIVE_INFINITY : state.now + clause.within;
}

/** Puts an obligation in force; one whose act is already done is performed at the start. */
function enter(state: State, o: Obligation): void {
  if (o.id !== '') state.named.set(o.id, o.index);
  state.obligationsMade++;
  state.endingsDue = true;
  if (isOpen(o)) state.obligationsOpen++;
  noteStatus(state, o, 'owed');
  scheduleDue(state, o);
  markStarted(state, o);
  performIfDone(state, o);
}

function performIfDone(state: State, o: Obligation): void {
  const done = o.clause.act < 0 ? null : state.plan.actDone[o.clause.act]!;
  if (done !== null && done(state.world) !== 0) perform(state, o);
}

/** A bargain can take effect after its own deadline: then it is due in the next microstep. */
function scheduleDue(state: State, o: Obligation): void {
  if (o.due === Number.POSITIVE_INFINITY) return;
  const late = o.due <= state.now;
  const step = late ? state.step + 1 : 0;
  const at = late ? state.now : o.due;
  push(state.schedule, at, step, TASK.due, 0, o.idHi, o.idLo, o.index, 0, 0);
}

/**
 * Counts the acts that began before the obligation and would perform it when they are completed.
 */
function markStarted(state: State, o: Obligation): void {
  for (let i = 0; i < state.actTotal; i++) {
    const { act, seat, status } = state.acts[i]!;
    if (status !== 'under way' || state.program.seats[seat]!.side !== o.clause.who) continue;
    if (serves(state, act, o.clause)) o.underWay++;
  }
}

/** An act under way marks the obligations that it would perform. */
export function markUnderWay(state: State, act: number, side: number, by: 1 | -1): void {
  for (let i = 0; i < state.obligationTotal; i++) {
    const o = state.obligations[i]!;
    if (!isOpen(o) || o.clause.who !== side || !serves(state, act, o.clause)) continue;
    o.underWay += by;
    if (by === 1) noteStatus(state, o, 'under way');
  }
}

/**
 * An act was completed: it performs every open obligation that it covers (R19). The doer is the
 * side that the clause names, which is not its obligor where a third party's deed was to be
 * procured.
 */
export function performByAct(state: State, act: number, side: number): void {
  for (let i = 0; i < state.obligationTotal; i++) {
    const o = state.obligations[i]!;
    if (isOpen(o) && o.clause.who === side && serves(state, act, o.clause)) perform(state, o);
  }
}

function serves(state: State, act: number, clause: Clause): boolean {
  if (clause.act === act) return true;
  const { covers } = state.program.acts[act]!;
  return clause.covers.length > 0 && clause.covers.every((thing) => covers.includes(thing));
}

/** Performance, a fact of the world. */
export function perform(state: State, o: Obligation): void {
  if (o.performed) return;
  if (isOpen(o)) state.obligationsOpen--;
  o.performed = true;
  state.endingsDue = true;
  noteStatus(state, o, 'performed');
}

/** Releases an obligor: the beneficiary gave the obligation up. */
export function release(state: State, o: Obligation): void {
  if (o.released) return;
  if (isOpen(o)) state.obligationsOpen--;
  o.released = true;
  state.endingsDue = true;
  noteStatus(state, o, 'released');
}

/** The parties put another act in the place of the one owed: it is owed anew (R20). */
export function replaceAct(state: State, o: Obligation, clause: Clause): void {
  if (isOpen(o)) state.obligationsOpen--;
  o.clause = clause;
  o.performed = false;
  o.verified = false;
  o.underWay = 0;
  if (isOpen(o)) state.obligationsOpen++;
  state.endingsDue = true;
  noteStatus(state, o, 'owed');
  markStarted(state, o);
  performIfDone(state, o);
}

/** The deadline of an obligation: a breach where it is not performed; by-when is inclusive (R3). */
export function passDue(state: State, index: number): void {
  const o = state.obligations[index]!;
  if (o.released) return;
  if (!o.performed && o.clause.act >= 0 && !o.breached) {
    o.breached = true;
    noteStatus(state, o, 'breached');
  }
  // A beneficiary that has heard of no performance by the date trusts less, whatever is true (R21).
  for (let seat = 0; seat < state.program.seats.length; seat++) {
    const { side } = state.program.seats[seat]!;
    if (!o.beneficiaries.includes(side) || o.heard.includes(side)) continue;
    if (seat === o.offeror || o.acceptors.includes(seat))
      moveTrust(state, seat, o.obligor, 'delay');
  }
}

/** A report of a completed act reaches a seat: its side has heard of the performance. */
export function hearPerformance(state: State, seat: number, act: number): void {
  const { side } = state.program.seats[seat]!;
  for (let i = 0; i < state.obligationTotal; i++) {
    const o = state.obligations[i]!;
    if (!o.beneficiaries.includes(side) || o.heard.includes(side)) continue;
    if (serves(state, act, o.clause)) o.heard.push(side);
  }
}

/** Logs what an obligation has become. */
export function noteStatus(state: State, o: Obligation, status: ObligationStatus): void {
  if (state.log === null) return;
  note(state.log, { type: 'obligation', obligation: editedObligation(state, o), status });
}

/** Tells one seat of an obligation's state, at once; the cause names the report (R3). */
export function tellSeat(
  state: State,
  o: Obligation,
  status: ObligationStatus,
  seat: number,
  causeHi: number,
  causeLo: number,
): void {
  if (state.log === null) return;
  childIdentity(causeHi, causeLo, state.plan.seatHash[seat]!, 0);
  noteDelivery(state.log, {
    seat: state.program.seats[seat]!.name,
    learned: exactSpan(state.now),
    report: identityText(word[0]!, word[1]!),
    via: 'at once',
    item: { type: 'obligation', obligation: obligationBody(state, o), status },
  });
}
