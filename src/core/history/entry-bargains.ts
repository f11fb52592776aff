import { childIdentity, identityText } from '../chance/identity.js';
import { nameHash } from '../chance/name-hash.js';
import { word } from '../chance/threefry.js';
import { noteDispute } from '../bargain/disputes.js';
import type { Obligation } from '../bargain/obligation.js';
import { sourceOf } from '../bargain/obligation.js';
import { takeDispute, takeObligation } from '../bargain/obligation-pool.js';
import { disputeBody, obligationBody } from '../bargain/obligation-words.js';
import { noteStatus, perform, release } from '../bargain/obligations.js';
import { moveTrust } from '../knowledge/trust.js';
import type { Dispatch } from '../letters/dispatch.js';
import { bind, unbind } from '../meetings/row.js';
import type { Clause } from '../parts/letters.js';
import type { DisputeEntry, ObligationEntry } from '../parts/record.js';
import type { State } from '../state.js';
import type { RecordedTime } from '../time/recorded-time.js';
import { applyEffects } from '../world/tracks.js';
import type { Item, ObligationStatus } from './delivery.js';
import type { Span } from './span.js';
import { noteDelivery } from './log.js';
import { readingSpan, recordedSpan } from './naming.js';

/** An obligation of the record comes into force; who holds its letter knows of it. */
export function enterObligation(state: State, entry: ObligationEntry, index: number): void {
  const o = takeObligation(state, clauseOf(state, entry));
  const { entryId } = state.plan;
  o.idHi = entryId[2 * index]!;
  o.idLo = entryId[2 * index + 1]!;
  o.id = entry.id;
  o.obligor = entry.obligor;
  o.beneficiaries = entry.beneficiaries;
  o.madeIn = entry.madeIn < 0 ? '' : state.program.entries[entry.madeIn]!.id;
  o.offeror = -1;
  o.acceptors = [];
  o.due = entry.due === null ? Number.POSITIVE_INFINITY : entry.due.placed;
  o.verification = entry.verification;
  o.note = entry.status;
  state.entryObligation[index] = o.index;
  state.named.set(o.id, o.index);
  state.obligationsMade++;
  state.endingsDue = true;
  if (o.clause.act >= 0) state.obligationsOpen++;
  noteStatus(state, o, 'owed');
  tellParties(state, entry, o, 'owed', entry.time, 'both');
}

function clauseOf(state: State, entry: ObligationEntry): Clause {
  const act = entry.act < 0 ? undefined : state.program.acts[entry.act]!;
  return {
    who: entry.obligor,
    act: entry.act,
    says: entry.text,
    within: -1,
    by: entry.due === null ? null : entry.due.placed,
    verified: -1,
    condition: entry.condition === '' ? null : entry.condition,
    covers: act?.covers ?? [],
    arguably: act?.arguably ?? [],
    strength: '',
  };
}

/** Performance, verification, breach or release of a recorded obligation. */
export function stageObligation(
  state: State,
  entry: ObligationEntry,
  index: number,
  stage: number,
): void {
  const o = state.obligations[state.entryObligation[index]!]!;
  switch (stage) {
    case 0:
      // The entry stands for the completion of the act, so it has the act's effects (R9).
      if (entry.act >= 0 && !applyEffects(state, state.plan.actSet[entry.act]!)) return;
      perform(state, o);
      return tellParties(state, entry, o, 'performed', entry.performed!, 'obligor');
    case 1:
      o.verified = true;
      noteStatus(state, o, 'verified');
      return tellParties(state, entry, o, 'verified', entry.verified!, 'beneficiaries');
    case 2:
      o.breached = true;
      noteStatus(state, o, 'breached');
      return tellParties(state, entry, o, 'breached', entry.breached!, 'both');
    default:
      release(state, o);
      return tellParties(state, entry, o, 'released', entry.released!, 'both');
  }
}

/** What a seat is told of an obligation or a dispute. */
type Told = Extract<Item, { readonly type: 'obligation' | 'dispute' }>;

/** Which of an obligation's parties are told of a stage of it. */
type Party = 'obligor' | 'beneficiaries' | 'both';

/** Tells the seats of some parties that know of the obligation. */
function tellParties(
  state: State,
  entry: ObligationEntry,
  o: Obligation,
  status: ObligationStatus,
  time: RecordedTime,
  who: Party,
): void {
  moveTrustBy(state, entry, status);
  if (state.minds.kept) keepInRows(state, entry, o, status);
  if (state.log === null) return;
  const sides = [
    ...(who === 'beneficiaries' ? [] : [entry.obligor]),
    ...(who === 'obligor' ? [] : entry.beneficiaries),
  ];
  const item: Told = { type: 'obligation', obligation: obligationBody(state, o), status };
  const learned = recordedSpan(state.program, time);
  state.program.seats.forEach(({ side, observer }, seat) => {
    if (observer || !sides.includes(side) || !knowsObligation(state, entry, seat)) return;
    tell(state, o.idHi, o.idLo, seat, learned, item);
  });
}

/** What the seats of the parties that know of an obligation keep of it in their own rows (R11). */
function keepInRows(
  state: State,
  entry: ObligationEntry,
  o: Obligation,
  status: ObligationStatus,
): void {
  const source = sourceOf(o);
  state.program.seats.forEach(({ side, observer }, seat) => {
    const owes = side === entry.obligor;
    if (observer || !(owes || entry.beneficiaries.includes(side))) return;
    if (!knowsObligation(state, entry, seat)) return;
    if (status === 'owed') bind(state, seat, source, entry.act, owes, o.due);
    const over = status === 'released' || status === (owes ? 'performed' : 'verified');
    if (over) unbind(state, seat, source, entry.act, owes);
  });
}

/**
 * What the record lets a beneficiary know of its obligor moves its trust, whoever sits there (R21).
 */
function moveTrustBy(state: State, entry: ObligationEntry, status: ObligationStatus): void {
  if (status !== 'verified' && status !== 'breached') return;
  const cause = status === 'verified' ? 'verified' : 'breach';
  state.program.seats.forEach(({ side }, seat) => {
    if (!entry.beneficiaries.includes(side) || !knowsObligation(state, entry, seat)) return;
    moveTrust(state, seat, entry.obligor, cause);
  });
}

/**
 * Who holds the letter that made an obligation knows of it; without a letter, its obligor's head.
 */
function knowsObligation(state: State, entry: ObligationEntry, seat: number): boolean {
  if (entry.madeIn < 0) {
    const { side, under } = state.program.seats[seat]!;
    return under < 0 && side === entry.obligor;
  }
  const d = state.dispatches[state.entryDispatch[entry.madeIn]!];
  return d !== undefined && (d.from === seat || d.readers.includes(seat));
}

/** A seat has read a recorded letter: it knows of the obligations in force that the letter made. */
export function tellObligationsMadeBy(
  state: State,
  d: Dispatch,
  seat: number,
  recorded: RecordedTime | null,
): void {
  if (state.program.seats[seat]!.observer) return;
  const { side } = state.program.seats[seat]!;
  for (let i = 0; i < state.obligationTotal; i++) {
    const o = state.obligations[i]!;
    if (o.madeIn !== d.id || (o.obligor !== side && !o.beneficiaries.includes(side))) continue;
    if (!o.released && !o.verified) {
      bind(state, seat, sourceOf(o), o.clause.act, o.obligor === side, o.due);
    }
    if (state.log === null) continue;
    const item: Told = { type: 'obligation', obligation: obligationBody(state, o), status: 'owed' };
    tell(state, o.idHi, o.idLo, seat, readingSpan(state.program, state.now, recorded), item);
  }
}

/** A dispute of the record opens; its parties' heads know, unless the record says who heard. */
export function enterDispute(state: State, entry: DisputeEntry, index: number): void {
  const dispute = takeDispute(state);
  dispute.id = entry.id;
  dispute.about = entry.about;
  dispute.obligation = entry.obligation < 0 ? -1 : state.entryObligation[entry.obligation]!;
  dispute.issue = entry.issue;
  dispute.parties = entry.parties;
  dispute.positions = entry.positions.map((position) => ({ ...position, dispatch: -1 }));
  dispute.subject = state.obligations[dispute.obligation]?.id ?? '';
  state.entryDispute[index] = dispute.index;
  state.named.set(dispute.id, dispute.index);
  noteDispute(state, dispute, 'opened');
  const o = state.obligations[dispute.obligation];
  if (o !== undefined) {
    o.openDisputes++;
    noteStatus(state, o, 'disputed');
  }
  if (entry.learn.length === 0) tellHeads(state, entry, index, entry.time);
}

/** A dispute of the record is closed. */
export function closeDispute(state: State, entry: DisputeEntry, index: number): void {
  const dispute = state.disputes[state.entryDispute[index]!]!;
  dispute.status = 'settled';
  const o = state.obligations[dispute.obligation];
  if (o !== undefined) o.openDisputes--;
  if (state.log !== null) {
    const body = disputeBody(state, dispute, null);
    const { outcome } = entry;
    state.log.changes.push({ type: 'dispute', dispute: body, status: 'settled', outcome });
  }
  tellHeads(state, entry, index, entry.closed!);
}

/** Tells the heads (seats under nobody, observers apart) of a dispute's parties. */
function tellHeads(state: State, entry: DisputeEntry, index: number, time: RecordedTime): void {
  if (state.log === null) return;
  const dispute = state.disputes[state.entryDispute[index]!]!;
  const { entryId } = state.plan;
  const { status } = dispute;
  const body = disputeBody(state, dispute, null);
  const item: Told = { type: 'dispute', dispute: body, status };
  const learned = recordedSpan(state.program, time);
  state.program.seats.forEach(({ side, under, observer }, seat) => {
    if (under >= 0 || observer || !entry.parties.includes(side)) return;
    tell(state, entryId[2 * index]!, entryId[2 * index + 1]!, seat, learned, item);
  });
}

function tell(
  state: State,
  idHi: number,
  idLo: number,
  seat: number,
  learned: Span,
  item: Told,
): void {
  childIdentity(idHi, idLo, state.plan.seatHash[seat]!, nameHash(`told ${item.status}`));
  noteDelivery(state.log!, {
    seat: state.program.seats[seat]!.name,
    learned,
    report: identityText(word[0]!, word[1]!),
    via: 'at once',
    item,
  });
}
