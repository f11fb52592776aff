import type { DisputeAbout } from '../parts/record.js';

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
