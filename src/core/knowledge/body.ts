import type { Subject } from '../plan.js';
import type { EntryType, EventKind } from '../history/event-kind.js';
import type { Span } from '../history/span.js';

/** What a report is news of, in words; kept only while a log is written. */
export interface News {
  readonly kind: EventKind | EntryType;
  readonly name: string;
  readonly id: string;
  readonly occurred: Span;
  readonly text: string;
  readonly cites: readonly string[];
}

/**
 * What one event's reports carry: the post-event values of the tracks that it wrote (R11). All
 * reports of an event share one body; it goes back to the pool when the last has been delivered.
 */
export interface Body {
  refs: number;
  /** While it is free: the next free body, −1 for none. */
  next: number;
  asOf: number;
  tracks: readonly number[];
  readonly values: Float64Array;
  /** What it is news of, by kind and place in the program, or null: nothing that has one. */
  subject: Subject | null;
  /** The seat and side that did it, −1 for nobody at the table. */
  doer: number;
  side: number;
  news: News | null;
}
