import { grouped, type Group } from '../core/grouped.js';
import type { History, HistoryEvent } from '../core/history/event.js';
import { apparatus, changesOf, type ChangeOf, type Happening } from './happenings.js';
import { letterHead, letterTitle } from './letter-head.js';
import type { Directory } from './public-parts.js';
import type { LegView, LetterView } from './replay.js';

/** Every letter of a history, with the legs that it really travelled. */
export function truthLetters(
  history: History,
  directory: Directory,
): Omit<LetterView, 'repliedBy'>[] {
  const legs = grouped(changesOf(history, 'leg'), ({ change }) => change.dispatch);
  const readers = readersOf(history);
  return changesOf(history, 'dispatch').map(({ event, change: { dispatch } }) => ({
    ...letterHead(dispatch),
    title: event.title ?? letterTitle(dispatch, directory),
    side: directory.sideOfSeat(dispatch.from),
    ...apparatus(event),
    ...costNote(event),
    cites: dispatch.cites ?? event.cites ?? [],
    known: dispatch.sent,
    legs: legsOf(legs.get(dispatch.id) ?? [], readers.get(dispatch.id) ?? new Set(), directory),
  }));
}

/** What a letter cost its sender with those who had heard it promise more in public (R18). */
function costNote({ changes }: HistoryEvent): Pick<LetterView, 'note'> {
  const costs = changes.flatMap((change) => (change.type === 'audience cost' ? [change] : []));
  if (costs.length === 0) return {};
  const words = costs.map(({ cost, because }) => `Audience cost ${cost}: ${because}.`);
  return { note: words.join(' ') };
}

/** Who read each dispatch. */
function readersOf(history: History): Map<string, Set<string>> {
  const readers = new Map<string, Set<string>>();
  for (const { change } of changesOf(history, 'delivered')) {
    const { item, seat } = change.delivery;
    if (item.type !== 'dispatch') continue;
    const by = readers.get(item.dispatch.id) ?? new Set();
    readers.set(item.dispatch.id, by.add(seat));
  }
  return readers;
}

function legsOf(
  happenings: readonly Happening<'leg'>[],
  readers: ReadonlySet<string>,
  directory: Directory,
): LegView[] {
  const legs = grouped(happenings, ({ change }) => `${change.route}.${change.leg} ${change.to}`);
  return [...legs.values()]
    .map((steps) => legOf(steps, readers, directory))
    .toSorted((a, b) => a.route - b.route || a.leg - b.leg);
}

function legOf(
  steps: Group<Happening<'leg'>>,
  readers: ReadonlySet<string>,
  directory: Directory,
): LegView {
  const first = steps[0].change;
  const arrival = steps.find(({ change }) => ARRIVALS.has(change.status));
  const arrived = arrival === undefined ? null : (arrival.change.arrives ?? arrival.at);
  const notes = steps.flatMap(({ change }) => change.note ?? []);
  return {
    route: first.route,
    leg: first.leg,
    channel: first.channel,
    from: directory.holder(first.from),
    to: directory.holder(first.to),
    sent: first.sent,
    arrived,
    status: legStatus(steps),
    reads: readers.has(first.to),
    garbled: steps.some(({ change }) => change.status === 'garbled'),
    departureKnown: first.sent,
    arrivalKnown: arrived,
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  };
}

/** A garbled copy is one that arrived, changed. */
const ARRIVALS = new Set<ChangeOf<'leg'>['status']>(['arrived', 'garbled']);

function legStatus(steps: Group<Happening<'leg'>>): LegView['status'] {
  const statuses = steps.map(({ change }) => change.status);
  if (statuses.some((status) => ARRIVALS.has(status))) return 'arrived';
  if (statuses.includes('lost')) return 'lost';
  return statuses.includes('recalled') ? 'recalled' : 'under way';
}
