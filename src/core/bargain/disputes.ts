import type { DisputeStatus } from '../history/event.js';
import { note } from '../history/log.js';
import type { Dispatch } from '../letters/dispatch.js';
import type { DisputeAbout } from '../program.js';
import type { State } from '../state.js';
import type { Dispute, Obligation } from './obligation.js';
import { disputeBody, takeDispute } from './obligation.js';
import { noteStatus } from './obligations.js';

/** Opens a dispute about an obligation (R20). `id` is what later orders call it. */
export function openDispute(
  state: State,
  o: Obligation,
  about: DisputeAbout,
  issue: string,
  id: string,
): Dispute {
  const dispute = takeDispute(state);
  dispute.id = id;
  dispute.about = about;
  dispute.obligation = o.index;
  dispute.issue = issue;
  dispute.parties = [o.obligor, ...o.beneficiaries];
  o.openDisputes++;
  if (state.naming) state.named.set(id, dispute.index);
  noteDispute(state, dispute, 'opened');
  noteStatus(state, o, 'disputed');
  return dispute;
}

/** A settlement reaches the other side: what it says takes effect. */
export function settleDispute(state: State, dispute: Dispute, d: Dispatch): void {
  if (dispute.status !== 'opened') return;
  const { outcome, replacement } = d;
  dispute.status = outcome;
  const o = state.obligations[dispute.obligation];
  noteDispute(state, dispute, outcome);
  if (o === undefined || outcome === 'left open') return;
  o.openDisputes--;
  if (outcome === 'replaced' && replacement >= 0) replace(state, dispute, o, replacement);
}

/** Another means takes the place of the disputed one: of the inspection, or of the act itself. */
function replace(state: State, dispute: Dispute, o: Obligation, act: number): void {
  o.clause =
    dispute.about === 'verification' ? { ...o.clause, verified: act } : { ...o.clause, act };
  noteStatus(state, o, 'owed');
}

/** Logs what has become of a dispute. */
export function noteDispute(state: State, dispute: Dispute, status: DisputeStatus): void {
  if (state.log === null) return;
  note(state.log, { type: 'dispute', dispute: disputeBody(state, dispute), status });
}
