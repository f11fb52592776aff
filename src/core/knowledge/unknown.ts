import type { Change } from '../history/change.js';
import type { TrackReading, TrackValue } from '../history/delivery.js';
import type { History, HistoryEvent } from '../history/event.js';
import type { IsoTime, Span } from '../history/span.js';
import type { SeatDeliveries } from './deliveries.js';
import { certaintyAt, knew } from './knew.js';
import type { Certainty, Knew } from './known.js';

/** Something that had happened by an instant and that a seat did not, or not surely, know of. */
export interface UnknownThing {
  readonly type: 'event' | 'letter' | 'arrival' | 'obligation' | 'dispute';
  readonly id: string;
  readonly title: string;
  /** `possibly` where the instant falls inside the interval in which it happened. */
  readonly happened: Certainty;
  readonly occurred: Span;
  /** Whether the seat may have known of it. */
  readonly known: 'no' | 'possibly';
}

/** A track of which a seat believed something else than was true, or nothing. */
export interface MistakenTrack {
  readonly track: string;
  readonly truth: TrackValue;
  readonly since: Span;
  readonly believed: TrackValue | null;
}

/** What was true at an instant and unknown to a seat (R13): for control and debriefs alone. */
export interface UnknownTo {
  readonly things: readonly UnknownThing[];
  readonly tracks: readonly MistakenTrack[];
}

interface Thing {
  readonly type: UnknownThing['type'];
  readonly id: string;
  readonly title: string;
  readonly occurred: Span;
}

/**
 * What was true by an instant and unknown to a seat (R13). It reads the whole history, so it is for
 * control and debriefs, never for the seat.
 *
 * @param at milliseconds UTC, or ISO 8601 text with its offset
 */
export function unknownTo(
  history: History,
  deliveries: SeatDeliveries,
  at: number | IsoTime,
): UnknownTo {
  const known = knew(deliveries, at);
  const certainties = certaintiesOf(known);
  const own = ownLetters(history, known.seat);
  const things = history.events.flatMap((event) => thingsOf(event, own));
  return {
    things: things.flatMap((thing) => unknownThing(thing, certainties, known.at)),
    tracks: mistakenTracks(history, known),
  };
}

function unknownThing(
  thing: Thing,
  certainties: ReadonlyMap<string, Certainty>,
  at: IsoTime,
): UnknownThing[] {
  const happened = certaintyAt(thing.occurred, at);
  const known = certainties.get(keyOf(thing.type, thing.id)) ?? 'no';
  if (happened === 'no' || known === 'yes') return [];
  return [{ ...thing, happened, known }];
}

function keyOf(type: UnknownThing['type'], id: string): string {
  return `${type} ${id}`;
}

/** How surely the seat knew each thing; an aspect alone counts as knowing of the event. */
function certaintiesOf(known: Knew): Map<string, Certainty> {
  const certainties = new Map<string, Certainty>();
  function add(type: UnknownThing['type'], id: string, certainty: Certainty): void {
    const key = keyOf(type, id);
    if (certainties.get(key) !== 'yes') certainties.set(key, certainty);
  }
  for (const event of known.events) add('event', event.id, event.known);
  for (const act of known.acts) add('event', act.id, act.stages[0]?.known ?? 'possibly');
  for (const letter of known.letters) {
    add('letter', letter.id, letter.known);
    for (const { route, leg, holder, known: certainty } of letter.handOvers) {
      add('arrival', arrivalId(letter.id, route, leg, holder), certainty);
    }
  }
  for (const { id, stages } of known.obligations) addStages('obligation', id, stages, add);
  for (const { id, stages } of known.disputes) addStages('dispute', id, stages, add);
  return certainties;
}

function addStages(
  type: 'obligation' | 'dispute',
  id: string,
  stages: readonly { readonly status: string; readonly known: Certainty }[],
  add: (type: UnknownThing['type'], id: string, certainty: Certainty) => void,
): void {
  for (const { status, known } of stages) add(type, `${id} ${status}`, known);
}

function arrivalId(dispatch: string, route: number, leg: number, holder: string): string {
  return `${dispatch} ${route}.${leg} ${holder}`;
}

const EVENTFUL = new Set<Change['type']>(['incident', 'posture', 'decision']);

/** Ordering an act is its seat's own affair: what happens is that it is done, or fails. */
function isEventful(change: Change): boolean {
  if (change.type !== 'act') return EVENTFUL.has(change.type);
  return change.status === 'completed' || change.status === 'failed';
}

function thingsOf(event: HistoryEvent, own: ReadonlySet<string>): Thing[] {
  const things = event.changes.flatMap((change) => thingOf(event, change, own));
  const eventful = event.kind === 'routine' || event.changes.some(isEventful);
  if (!eventful) return things;
  return [
    { type: 'event', id: event.id, title: titleOf(event), occurred: spanOf(event) },
    ...things,
  ];
}

function thingOf(event: HistoryEvent, change: Change, own: ReadonlySet<string>): Thing[] {
  switch (change.type) {
    case 'dispatch': {
      const { id, sent } = change.dispatch;
      return [{ type: 'letter', id, title: titleOf(event), occurred: sent }];
    }
    case 'leg': {
      const arrived = change.status === 'arrived' || change.status === 'garbled';
      if (!arrived || !own.has(change.dispatch)) return [];
      const id = arrivalId(change.dispatch, change.route, change.leg, change.to);
      const title = `${change.dispatch} reached ${change.to}`;
      return [{ type: 'arrival', id, title, occurred: change.arrives ?? spanOf(event) }];
    }
    case 'obligation':
      return [
        standing('obligation', change.obligation.id, change.status, change.span ?? spanOf(event)),
      ];
    case 'dispute':
      return [standing('dispute', change.dispute.id, change.status, change.span ?? spanOf(event))];
    default:
      return [];
  }
}

function standing(
  type: 'obligation' | 'dispute',
  id: string,
  status: string,
  occurred: Span,
): Thing {
  return { type, id: `${id} ${status}`, title: `${id} ${status}`, occurred };
}

function titleOf(event: HistoryEvent): string {
  return event.title ?? event.name;
}

/** When an event happened: its recorded time, else its exact instant. */
function spanOf(event: HistoryEvent): Span {
  const { at } = event;
  return event.span ?? { placed: at, earliest: at, latest: at, precision: 'exact' };
}

function ownLetters(history: History, seat: string): Set<string> {
  const dispatches = history.events.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.type === 'dispatch' ? [change.dispatch] : [])),
  );
  return new Set(dispatches.filter(({ from }) => from === seat).map(({ id }) => id));
}

function mistakenTracks(history: History, known: Knew): MistakenTrack[] {
  const truths = new Map<string, { readonly value: TrackValue; readonly since: Span }>();
  for (const event of history.events.filter((event) => event.at <= known.at)) {
    const since = spanOf(event);
    for (const change of event.changes) {
      for (const { track, value } of writtenBy(change)) truths.set(track, { value, since });
    }
  }
  return [...truths].flatMap(([track, { value, since }]) => {
    const believed = known.picture.find((reading) => reading.track === track)?.value ?? null;
    return believed === value ? [] : [{ track, truth: value, since, believed }];
  });
}

/** The values that a change tells of the world; what seats are told at the opening is true. */
function writtenBy(change: Change): readonly TrackReading[] {
  if (change.type === 'track') return [{ track: change.track, value: change.to }];
  if (change.type !== 'delivered' || change.delivery.item.type !== 'opening') return [];
  return change.delivery.item.tracks;
}
