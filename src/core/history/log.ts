import { identityText } from '../chance/identity.js';
import { threefry2x32, word } from '../chance/threefry.js';
import { PURPOSE } from '../purposes.js';
import { formatInstant } from '../time/instant.js';
import { chainHash, digested, textDigest } from './chain.js';
import type { Change, MeetingOption } from './change.js';
import type { Delivery } from './delivery.js';
import type { HistoryEnd, HistoryEvent, HistoryHeader, HistoryText } from './event.js';
import type { EventKind } from './event-kind.js';

/** What an event says of itself besides its changes. */
export type EventDetails = Partial<
  Pick<HistoryEvent, 'span' | 'title' | 'text' | 'place' | 'cites' | 'basis' | 'note' | 'input'>
>;

/** A history while it is being written. */
export interface Log {
  readonly header: HistoryHeader;
  readonly events: HistoryEvent[];
  readonly texts: HistoryText[];
  /** Digest of every text met so far. */
  readonly digests: Map<string, string>;
  /** Salt for the n-th text, in hex. */
  readonly salt: (n: number) => string;
  changes: Change[];
  details: EventDetails;
  /** What the meeting under way has weighed, and the place of the best so far, −1 for none. */
  weighed: MeetingOption[];
  best: number;
  hash: string;
}

/** Begins a log; the chain starts from the header. */
export function createLog(header: HistoryHeader, salt: (n: number) => string): Log {
  const hash = chainHash('', JSON.stringify(header));
  return {
    header,
    events: [],
    texts: [],
    digests: new Map(),
    salt,
    changes: [],
    details: {},
    weighed: [],
    best: -1,
    hash,
  };
}

/**
 * Salts made from the run's own key: a replay from the seed gives the same bytes. A live game whose
 * seed is told afterwards and whose texts may be erased passes random salts instead (R24, R29).
 */
export function seededSalt(keys: Int32Array): (n: number) => string {
  const hi = keys[2 * PURPOSE.salt]!;
  const lo = keys[2 * PURPOSE.salt + 1]!;
  return (n) => {
    threefry2x32(hi, lo, n, 0);
    const first = identityText(word[0]!, word[1]!);
    threefry2x32(hi, lo, n, 1);
    return first + identityText(word[0]!, word[1]!);
  };
}

/** Adds a change to the event under way; callers ask for a log before they build the change. */
export function note(log: Log, change: Change): void {
  log.changes.push(change);
}

/** Adds what a seat was told to the event under way. */
export function noteDelivery(log: Log, delivery: Delivery): void {
  log.changes.push({ type: 'delivered', delivery });
}

/** Closes the event under way: it enters the log if it changed or said anything. */
export function commitEvent(
  log: Log,
  when: { readonly now: number; readonly step: number },
  kind: EventKind,
  name: string,
  id: string,
): void {
  if (log.changes.length === 0 && log.details.input === undefined) {
    log.details = {};
    return;
  }
  const open = {
    type: 'event' as const,
    n: log.events.length + 1,
    at: formatInstant(when.now),
    step: when.step,
    kind,
    name,
    id,
    ...log.details,
    changes: log.changes,
  };
  log.hash = chainHash(
    log.hash,
    digested(open, (text) => digestFor(log, text)),
  );
  log.events.push({ ...open, hash: log.hash });
  log.changes = [];
  log.details = {};
}

/** The last line of a history. */
export function endLog(log: Log, end: Omit<HistoryEnd, 'type' | 'events' | 'hash'>): HistoryEnd {
  const open = { type: 'end' as const, events: log.events.length, ...end };
  return { ...open, hash: chainHash(log.hash, JSON.stringify(open)) };
}

function digestFor(log: Log, text: string): string {
  const known = log.digests.get(text);
  if (known !== undefined) return known;
  const salt = log.salt(log.texts.length);
  const digest = textDigest(salt, text);
  log.texts.push({ type: 'text', digest, salt, text });
  log.digests.set(text, digest);
  return digest;
}
