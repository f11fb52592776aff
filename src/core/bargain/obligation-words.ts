import type { DisputeBody, ObligationBody } from '../history/delivery.js';
import { clauseText } from '../history/naming.js';
import type { State } from '../state.js';
import { formatInstant } from '../time/instant.js';
import type { Dispute } from './dispute.js';
import type { Obligation } from './obligation.js';

/** An obligation in the words of the bargain, as its parties are told of it. */
export function obligationBody(state: State, o: Obligation): ObligationBody {
  const { program } = state;
  return {
    id: o.id,
    obligor: program.sides[o.obligor]!.name,
    beneficiaries: o.beneficiaries.map((side) => program.sides[side]!.name),
    clause: clauseText(program, o.clause),
    madeIn: o.madeIn,
    ...(o.due === Number.POSITIVE_INFINITY ? {} : { due: formatInstant(o.due) }),
  };
}

/**
 * An obligation with what the record's editors, who know how it ended, say of it: for control
 * alone.
 */
export function editedObligation(state: State, o: Obligation): ObligationBody {
  return {
    ...obligationBody(state, o),
    ...(o.verification === '' ? {} : { verification: o.verification }),
    ...(o.note === '' ? {} : { note: o.note }),
  };
}

/** Whether a seat has sent or read a dispatch; what the record says itself (−1) needs no letter. */
export function knowsText(state: State, dispatch: number, seat: number): boolean {
  if (dispatch < 0) return true;
  const { from, readers } = state.dispatches[dispatch]!;
  return from === seat || readers.includes(seat);
}

/** A dispute in words, with the arguments that a seat has sent or read; null for all of them. */
export function disputeBody(state: State, dispute: Dispute, seat: number | null): DisputeBody {
  return {
    id: dispute.id,
    about: dispute.about,
    obligation: dispute.subject,
    issue: dispute.issue,
    parties: dispute.parties.map((side) => state.program.sides[side]!.name),
    positions: dispute.positions
      .filter(({ dispatch }) => seat === null || knowsText(state, dispatch, seat))
      .map(({ who, says }) => ({ who, says })),
  };
}
