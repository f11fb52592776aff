import type { Change } from '../core/history/change.js';
import type { History, HistoryEvent } from '../core/history/event.js';
import type { Span } from '../core/history/span.js';
import { instantSpan } from './public-parts.js';

export type ChangeOf<T extends Change['type']> = Extract<Change, { readonly type: T }>;

/** A change with the event that made it, and when that was. */
export interface Happening<T extends Change['type']> {
  readonly event: HistoryEvent;
  readonly change: ChangeOf<T>;
  readonly at: Span;
}

/** The changes of one type in a history, with the events that made them. */
export function changesOf<T extends Change['type']>(history: History, type: T): Happening<T>[] {
  return history.events.flatMap((event) =>
    event.changes
      .filter((change): change is ChangeOf<T> => change.type === type)
      .map((change) => ({ event, change, at: spanOf(event) })),
  );
}

/** When an event happened: its recorded time, else its exact instant. */
export function spanOf(event: HistoryEvent): Span {
  return event.span ?? instantSpan(event.at);
}

/** What an entry of the record adds to its event: citations, how it was read, a note. */
export function apparatus(event: HistoryEvent): {
  cites: readonly string[];
  basis?: string;
  note?: string;
} {
  return {
    cites: event.cites ?? [],
    ...(event.basis === undefined ? {} : { basis: event.basis }),
    ...(event.note === undefined ? {} : { note: event.note }),
  };
}
