import type { Program } from '../core/program.js';
import type { Entry } from '../core/parts/record.js';
import type { IsoTime, Span } from '../core/history/span.js';
import { citations, recordedSpan } from '../core/history/naming.js';
import { formatInstant } from '../core/time/instant.js';
import type { RecordedTime } from '../core/time/recorded-time.js';
import type { HolderView, ReplayView } from './replay.js';

/** What a view is of: the record, or the orders of one mechanism. */
export interface HistoryLabel {
  readonly name: string;
  readonly title: string;
}

type PublicParts = Pick<ReplayView, 'lanes' | 'places' | 'sides' | 'seats' | 'tracks'>;

/** What every seat may know of a scenario: who sits where, and what can be reported. */
export function publicParts(program: Program): PublicParts {
  return {
    lanes: program.places.flatMap(({ name, title, lane }) =>
      lane === 'none' ? [] : [{ name, title, kind: lane }],
    ),
    places: program.places.map(({ name, title, zone }) => ({ name, title, zone })),
    sides: program.sides.map(({ name, title }) => ({ name, title })),
    seats: program.seats.map(({ name, title, side, place, observer }) => ({
      name,
      title,
      side: program.sides[side]!.name,
      place: program.places[place]!.name,
      observer,
    })),
    tracks: program.tracks.map(({ name, title, kind, levels, low, high }) => ({
      name,
      title,
      kind,
      levels,
      low,
      high,
    })),
  };
}

/** The scenario's head in a view; `until` is the last instant that the view can hold. */
export function scenarioHead(program: Program, until: IsoTime): ReplayView['scenario'] {
  const { id, title, opens, closes } = program;
  return { id, title, opens: formatInstant(opens), closes: formatInstant(closes), until };
}

/** The sources named by the given citations, in the scenario's order. */
export function citedSources(
  program: Program,
  cites: readonly (readonly string[])[],
): ReplayView['sources'] {
  const cited = new Set(cites.flat().map((cite) => cite.split(' ', 1)[0]));
  return program.sources.filter(({ id }) => cited.has(id));
}

/** Finds holders, places and titles by the names that a history speaks in. */
export interface Directory {
  readonly holder: (name: string) => HolderView;
  /** Names by the program's indices. */
  readonly seat: (index: number) => string;
  readonly side: (index: number) => string;
  readonly sideOfSeat: (seat: string) => string;
  readonly placeOfSeat: (seat: string) => string;
  readonly placeOfSide: (side: string) => string;
  /** Where an event of the record happened, else the given place. */
  readonly placeOfEvent: (id: string, otherwise: string | undefined) => string | undefined;
  /** Where an incident, act or routine without a stated place is drawn. */
  readonly placeOfTemplate: (name: string) => string;
  /** The short title of an entry of the record or of a template, else the name itself. */
  readonly title: (id: string, name: string) => string;
  readonly cites: (entry: string) => readonly string[];
  readonly entry: (id: string) => Entry | undefined;
  readonly sideOfEntry: (id: string) => string;
  /** The recorded time of the stage of an obligation or dispute that was placed at an instant. */
  readonly recordedStage: (id: string, placed: IsoTime) => Span | undefined;
}

/** Builds the directory of a program once per view. */
export function directoryOf(program: Program): Directory {
  const holders = new Map([
    ...program.relays.map((relay) => [relay.name, holderView(program, relay, false)] as const),
    ...program.seats.map((seat) => [seat.name, holderView(program, seat, true)] as const),
  ]);
  const firstPlace = program.places[0]?.name ?? '';
  const placeOfSeat = (seat: string): string => holders.get(seat)?.place ?? firstPlace;
  const titles = titlesOf(program);
  const places = templatePlaces(program);
  const entries = new Map(program.entries.map((entry) => [entry.id, entry]));
  return {
    holder: (name) => holders.get(name) ?? { name, title: name, place: firstPlace, seat: false },
    seat: (index) => program.seats[index]!.name,
    side: (index) => program.sides[index]!.name,
    placeOfSeat,
    sideOfSeat: (name) => {
      const seat = program.seats.find((seat) => seat.name === name);
      return seat === undefined ? '' : program.sides[seat.side]!.name;
    },
    placeOfSide: (name) => {
      const side = program.sides.findIndex((side) => side.name === name);
      return placeOfSeat(program.seats.find((seat) => seat.side === side)?.name ?? '');
    },
    placeOfEvent: (id, otherwise) => {
      const entry = entries.get(id);
      if (entry?.type !== 'incident') return otherwise;
      return program.places[entry.place]?.name ?? otherwise;
    },
    placeOfTemplate: (name) => places.get(name) ?? firstPlace,
    title: (id, name) => entries.get(id)?.title ?? titles.get(name) ?? name,
    entry: (id) => entries.get(id),
    sideOfEntry: (id) => {
      const entry = entries.get(id);
      return entry?.type === 'posture' ? program.sides[entry.side]!.name : '';
    },
    recordedStage: (id, placed) =>
      stagesOf(entries.get(id))
        .map((time) => recordedSpan(program, time))
        .find((span) => span.placed === placed),
    cites: (id) => citations(program, entries.get(id)?.cites ?? []),
  };
}

function stagesOf(entry: Entry | undefined): RecordedTime[] {
  if (entry?.type === 'dispute') return [entry.time, entry.closed].filter((time) => time !== null);
  if (entry?.type !== 'obligation') return [];
  const { time, performed, verified, breached, released } = entry;
  return [time, performed, verified, breached, released].filter((stage) => stage !== null);
}

function holderView(
  program: Program,
  { name, title, place }: { readonly name: string; readonly title: string; readonly place: number },
  seat: boolean,
): HolderView {
  return { name, title, place: program.places[place]!.name, seat };
}

function titlesOf(program: Program): Map<string, string> {
  const { letters, acts, incidents, routines, endings } = program;
  const titled = [letters, acts, incidents, routines, endings].flat();
  return new Map(titled.map(({ name, title }) => [name, title]));
}

/** An event without a stated place is drawn where somebody hears of it at once. */
function templatePlaces(program: Program): Map<string, string> {
  const templates = [...program.incidents, ...program.routines, ...program.acts];
  return new Map(
    templates.flatMap(({ name, learn }) => {
      const seat = learn.find(({ channel }) => channel === -1)?.seat;
      return seat === undefined ? [] : [[name, placeOf(program, program.seats[seat]!.place)]];
    }),
  );
}

function placeOf(program: Program, place: number): string {
  return program.places[place]!.name;
}

/** An exactly known instant as a span. */
export function instantSpan(at: IsoTime): Span {
  return { placed: at, earliest: at, latest: at, precision: 'exact' };
}
