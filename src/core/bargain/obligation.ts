import type { ObligationStatus } from '../history/delivery.js';
import type { Clause } from '../parts/letters.js';

/**
 * A clause in force (R19). Performance is the world's; `verified` is the beneficiary's knowledge.
 */
export interface Obligation {
  index: number;
  idHi: number;
  idLo: number;
  id: string;
  clause: Clause;
  obligor: number;
  beneficiaries: readonly number[];
  madeIn: string;
  /** The dispatch that made it, by its index, or −1 for the record's. */
  madeBy: number;
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

/** What a seat's row keeps it under: the dispatch that made it, or itself as −1 − its index. */
export function sourceOf({ madeBy, index }: Obligation): number {
  return madeBy >= 0 ? madeBy : -1 - index;
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

/**
 * Whether an obligation counts as open: it carries an act that is neither performed nor released.
 */
export function isOpen(o: Obligation): boolean {
  return o.clause.act >= 0 && !o.performed && !o.released;
}
