import type { DisputeBody, ObligationBody, ObligationStatus } from '../history/event.js';
import { clauseText } from '../history/naming.js';
import type { Clause, DisputeAbout } from '../program.js';
import type { State } from '../state.js';
import { formatInstant } from '../time/instant.js';

/** A clause in force (R19). Performance is the world's; `verified` is the beneficiary's knowledge. */
export interface Obligation {
  index: number;
  idHi: number;
  idLo: number;
  id: string;
  clause: Clause;
  obligor: number;
  beneficiaries: readonly number[];
  madeIn: string;
  /** Seats that made the bargain: its offeror, −1 for the record's, and who accepted or read it. */
  offeror: number;
  acceptors: readonly number[];
  /** Deadline in ms, infinite where there is none: an instant before 1970 is negative. */
  due: number;
  underWay: number;
  performed: boolean;
  verified: boolean;
  breached: boolean;
  released: boolean;
  openDisputes: number;
  /** Sides that have heard that it was performed. */
  readonly heard: number[];
  verification: string;
  note: string;
}

/** What one side says in a dispute, and the dispatch that says it (−1 for the record's). */
export interface Position {
  readonly who: string;
  readonly says: string;
  readonly dispatch: number;
}

/** An argument about an obligation (R20). */
export interface Dispute {
  index: number;
  id: string;
  about: DisputeAbout;
  obligation: number;
  issue: string;
  /** What it is about, as its opener named it: an obligation that may not be in force. */
  subject: string;
  parties: readonly number[];
  /** Dispatch that opened it, or −1 for the record's. */
  opening: number;
  positions: readonly Position[];
  status: 'opened' | 'settled' | 'replaced' | 'left open';
}

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

/** What an obligation is doing now, in one word. */
export function obligationStatus(o: Obligation): ObligationStatus {
  if (o.released) return 'released';
  if (o.openDisputes > 0) return 'disputed';
  if (o.verified) return 'verified';
  if (o.performed) return 'performed';
  if (o.breached) return 'breached';
  return o.underWay > 0 ? 'under way' : 'owed';
}

/** Whether an obligation counts as open: it carries an act that is neither performed nor released. */
export function isOpen(o: Obligation): boolean {
  return o.clause.act >= 0 && !o.performed && !o.released;
}

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

/** An obligation with what the record's editors, who know how it ended, say of it: for control alone. */
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
