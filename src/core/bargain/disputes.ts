import { childIdentity, identityText } from '../chance/identity.js';
import { word } from '../chance/threefry.js';
import type { DisputeStatus } from '../history/delivery.js';
import { note, noteDelivery } from '../history/log.js';
import { exactSpan } from '../history/naming.js';
import type { Dispatch } from '../letters/dispatch.js';
import { rebind } from '../meetings/row.js';
import type { DisputeAbout } from '../parts/record.js';
import type { State } from '../state.js';
import type { Dispute } from './dispute.js';
import type { Obligation } from './obligation.js';
import { obligationStatus, sourceOf } from './obligation.js';
import { takeDispute } from './obligation-pool.js';
import { disputeBody } from './obligation-words.js';
import { noteStatus, replaceAct } from './obligations.js';

/** What a dispute is opened with. */
export interface Opening {
  /** What later orders call it. */
  readonly id: string;
  readonly subject: string;
  readonly about: DisputeAbout;
  readonly issue: string;
  readonly parties: readonly number[];
  /** Dispatch that opens it. */
  readonly dispatch: number;
}

/** Opens a dispute about an obligation (R20), or about one that its opener believes in force. */
export function openDispute(state: State, o: Obligation | null, opening: Opening): Dispute {
  const dispute = takeDispute(state);
  dispute.id = opening.id;
  dispute.subject = opening.subject;
  dispute.about = opening.about;
  dispute.obligation = o === null ? -1 : o.index;
  dispute.issue = opening.issue;
  dispute.parties = opening.parties;
  dispute.opening = opening.dispatch;
  state.named.set(opening.id, dispute.index);
  noteDispute(state, dispute, 'opened');
  if (o === null) return dispute;
  o.openDisputes++;
  noteStatus(state, o, 'disputed');
  return dispute;
}

/** A settlement reaches the other side: what it says takes effect. */
export function settleDispute(state: State, dispute: Dispute, d: Dispatch): void {
  if (dispute.status !== 'opened') return;
  const { outcome, replacement } = d;
  dispute.status = outcome;
  const o = state.obligations[dispute.obligation];
  const words = replacement < 0 ? '' : state.program.acts[replacement]!.title;
  noteDispute(state, dispute, outcome, words);
  if (o === undefined || outcome === 'left open') return;
  o.openDisputes--;
  if (outcome === 'replaced' && replacement >= 0) replace(state, dispute, o, replacement);
}

/** A seat that settles a dispute, or reads so, knows another act in the place of the one owed. */
export function rebindReplaced(state: State, dispute: Dispute, d: Dispatch, seat: number): void {
  const o = state.obligations[dispute.obligation];
  if (o === undefined || d.replacement < 0 || dispute.about === 'verification') return;
  if (dispute.status !== 'opened' || d.outcome !== 'replaced') return;
  rebind(state, seat, sourceOf(o), o.clause.act, d.replacement);
}

/** Another means takes the place of the disputed one: of the inspection, or of the act itself. */
function replace(state: State, dispute: Dispute, o: Obligation, act: number): void {
  if (dispute.about === 'verification') {
    o.clause = { ...o.clause, verified: act };
    noteStatus(state, o, obligationStatus(o));
    return;
  }
  const { title, covers, arguably } = state.program.acts[act]!;
  replaceAct(state, o, { ...o.clause, act, says: title, covers, arguably });
}

/** Logs what has become of a dispute; `outcome` names what took the place of the disputed means. */
export function noteDispute(
  state: State,
  dispute: Dispute,
  status: DisputeStatus,
  outcome = '',
): void {
  if (state.log === null) return;
  note(state.log, {
    type: 'dispute',
    dispute: disputeBody(state, dispute, null),
    status,
    ...(outcome === '' ? {} : { outcome }),
  });
}

/** Whoever opens or argues a dispute has its own words in its picture at once (R11). */
export function tellOwnDispute(
  state: State,
  dispute: Dispute,
  status: DisputeStatus,
  d: Dispatch,
): void {
  if (state.log === null) return;
  childIdentity(d.idHi, d.idLo, state.plan.seatHash[d.from]!, 2);
  noteDelivery(state.log, {
    seat: state.program.seats[d.from]!.name,
    learned: exactSpan(state.now),
    report: identityText(word[0]!, word[1]!),
    via: 'own',
    item: { type: 'dispute', dispute: disputeBody(state, dispute, d.from), status },
  });
}
