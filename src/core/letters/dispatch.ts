import type { Dispute } from '../bargain/dispute.js';
import type { OfferStatus } from '../history/delivery.js';
import type { Span } from '../history/span.js';
import type { DispatchKind, Holder, Terms } from '../parts/letters.js';
import type { Answer } from '../parts/record.js';

/** What a dispatch does besides putting terms on the table or answering an offer. */
export type Speech =
  | 'none'
  | 'consent asked'
  | 'consent given'
  | 'consent refused'
  | 'dispute'
  | 'argue'
  | 'settle'
  | 'release'
  | 'recall';

/** One offeree's side of one offer (R16, R17). */
export interface Bargain {
  offeree: number;
  status: OfferStatus;
  /**
   * Event order: when the offeree sent its acceptance, and when a withdrawal reached it; −1 never.
   */
  acceptSent: number;
  withdrawalRead: number;
  /** Whether the offeree has sent any answer. */
  answered: boolean;
  /** Until when the offeree has chosen to leave it unanswered, in ms. */
  leftUntil: number;
}

/** One letter, cable, broadcast or spoken message under way or arrived. */
export interface Dispatch {
  index: number;
  idHi: number;
  idLo: number;
  id: string;
  name: string;
  /** The scenario's letter that it is one of, or −1. */
  letter: number;
  from: number;
  to: readonly number[];
  kind: DispatchKind;
  public: boolean;
  terms: Terms;
  text: string;
  tone: string;
  cites: readonly string[];
  sentAt: number;
  sent: Span | null;
  repliesTo: number;
  answer: Answer;
  speech: Speech;
  /** What the speech is about: an act instance, an obligation, a dispute or a dispatch; −1 none. */
  target: number;
  /** For a settlement: how the dispute ends, and the act that replaces the disputed one, or −1. */
  outcome: Dispute['status'];
  replacement: number;
  sealedUntil: number;
  held: boolean;
  /** Hashes of the holders that a recall has reached: a copy that comes to one of them stops. */
  readonly recalledAt: number[];
  lostToControl: boolean;
  /** Index of its entry in the record, or −1. */
  entry: number;
  audienceCost: number;
  /** Whether its sender has already paid for accepting less than it demands, and knows of it. */
  retreated: boolean;
  retreatKnown: boolean;
  /** Seats that have read it, in order. */
  readonly readers: number[];
  /** Event order in which its withdrawal was sent, −1 never. */
  withdrawalSent: number;
  readonly bargains: Bargain[];
}

/** One hand-over under way: from a holder to a holder over a channel. */
export interface Leg {
  index: number;
  dispatch: number;
  /** Ordinal of the route within its dispatch, and of the leg within the route. */
  route: number;
  leg: number;
  /** Index of the program's route, or −1 for a recorded leg. */
  path: number;
  channel: number;
  from: Holder;
  to: Holder;
  idHi: number;
  idLo: number;
  sentAt: number;
  arrivesAt: number;
  lost: boolean;
  /** Parts still to come after the next arrival. */
  partsLeft: number;
  /** What garbling has done to the text so far on this route. */
  timeShift: number;
  conditionLost: boolean;
  /** Index of the recorded leg in its entry, or −1. */
  recorded: number;
  /** Whether it waits with its holder because control holds the dispatch. */
  waiting: boolean;
}

export const NO_TERMS: Terms = { give: [], ask: [], linkage: [], refuses: [], lapses: -1 };

/**
 * Whether a dispatch asks nothing, answers nothing and gives something: it binds its giver (R19).
 */
export function isPledge({ terms, answer, entry }: Dispatch): boolean {
  // What the record's letters bind to stands in the record as obligations of its own.
  return entry < 0 && answer === 'none' && terms.give.length > 0 && terms.ask.length === 0;
}

/** Whether a seat is among those to whom a dispatch is addressed. */
export function isAddressee(d: Dispatch, seat: number): boolean {
  return d.to.includes(seat);
}
