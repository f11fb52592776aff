import type { DispatchBody, DisputeBody, ObligationBody, TrackValue } from '../history/delivery.js';
import type { IsoTime, Span } from '../history/span.js';

/**
 * Whether a seat knew something at an instant; `possibly` where the instant falls inside the
 * interval (R2).
 */
export type Certainty = 'yes' | 'possibly';

/** The report behind one piece of knowledge (R13). */
export interface Ground {
  readonly known: Certainty;
  /** The report's id: the record's (`K03`) where it has one. */
  readonly report: string;
  readonly via: string;
  /** The dispatch that brought it. */
  readonly broughtBy?: string;
  readonly learned: Span;
}

/** An event that a seat had heard of: its first report, and later ones of the same under `also`. */
export interface KnownEvent extends Ground {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly occurred: Span;
  readonly text: string;
  /** Where only one part of the event was learned: that part. */
  readonly aspect?: string;
  readonly cites: readonly string[];
  readonly also: readonly Ground[];
}

/**
 * One line of a seat's picture: the report with the latest *as of*, not the latest arrival (R11).
 */
export interface KnownReading extends Ground {
  readonly track: string;
  readonly value: TrackValue;
  readonly asOf: Span;
}

/** A hand-over of a seat's own letter, known by a report only (R14). */
export interface KnownHandOver extends Ground {
  readonly route: number;
  readonly leg: number;
  readonly holder: string;
}

/** A letter that a seat wrote or read, with what it knew of its way. */
export interface KnownLetter extends Ground, Omit<DispatchBody, 'lapses' | 'tone' | 'cites'> {
  readonly part: 'sender' | 'reader';
  readonly cites: readonly string[];
  /** For a sender: the hand-overs that it knew of. */
  readonly handOvers: readonly KnownHandOver[];
  readonly also: readonly Ground[];
}

/** A standing that changed by stages: an offer, an obligation, a dispute, an own act. */
export interface KnownStage extends Ground {
  readonly status: string;
  readonly says?: string;
}

export interface KnownObligation {
  readonly id: string;
  readonly obligation: ObligationBody;
  readonly stages: readonly KnownStage[];
}

export interface KnownDispute {
  readonly id: string;
  readonly dispute: DisputeBody;
  readonly stages: readonly KnownStage[];
}

export interface KnownCourse {
  readonly id: string;
  readonly name: string;
  readonly stages: readonly KnownStage[];
}

/** What one seat knew at one instant, each item with the report behind it (R13). */
export interface Knew {
  readonly seat: string;
  readonly at: IsoTime;
  readonly events: readonly KnownEvent[];
  readonly letters: readonly KnownLetter[];
  readonly picture: readonly KnownReading[];
  readonly obligations: readonly KnownObligation[];
  readonly disputes: readonly KnownDispute[];
  readonly offers: readonly KnownCourse[];
  /** The seat's own acts, what it was asked to consent to, and orders that were refused. */
  readonly acts: readonly KnownCourse[];
  readonly ending: (Ground & { readonly name: string }) | null;
}
