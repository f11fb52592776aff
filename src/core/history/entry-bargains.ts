import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import { noteDispute } from '../bargain/disputes.js';
import type { Obligation } from '../bargain/obligation.js';
import { disputeBody, obligationBody, takeDispute, takeObligation } from '../bargain/obligation.js';
import { noteStatus, perform, release } from '../bargain/obligations.js';
import type { Clause, DisputeEntry, ObligationEntry } from '../program.js';
import type { State } from '../state.js';
import type { RecordedTime } from '../time/recorded-time.js';
import type { Item, ObligationStatus } from './event.js';
import { noteDelivery } from './log.js';
import { recordedSpan } from './naming.js';

/** An obligation of the record comes into force; its head seats know, the rest hear as recorded. */
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
  o.acceptor = -1;
  o.due = entry.due === null ? Number.POSITIVE_INFINITY : entry.due.placed;
  o.verification = entry.verification;
  o.note = entry.status;
  state.entryObligation[index] = o.index;
  if (state.naming) state.named.set(o.id, o.index);
  state.obligationsMade++;
  state.endingsDue = true;
  if (o.clause.act >= 0) state.obligationsOpen++;
  noteStatus(state, o, 'owed');
  tellHeads(state, entry, o, 'owed', entry.time, entry.madeIn < 0 ? 'obligor' : 'both');
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
      perform(state, o);
      return tellHeads(state, entry, o, 'performed', entry.performed!, 'obligor');
    case 1:
      o.verified = true;
      noteStatus(state, o, 'verified');
      return tellHeads(state, entry, o, 'verified', entry.verified!, 'beneficiaries');
    case 2:
      o.breached = true;
      noteStatus(state, o, 'breached');
      return tellHeads(state, entry, o, 'breached', entry.breached!, 'both');
    default:
      release(state, o);
      return tellHeads(state, entry, o, 'released', entry.released!, 'both');
  }
}

function tellHeads(
  state: State,
  entry: ObligationEntry,
  o: Obligation,
  status: ObligationStatus,
  time: RecordedTime,
  who: 'obligor' | 'beneficiaries' | 'both',
): void {
  if (state.log === null) return;
  const sides = [
    ...(who === 'beneficiaries' ? [] : [entry.obligor]),
    ...(who === 'obligor' ? [] : entry.beneficiaries),
  ];
  const item: Item = { type: 'obligation', obligation: obligationBody(state, o), status };
  tell(state, o.idHi, o.idLo, sides, time, item);
}

/** A dispute of the record opens; the heads of its parties know. */
export function enterDispute(state: State, entry: DisputeEntry, index: number): void {
  const dispute = takeDispute(state);
  dispute.id = entry.id;
  dispute.about = entry.about;
  dispute.obligation = entry.obligation < 0 ? -1 : state.entryObligation[entry.obligation]!;
  dispute.issue = entry.issue;
  dispute.parties = entry.parties;
  dispute.positions = entry.positions;
  state.entryDispute[index] = dispute.index;
  if (state.naming) state.named.set(dispute.id, dispute.index);
  noteDispute(state, dispute, 'opened');
  const o = state.obligations[dispute.obligation];
  if (o !== undefined) {
    o.openDisputes++;
    noteStatus(state, o, 'disputed');
  }
  tellParties(state, entry, index, entry.time);
}

/** A dispute of the record is closed. */
export function closeDispute(state: State, entry: DisputeEntry, index: number): void {
  const dispute = state.disputes[state.entryDispute[index]!]!;
  dispute.status = 'settled';
  const o = state.obligations[dispute.obligation];
  if (o !== undefined) o.openDisputes--;
  if (state.log !== null) {
    const body = disputeBody(state, dispute);
    const { outcome } = entry;
    state.log.changes.push({ type: 'dispute', dispute: body, status: 'settled', outcome });
  }
  tellParties(state, entry, index, entry.closed!);
}

function tellParties(state: State, entry: DisputeEntry, index: number, time: RecordedTime): void {
  if (state.log === null) return;
  const dispute = state.disputes[state.entryDispute[index]!]!;
  const { entryId } = state.plan;
  tell(state, entryId[2 * index]!, entryId[2 * index + 1]!, entry.parties, time, {
    type: 'dispute',
    dispute: disputeBody(state, dispute),
    status: dispute.status,
  });
}

/** Tells the heads (seats under nobody, observers apart) of some sides, at a recorded time. */
function tell(
  state: State,
  idHi: number,
  idLo: number,
  sides: readonly number[],
  time: RecordedTime,
  item: Item,
): void {
  const { program, plan, log, sequence } = state;
  program.seats.forEach(({ name, side, under, observer }, seat) => {
    if (under >= 0 || observer || !sides.includes(side)) return;
    childIdentity(idHi, idLo, plan.seatHash[seat]!, sequence);
    noteDelivery(log!, {
      seat: name,
      learned: recordedSpan(program, time),
      report: identityText(word[0]!, word[1]!),
      via: 'at once',
      item,
    });
  });
}
