import type { DateView, ShelfEntry } from '../../../protocol/reading.js';
import { dayAfter, daysOf, type Day } from './day.js';

/** Whether anybody could read a document on a day. */
export type Openness = 'open' | 'possibly open' | 'not open' | 'not known when opened';

/** A document is open from the day it was let out; within an interval nobody can say. */
export function opennessOn(open: DateView | null, day: Day): Openness {
  if (open === null) return 'not known when opened';
  const { first, last } = daysOf(open);
  if (last <= day) return 'open';
  return first <= day ? 'possibly open' : 'not open';
}

/** A day on which documents came out. */
export interface NotableDay {
  /** The first on which they were surely open. */
  readonly day: Day;
  /** The last on which they were surely not. */
  readonly before: Day;
  /** As the shelf has it, such as `1996`. */
  readonly text: string;
  /** Whether they had been sealed, rather than not yet published. */
  readonly released: boolean;
  readonly documents: number;
  /** What they belong to. */
  readonly collections: readonly string[];
}

/** The days on which documents of the shelf came out, earliest first; releases apart. */
export function notableDays(entries: readonly ShelfEntry[]): readonly NotableDay[] {
  const days = new Map<string, NotableDay>();
  for (const { open, custody, collection } of entries) {
    if (open === null) continue;
    const released = custody !== null;
    const key = `${open.earliest} ${open.latest} ${released}`;
    const before = days.get(key) ?? emptyDay(open, released);
    const collections = [...new Set([...before.collections, collection])];
    days.set(key, { ...before, documents: before.documents + 1, collections });
  }
  return [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

function emptyDay(open: DateView, released: boolean): NotableDay {
  const { first, last } = daysOf(open);
  return {
    day: last,
    before: dayAfter(first, -1),
    text: open.text,
    released,
    documents: 0,
    collections: [],
  };
}
