import { childIdentity, identityText } from '../chance/identity.js';
import { nameHash } from '../chance/name-hash.js';
import { word } from '../chance/threefry.js';
import type { OfferStatus } from '../history/delivery.js';
import { note, noteDelivery } from '../history/log.js';
import { readingSpan } from '../history/naming.js';
import type { Bargain, Dispatch } from '../letters/dispatch.js';
import { addBargain } from '../letters/dispatch-pool.js';
import { bindBargain, noteOffered } from '../meetings/row.js';
import type { Clause } from '../parts/letters.js';
import type { Answer } from '../parts/record.js';
import { TASK, push } from '../schedule.js';
import type { State } from '../state.js';
import type { RecordedTime } from '../time/recorded-time.js';
import { startBargain } from './obligations.js';

/** Opens the offer that a dispatch makes: one bargain for each offeree (R16). */
export function openOffer(state: State, d: Dispatch): void {
  if (d.terms.ask.length === 0) return;
  for (const seat of d.to) {
    if (seat === d.from || !hasPowerOverAny(state, seat, d.terms.ask)) continue;
    addBargain(state, d, seat);
    noteOffer(state, d, 'open', seat);
  }
  noteOffered(state, d);
  if (d.terms.lapses >= 0 && d.bargains.length > 0) {
    const at = d.sentAt + d.terms.lapses;
    const step = at <= state.now ? state.step + 1 : 0;
    push(
      state.schedule,
      at <= state.now ? state.now : at,
      step,
      TASK.lapse,
      0,
      d.idHi,
      d.idLo,
      d.index,
      0,
      0,
    );
  }
}

function hasPowerOverAny(state: State, seat: number, clauses: readonly Clause[]): boolean {
  for (let i = 0; i < clauses.length; i++) {
    if (hasPower(state, seat, clauses[i]!)) return true;
  }
  return false;
}

/**
 * Power over a clause: the seat, or one that acts under it, can order its act; words are the
 * head's.
 */
function hasPower(state: State, seat: number, clause: Clause): boolean {
  const { seats, acts } = state.program;
  if (clause.who !== seats[seat]!.side) return false;
  if (clause.act < 0) return seats[seat]!.under < 0;
  const { by } = acts[clause.act]!;
  for (let i = 0; i < by.length; i++) {
    if (actsUnder(state, by[i]!, seat)) return true;
  }
  return false;
}

function actsUnder(state: State, doer: number, head: number): boolean {
  for (let seat = doer; seat >= 0; seat = state.program.seats[seat]!.under) {
    if (seat === head) return true;
  }
  return false;
}

/** The bargain of one offeree, or undefined where the offer is not made to it. */
export function bargainOf(offer: Dispatch, offeree: number): Bargain | undefined {
  return offer.bargains.find((b) => b.offeree === offeree);
}

/** An answer is on its way: its place in the order of events decides who was first (R17). */
export function markAnswerSent(state: State, offer: Dispatch, seat: number, answer: Answer): void {
  if (answer === 'withdraw' && seat === offer.from && offer.withdrawalSent < 0) {
    offer.withdrawalSent = state.sequence;
  }
  const bargain = bargainOf(offer, seat);
  if (bargain === undefined || !REPLIES.includes(answer)) return;
  bargain.answered = true;
  if (answer === 'accept') bargain.acceptSent = state.sequence;
}

const REPLIES: readonly Answer[] = ['accept', 'decline', 'counter'];

/**
 * The offeror of a contested bargain decides it as the record has it; obligations are its entries.
 */
export function settleAsRecorded(state: State, offer: Dispatch, answer: Answer): void {
  if (answer !== 'honour' && answer !== 'repudiate') return;
  const bargain = offer.bargains.find(({ status }) => status === 'contested');
  if (bargain === undefined) return;
  settleStatus(state, offer, bargain, answer === 'honour' ? 'honoured' : 'repudiated');
}

/**
 * An acceptance reaches the offeror (R16, R17). It is contested exactly when it was sent before the
 * withdrawal reached the offeree, and the withdrawal was sent before it arrived here.
 */
export function takeAcceptance(
  state: State,
  offer: Dispatch,
  acceptance: Dispatch,
  recorded: RecordedTime | null,
): void {
  const bargain = bargainOf(offer, acceptance.from);
  if (bargain?.status !== 'open') return;
  if (offer.withdrawalSent >= 0) {
    settleStatus(state, offer, bargain, 'contested');
    tell(state, offer, bargain, offer.from, recorded);
    return;
  }
  settleStatus(state, offer, bargain, 'accepted');
  tell(state, offer, bargain, offer.from, recorded);
  // The obligations of a recorded acceptance are entries of the record themselves.
  if (acceptance.entry >= 0) return;
  bindBargain(state, offer, offer.from);
  startBargain(state, offer, acceptance.from);
}

/** A refusal or a counter-offer reaches the offeror. */
export function takeRefusal(
  state: State,
  offer: Dispatch,
  refusal: Dispatch,
  status: 'declined' | 'countered',
  recorded: RecordedTime | null,
): void {
  const bargain = bargainOf(offer, refusal.from);
  if (bargain?.status !== 'open') return;
  settleStatus(state, offer, bargain, status);
  tell(state, offer, bargain, offer.from, recorded);
}

/** A withdrawal reaches an offeree; an acceptance already under way keeps the bargain undecided. */
export function takeWithdrawal(
  state: State,
  offer: Dispatch,
  offeree: number,
  recorded: RecordedTime | null,
): void {
  const bargain = bargainOf(offer, offeree);
  if (bargain === undefined) return;
  bargain.withdrawalRead = state.sequence;
  if (bargain.status === 'open' && bargain.acceptSent < 0) {
    settleStatus(state, offer, bargain, 'withdrawn');
  }
  tell(state, offer, { ...bargain, status: 'withdrawn' }, offeree, recorded);
}

/** The offeror of a contested bargain stands by it: obligations start now (R17). */
export function honour(state: State, offer: Dispatch, bargain: Bargain): void {
  settleStatus(state, offer, bargain, 'honoured');
  bindBargain(state, offer, offer.from);
  startBargain(state, offer, bargain.offeree);
}

/** The offeror of a contested bargain does not stand by it. */
export function repudiate(state: State, offer: Dispatch, bargain: Bargain): void {
  settleStatus(state, offer, bargain, 'repudiated');
}

/**
 * The hour at which an offer lapses: an answer that has not arrived by then comes too late (R16).
 */
export function lapseOffer(state: State, index: number): void {
  const offer = state.dispatches[index]!;
  for (const bargain of offer.bargains) {
    if (bargain.status === 'open') settleStatus(state, offer, bargain, 'lapsed');
  }
}

function settleStatus(state: State, offer: Dispatch, bargain: Bargain, status: OfferStatus): void {
  bargain.status = status;
  noteOffer(state, offer, status, bargain.offeree);
}

function noteOffer(state: State, offer: Dispatch, status: OfferStatus, offeree: number): void {
  if (state.log === null) return;
  const by = state.program.seats[offeree]!.name;
  note(state.log, { type: 'offer', offer: offer.id, status, by });
}

/** Tells one seat, at once, what has become of an offer: each offeree's answer once. */
function tell(
  state: State,
  offer: Dispatch,
  { offeree, status }: Pick<Bargain, 'offeree' | 'status'>,
  seat: number,
  recorded: RecordedTime | null,
): void {
  if (state.log === null) return;
  const { seatHash } = state.plan;
  childIdentity(offer.idHi, offer.idLo, seatHash[offeree]!, nameHash(`told ${status}`));
  childIdentity(word[0]!, word[1]!, seatHash[seat]!, 0);
  noteDelivery(state.log, {
    seat: state.program.seats[seat]!.name,
    learned: readingSpan(state.program, state.now, recorded),
    report: identityText(word[0]!, word[1]!),
    via: 'at once',
    item: { type: 'offer', offer: offer.id, status },
  });
}
