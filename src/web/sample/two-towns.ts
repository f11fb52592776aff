import type { Span } from '../../core/history/span.js';
import type {
  HolderView,
  LegView,
  LetterView,
  MarkView,
  ReplayView,
} from '../../protocol/replay.js';
import { HOUR, MINUTE } from '../time/instant.js';

/** Midnight of the day on which the two towns quarrel. */
export const MIDNIGHT = Date.UTC(1900, 4, 1);

/** An instant so many hours after midnight. */
export function hour(hours: number): number {
  return MIDNIGHT + hours * HOUR;
}

/** A time known to the minute, so many hours after midnight. */
export function at(hours: number): Span {
  return between(hours, hours, hours + 1 / 60 - 1 / (60 * MINUTE), 'minute');
}

/** A time known to lie between two hours, placed at one. */
export function between(
  earliest: number,
  placed: number,
  latest: number,
  precision: Span['precision'] = 'interval',
): Span {
  const iso = (hours: number) => new Date(Math.round(hour(hours))).toISOString();
  return { placed: iso(placed), earliest: iso(earliest), latest: iso(latest), precision };
}

const HOLDERS: Readonly<Record<string, HolderView>> = {
  mayor: { name: 'mayor', title: 'Mayor', place: 'north', seat: true },
  reeve: { name: 'reeve', title: 'Reeve', place: 'south', seat: true },
  ferry: { name: 'ferry', title: 'Ferry house', place: 'landing', seat: false },
};

interface LegInput {
  readonly from: string;
  readonly to: string;
  readonly sent: Span;
  readonly arrived: Span | null;
  readonly known?: { readonly departure: Span | null; readonly arrival: Span | null };
  readonly leg?: number;
}

/** A leg; unless told otherwise, it is known as it happens. */
export function leg(input: LegInput): LegView {
  const { from, to, sent, arrived, known } = input;
  return {
    route: 0,
    leg: input.leg ?? 0,
    channel: 'ferry',
    from: HOLDERS[from]!,
    to: HOLDERS[to]!,
    sent,
    arrived,
    status: arrived === null ? 'under way' : 'arrived',
    reads: to !== 'ferry',
    garbled: false,
    departureKnown: known === undefined ? sent : known.departure,
    arrivalKnown: known === undefined ? arrived : known.arrival,
  };
}

/** A letter from the mayor to the reeve, unless told otherwise. */
export function letter(change: Partial<LetterView> & Pick<LetterView, 'id' | 'sent'>): LetterView {
  return {
    title: `Letter ${change.id}`,
    from: 'mayor',
    to: ['reeve'],
    side: 'northbank',
    kind: 'private letter',
    public: false,
    text: 'About the bridge.',
    give: [],
    ask: [],
    linkage: [],
    refuses: [],
    answer: 'none',
    repliedBy: [],
    cites: [],
    known: change.sent,
    legs: [],
    ...change,
  };
}

/** An incident in the north, unless told otherwise. */
export function mark(change: Partial<MarkView> & Pick<MarkView, 'id' | 'at'>): MarkView {
  return {
    type: 'incident',
    title: `Mark ${change.id}`,
    text: 'A shot at the barrier.',
    place: 'north',
    known: change.at,
    cites: [],
    ...change,
  };
}

const UTC = [{ from: Number.MIN_SAFE_INTEGER, offset: 0, name: 'UTC' }];

/** Two towns and a ferry between them, seen by the truth, with nothing happening yet. */
export function view(change: Partial<ReplayView> = {}): ReplayView {
  return {
    scenario: {
      id: 'two-towns',
      title: 'Two towns',
      opens: new Date(MIDNIGHT).toISOString(),
      closes: new Date(hour(24 * 7)).toISOString(),
      until: new Date(hour(24 * 9)).toISOString(),
    },
    history: { name: 'record', title: 'The record' },
    as: 'truth',
    lanes: [
      { name: 'north', title: 'Northbank', kind: 'main' },
      { name: 'landing', title: 'The landing', kind: 'minor' },
      { name: 'south', title: 'Southbank', kind: 'main' },
    ],
    places: ['north', 'landing', 'south'].map((name) => ({ name, title: name, zone: UTC })),
    sides: [
      { name: 'northbank', title: 'Northbank' },
      { name: 'southbank', title: 'Southbank' },
    ],
    seats: [
      { name: 'mayor', title: 'Mayor', side: 'northbank', place: 'north', observer: false },
      { name: 'reeve', title: 'Reeve', side: 'southbank', place: 'south', observer: false },
    ],
    tracks: [
      { name: 'cannon', title: 'Cannon', kind: 'count', levels: [], low: 0, high: 4 },
      {
        name: 'bridge',
        title: 'Bridge',
        kind: 'level',
        levels: ['open', 'closed'],
        low: 0,
        high: 1,
      },
    ],
    letters: [],
    marks: [],
    reports: [],
    obligations: [],
    disputes: [],
    readings: [],
    ending: null,
    judgements: [],
    sources: [],
    ...change,
  };
}
