import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import type { Item } from '../history/delivery.js';
import { noteDelivery } from '../history/log.js';
import { exactSpan } from '../history/naming.js';
import { moveTrust } from '../knowledge/trust.js';
import type { Dispatch } from '../letters/dispatch.js';
import { isPledge } from '../letters/dispatch.js';
import {
  bindBargain,
  bindPledge,
  noteAsked,
  noteEnded,
  unbind,
  unbindSource,
} from '../meetings/row.js';
import type { State } from '../state.js';
import { noteAct, scheduleStart } from '../world/acts.js';
import type { RecordedTime } from '../time/recorded-time.js';
import { rebindReplaced, settleDispute } from './disputes.js';
import type { Obligation } from './obligation.js';
import { sourceOf } from './obligation.js';
import { disputeBody, obligationBody } from './obligation-words.js';
import { release, startPledge } from './obligations.js';
import { bargainOf, takeAcceptance, takeRefusal, takeWithdrawal } from './offers.js';

/**
 * What a dispatch does on reaching an addressee: answers take effect on arrival (R16). `recorded`
 * is the time that the record gives to the reading, null for now.
 */
export function hear(state: State, d: Dispatch, seat: number, recorded: RecordedTime | null): void {
  hearAnswer(state, d, seat, recorded);
  hearPledge(state, d, seat);
  switch (d.speech) {
    case 'consent asked':
      return hearRequest(state, d, seat);
    case 'consent given':
    case 'consent refused':
      return hearConsent(state, d, seat, d.speech);
    case 'dispute':
    case 'argue':
    case 'settle':
      return hearDispute(state, d, seat);
    case 'release':
      return hearRelease(state, d, seat);
    case 'none':
    case 'recall':
      return;
  }
}

function hearAnswer(state: State, d: Dispatch, seat: number, recorded: RecordedTime | null): void {
  const offer = d.repliesTo < 0 ? undefined : state.dispatches[d.repliesTo];
  if (offer === undefined) return;
  switch (d.answer) {
    case 'accept':
      if (seat === offer.from) takeAcceptance(state, offer, d, recorded);
      return;
    case 'decline':
      if (seat === offer.from) takeRefusal(state, offer, d, 'declined', recorded);
      return;
    case 'counter':
      if (seat === offer.from) takeRefusal(state, offer, d, 'countered', recorded);
      return;
    case 'withdraw':
      takeWithdrawal(state, offer, seat, recorded);
      // It was sent before an acceptance could have been read: nothing binds until it is honoured.
      unbindSource(state, seat, offer.index);
      return;
    case 'honour':
      if (d.entry < 0 && bargainOf(offer, seat) !== undefined) bindBargain(state, offer, seat);
      return;
    case 'repudiate':
      unbindSource(state, seat, offer.index);
      return;
    case 'none':
      return;
  }
}

function hearPledge(state: State, d: Dispatch, seat: number): void {
  if (!isPledge(d)) return;
  startPledge(state, d, seat);
  const { seats } = state.program;
  if (seats[seat]!.side !== seats[d.from]!.side) bindPledge(state, d, seat);
}

function hearRequest(state: State, d: Dispatch, seat: number): void {
  const instance = state.acts[d.target];
  if (instance !== undefined && state.program.acts[instance.act]!.consent?.seat === seat) {
    noteAsked(state, seat, d.target);
  }
  tellConsent(state, d, seat, 'consent asked');
}

function hearConsent(
  state: State,
  d: Dispatch,
  seat: number,
  speech: 'consent given' | 'consent refused',
): void {
  const instance = state.acts[d.target];
  if (instance === undefined || instance.seat !== seat) return;
  tellConsent(state, d, seat, speech);
  if (instance.status !== 'awaiting consent') return;
  instance.status = speech === 'consent given' ? 'ordered' : 'refused';
  noteAct(state, instance);
  if (speech === 'consent given') scheduleStart(state, d.target);
  else noteEnded(state, seat, instance.act);
}

function tellConsent(
  state: State,
  d: Dispatch,
  seat: number,
  type: 'consent asked' | 'consent given' | 'consent refused',
): void {
  const instance = state.acts[d.target];
  if (state.log === null || instance === undefined) return;
  tell(state, d, seat, {
    type,
    act: state.program.acts[instance.act]!.name,
    id: identityText(instance.idHi, instance.idLo),
    by: state.program.seats[d.from]!.name,
  });
}

function hearDispute(state: State, d: Dispatch, seat: number): void {
  const dispute = state.disputes[d.target];
  const { side } = state.program.seats[d.from]!;
  if (d.speech === 'dispute') moveTrust(state, seat, side, 'dispute');
  if (dispute === undefined) return;
  if (d.speech === 'settle') {
    rebindReplaced(state, dispute, d, seat);
    settleDispute(state, dispute, d);
  }
  if (state.log === null) return;
  const status =
    d.speech === 'settle' ? dispute.status : d.speech === 'argue' ? 'argued' : 'opened';
  tell(state, d, seat, { type: 'dispute', dispute: disputeBody(state, dispute, seat), status });
}

function hearRelease(state: State, d: Dispatch, seat: number): void {
  const o = state.obligations[d.target];
  if (o === undefined || state.program.seats[seat]!.side !== o.obligor) return;
  release(state, o);
  unbindOwed(state, o, seat);
  if (state.log === null) return;
  tell(state, d, seat, {
    type: 'obligation',
    obligation: obligationBody(state, o),
    status: 'released',
  });
}

/** Who is bound by a clause keeps it by the dispatch that made it. */
function unbindOwed(state: State, o: Obligation, seat: number): void {
  if (state.minds.kept) unbind(state, seat, sourceOf(o), o.clause.act, true);
}

function tell(state: State, d: Dispatch, seat: number, item: Item): void {
  childIdentity(d.idHi, d.idLo, state.plan.seatHash[seat]!, 1);
  noteDelivery(state.log!, {
    seat: state.program.seats[seat]!.name,
    learned: exactSpan(state.now),
    report: identityText(word[0]!, word[1]!),
    via: 'at once',
    item,
  });
}
