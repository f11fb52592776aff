import type { Clause } from '../parts/letters.js';
import type { State } from '../state.js';
import type { Dispute } from './dispute.js';
import type { Obligation } from './obligation.js';

/** Takes the next obligation record of the run's pool. */
export function takeObligation(state: State, clause: Clause): Obligation {
  const index = state.obligationTotal++;
  const old = state.obligations[index];
  if (old !== undefined) return renew(old, clause);
  const made: Obligation = {
    index,
    idHi: 0,
    idLo: 0,
    id: '',
    clause,
    obligor: 0,
    beneficiaries: [],
    madeIn: '',
    madeBy: -1,
    offeror: -1,
    acceptors: [],
    due: Number.POSITIVE_INFINITY,
    underWay: 0,
    performed: false,
    verified: false,
    breached: false,
    released: false,
    openDisputes: 0,
    heard: [],
    verification: '',
    note: '',
  };
  state.obligations.push(made);
  return made;
}

function renew(o: Obligation, clause: Clause): Obligation {
  o.clause = clause;
  o.madeBy = -1;
  o.due = Number.POSITIVE_INFINITY;
  o.underWay = 0;
  o.performed = false;
  o.verified = false;
  o.breached = false;
  o.released = false;
  o.openDisputes = 0;
  o.heard.length = 0;
  o.verification = '';
  o.note = '';
  return o;
}

/** Takes the next dispute record of the run's pool. */
export function takeDispute(state: State): Dispute {
  const index = state.disputeTotal++;
  let dispute = state.disputes[index];
  if (dispute === undefined) {
    dispute = {
      index,
      id: '',
      about: 'scope',
      obligation: -1,
      issue: '',
      subject: '',
      parties: [],
      opening: -1,
      positions: [],
      status: 'opened',
    };
    state.disputes.push(dispute);
  }
  dispute.status = 'opened';
  dispute.opening = -1;
  dispute.positions = [];
  return dispute;
}
