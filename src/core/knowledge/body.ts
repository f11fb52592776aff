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
  /** The act whose completion it tells, or −1. */
  act: number;
  news: News | null;
}
