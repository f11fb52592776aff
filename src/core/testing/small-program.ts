import type { Distribution } from '../chance/distribution.js';
import type { Channel, Clause, DispatchKind, Garble, Holder, Terms } from '../parts/letters.js';
import type { Act, Effect, IncidentKind, Learn, Track, Trust } from '../parts/world.js';
import type { Resolve } from '../parts/doctrine.js';
import type { Program } from '../program.js';
import type { Entry } from '../parts/record.js';
import type { Expression } from '../world/expression.js';
import type { Formula } from './formula.js';
import { expressionOf } from './formula.js';
import type { Delay, Named } from './small-words.js';
import { delayOf, indexIn } from './small-words.js';
import type { SmallDoctrine } from './small-doctrine.js';
import { smallDoctrines } from './small-doctrine.js';

export const HOUR = 3_600_000;
/** 1900-05-01T06:00Z, the opening of every small program. */
export const OPENS = -2_198_599_200_000;

const UTC = [{ from: Number.MIN_SAFE_INTEGER, offset: 0, name: 'UTC' }];

/** Who hears how: a channel's name or `at once`; the seat `everyone` is all. */
type LearnWords = Named<string>;

export interface SmallTrack {
  readonly levels?: readonly string[];
  readonly switch?: true;
  readonly count?: readonly [number, number];
  readonly share?: readonly [number, number];
  readonly starts: number;
  readonly prior?: Distribution;
}

export interface SmallChannel {
  readonly delay?: Delay;
  readonly public?: true;
  readonly loss?: number;
  readonly leak?: number;
  readonly leaksTo?: readonly string[];
  readonly leakDelay?: Delay;
  readonly intercepted?: Named<number>;
  readonly garble?: Partial<Garble>;
  readonly audienceCost?: number;
  readonly receipt?: Delay;
  readonly parts?: number;
  readonly partGap?: Delay;
}

export interface SmallAct {
  readonly by: string | readonly string[];
  readonly takes?: Delay;
  readonly when?: Formula;
  readonly may?: Formula;
  readonly set?: Named<Formula>;
  readonly covers?: readonly string[];
  readonly arguably?: readonly string[];
  readonly learn?: LearnWords;
  readonly failure?: string;
  readonly consent?: string;
  readonly consentBy?: string;
  readonly verifies?: string;
  readonly detects?: number;
  readonly falseAlarm?: number;
  readonly doneWhen?: Formula;
  readonly provokes?: string;
}

export interface SmallIncident {
  readonly rate: Formula;
  readonly kind?: IncidentKind;
  readonly when?: Formula;
  readonly set?: Named<Formula>;
  readonly runsAway?: Formula;
  readonly learn?: LearnWords;
  readonly blames?: string;
}

export interface SmallRoutine {
  /** Hours after the opening. */
  readonly first: number;
  /** Hours; 0 for once. */
  readonly every: number;
  readonly when?: Formula;
  readonly set?: Named<Formula>;
  readonly learn?: LearnWords;
}

export interface SmallClause {
  readonly do?: string;
  readonly says?: string;
  readonly who?: string;
  /** Hours. */
  readonly within?: number;
  readonly by?: number;
  readonly verified?: string;
  readonly condition?: string;
}

export interface SmallLetter {
  readonly from: string;
  readonly to: readonly string[];
  readonly by: readonly string[];
  readonly kind?: DispatchKind;
  readonly text?: string;
  readonly give?: readonly SmallClause[];
  readonly ask?: readonly SmallClause[];
  readonly linkage?: readonly string[];
  /** Hours. */
  readonly lapses?: number;
}

/** What a seat keeps to itself: positions as `[share, value]`, and how they lean to signs. */
export interface SmallResolve {
  readonly positions: Named<readonly [number, number]>;
  readonly precision?: number;
  readonly relayed?: number;
  readonly acts?: Named<readonly number[]>;
  readonly letters?: Named<readonly number[]>;
}

export interface SmallSeat {
  readonly side: string;
  readonly under?: string;
  readonly observer?: true;
  readonly value?: Formula;
  readonly knows?: readonly string[];
}

/** A scenario as a test writes it: everything by name, everything optional. */
export interface Small {
  readonly seats?: Named<SmallSeat>;
  readonly relays?: Named<string>;
  readonly tracks?: Named<SmallTrack>;
  readonly unknowns?: Named<Distribution>;
  readonly channels?: Named<SmallChannel>;
  /** Legs `[channel, relay]`; the last names no relay and goes to the addressee. */
  readonly routes?: Named<readonly (readonly [string, string?])[]>;
  readonly acts?: Named<SmallAct>;
  readonly incidents?: Named<SmallIncident>;
  readonly routines?: Named<SmallRoutine>;
  readonly letters?: Named<SmallLetter>;
  /** A formula, or the formula and the silences (hours) that it compares with. */
  readonly endings?: Named<
    Formula | { readonly when: Formula; readonly silences: readonly number[] }
  >;
  readonly milestones?: Named<Formula>;
  readonly resolves?: Named<SmallResolve>;
  /** By seat, then by the doctrine's name. */
  readonly doctrines?: Named<Named<SmallDoctrine>>;
  readonly trust?: Partial<Trust>;
  readonly entries?: readonly Entry[];
  /** Hours after the opening. */
  readonly closes?: number;
  readonly aftermath?: number;
}

const TWO_SEATS: Named<SmallSeat> = { mayor: { side: 'north' }, reeve: { side: 'south' } };

interface Names {
  readonly sides: readonly string[];
  readonly seats: readonly string[];
  readonly relays: readonly string[];
  readonly tracks: readonly string[];
  readonly unknowns: readonly string[];
  readonly channels: readonly string[];
  readonly routes: readonly string[];
  readonly acts: readonly string[];
}

/** Builds a Program from a test's words, with one place and no delays unless said otherwise. */
export function smallProgram(small: Small): Program {
  const program = withoutDoctrines(small);
  return { ...program, doctrines: smallDoctrines(program, small.doctrines ?? {}) };
}

function withoutDoctrines(small: Small): Program {
  const seats = small.seats ?? TWO_SEATS;
  const names = namesOf(small, seats);
  const { tracks } = names;
  return {
    format: 'backchannel-program/1',
    id: 'small',
    title: 'A small program',
    opens: OPENS,
    closes: OPENS + (small.closes ?? 168) * HOUR,
    aftermath: small.aftermath === undefined ? null : OPENS + small.aftermath * HOUR,
    names: allNames(small, names),
    places: [{ name: 'here', title: 'Here', zone: UTC, lane: 'main' }],
    sides: names.sides.map((name) => ({ name, title: name })),
    seats: Object.entries(seats).map(([name, seat]) => ({
      name,
      title: name,
      side: names.sides.indexOf(seat.side),
      place: 0,
      under: seat.under === undefined ? -1 : indexIn(names.seats, seat.under),
      observer: seat.observer ?? false,
      value: optional(names, seat.value),
      knows: (seat.knows ?? tracks).map((track) => indexIn(tracks, track)),
    })),
    relays: Object.entries(small.relays ?? {}).map(([name, side]) => ({
      name,
      title: name,
      side: indexIn(names.sides, side),
      place: 0,
    })),
    tracks: Object.entries(small.tracks ?? {}).map(([name, track]) => trackOf(name, track)),
    unknowns: Object.entries(small.unknowns ?? {}).map(([name, prior]) => ({
      name,
      title: name,
      prior,
    })),
    channels: Object.entries(small.channels ?? {}).map(([name, c]) => channelOf(names, name, c)),
    routes: routesOf(small, names),
    acts: Object.entries(small.acts ?? {}).map(([name, act]) => actOf(names, name, act)),
    ...eventsOf(small, names),
    letters: Object.entries(small.letters ?? {}).map(([name, letter]) => ({
      name,
      title: name,
      from: indexIn(names.seats, letter.from),
      to: letter.to.map((seat) => indexIn(names.seats, seat)),
      kind: letter.kind ?? 'private letter',
      routes: letter.by.map((route) => indexIn(names.routes, route)),
      text: letter.text ?? '',
      terms: termsOf(small, names, seats, letter),
    })),
    endings: endingsOf(small, names),
    ...aimsOf(small, names),
    doctrines: [],
    lineup: { branchAt: null, doctrines: [] },
    trust: {
      beliefs: [],
      verified: 1,
      breach: 2,
      dispute: 0.5,
      provocation: 1,
      delay: 0.5,
      ...small.trust,
    },
    entries: small.entries ?? [],
    sources: [],
  };
}

function aimsOf(small: Small, names: Names): Pick<Program, 'milestones' | 'resolves'> {
  return {
    milestones: Object.entries(small.milestones ?? {}).map(([name, when]) => ({
      name,
      title: name,
      when: expressionOf(names, when),
    })),
    resolves: Object.entries(small.resolves ?? {}).map(([seat, resolve]) =>
      resolveOf(small, names, seat, resolve),
    ),
  };
}

function resolveOf(
  small: Small,
  names: Names,
  seat: string,
  { positions, precision = 1, relayed = 1, acts = {}, letters = {} }: SmallResolve,
): Resolve {
  const letterNames = Object.keys(small.letters ?? {});
  return {
    seat: indexIn(names.seats, seat),
    title: `resolve of ${seat}`,
    positions: Object.entries(positions).map(([name, [share, value]]) => ({ name, share, value })),
    precision,
    relayed,
    signs: [
      ...Object.entries(acts).map(([name, lean]) => ({
        type: 'act' as const,
        index: indexIn(names.acts, name),
        lean,
      })),
      ...Object.entries(letters).map(([name, lean]) => ({
        type: 'letter' as const,
        index: indexIn(letterNames, name),
        lean,
      })),
    ],
  };
}

function endingsOf(small: Small, names: Names): Program['endings'] {
  return Object.entries(small.endings ?? {}).map(([name, ending]) => {
    const mapping = typeof ending === 'object' && 'when' in ending;
    return {
      name,
      title: name,
      when: expressionOf(names, mapping ? ending.when : ending),
      silences: mapping ? ending.silences.map((hours) => hours * HOUR) : [],
    };
  });
}

function namesOf(small: Small, seats: Named<SmallSeat>): Names {
  const channels = Object.keys(small.channels ?? {});
  return {
    sides: [...new Set(Object.values(seats).map(({ side }) => side))],
    seats: Object.keys(seats),
    relays: Object.keys(small.relays ?? {}),
    tracks: Object.keys(small.tracks ?? {}),
    unknowns: Object.keys(small.unknowns ?? {}),
    channels,
    routes: [...channels, ...Object.keys(small.routes ?? {})],
    acts: Object.keys(small.acts ?? {}),
  };
}

function allNames(small: Small, names: Names): string[] {
  const all = [
    ...names.sides,
    ...names.seats,
    ...names.relays,
    ...names.tracks,
    ...names.unknowns,
    ...names.routes,
    ...names.acts,
    ...Object.keys(small.incidents ?? {}),
    ...Object.keys(small.routines ?? {}),
    ...Object.keys(small.letters ?? {}),
    ...Object.keys(small.endings ?? {}),
    ...Object.keys(small.milestones ?? {}),
    ...(small.entries ?? []).map(({ id }) => id),
  ];
  return [...new Set(all)].toSorted();
}

function optional(names: Names, formula: Formula | undefined): Expression | null {
  return formula === undefined ? null : expressionOf(names, formula);
}

function trackOf(name: string, track: SmallTrack): Track {
  const { starts } = track;
  const levels = track.levels ?? (track.switch === true ? ['off', 'on'] : []);
  const [low, high] = track.count ?? track.share ?? [0, levels.length - 1];
  const numeric = track.count === undefined ? 'share' : 'count';
  const worded = track.switch === true ? 'switch' : 'level';
  const kind = levels.length > 0 ? worded : numeric;
  const prior = track.prior ?? { type: 'uniform', low, high };
  return { name, title: name, kind, low, high, starts, levels, prior };
}

function channelOf(names: Names, name: string, c: SmallChannel): Channel {
  const garble = { chance: 0, level: 1, count: 2, share: 0.1, time: 24 * HOUR, clause: true };
  return {
    name,
    title: name,
    private: c.public !== true,
    reports: true,
    delay: delayOf(c.delay),
    loss: c.loss ?? 0,
    leak: c.leak ?? 0,
    leaksTo: (c.leaksTo ?? []).map((seat) => indexIn(names.seats, seat)),
    leakDelay: delayOf(c.leakDelay),
    interceptions: Object.entries(c.intercepted ?? {}).map(([seat, chance]) => ({
      seat: indexIn(names.seats, seat),
      chance,
    })),
    garble: { ...garble, ...c.garble },
    audienceCost: c.audienceCost ?? 0,
    receipt: c.receipt === undefined ? null : delayOf(c.receipt),
    parts: c.parts ?? 1,
    partGap: delayOf(c.partGap),
  };
}

function routesOf(small: Small, names: Names): Program['routes'] {
  const straight = names.channels.map((name, channel) => ({
    name,
    legs: [{ channel, to: null }],
  }));
  const chained = Object.entries(small.routes ?? {}).map(([name, legs]) => ({
    name,
    legs: legs.map(([channel, to]) => ({
      channel: indexIn(names.channels, channel),
      to: to === undefined ? null : holderOf(names, to),
    })),
  }));
  return [...straight, ...chained];
}

/** A seat or relay by its name, as a holder of letters. */
function holderOf(names: Names, name: string): Holder {
  const seat = names.seats.indexOf(name);
  if (seat >= 0) return { type: 'seat', seat };
  return { type: 'relay', relay: indexIn(names.relays, name) };
}

function effectsOf(names: Names, set: Named<Formula> | undefined): Effect[] {
  return Object.entries(set ?? {}).map(([track, formula]) => ({
    track: indexIn(names.tracks, track),
    value: expressionOf(names, formula),
  }));
}

function learnOf(names: Names, words: LearnWords | undefined): Learn[] {
  return Object.entries(words ?? {}).flatMap(([who, how]) => {
    const channel = how === 'at once' ? -1 : indexIn(names.channels, how);
    const seats = who === 'everyone' ? names.seats : [who];
    return seats.map((seat) => ({ seat: indexIn(names.seats, seat), channel }));
  });
}

function actOf(names: Names, name: string, act: SmallAct): Act {
  const by = typeof act.by === 'string' ? [act.by] : act.by;
  const channel = (words: string | undefined): number =>
    words === undefined ? -1 : indexIn(names.channels, words);
  return {
    name,
    title: name,
    by: by.map((seat) => indexIn(names.seats, seat)),
    takes: delayOf(act.takes),
    when: optional(names, act.when),
    may: optional(names, act.may),
    set: effectsOf(names, act.set),
    covers: act.covers ?? [],
    arguably: act.arguably ?? [],
    learn: learnOf(names, act.learn),
    failure: channel(act.failure),
    consent:
      act.consent === undefined
        ? null
        : { seat: indexIn(names.seats, act.consent), channel: channel(act.consentBy) },
    verifies: act.verifies === undefined ? -1 : indexIn(names.acts, act.verifies),
    detects: act.detects ?? 1,
    falseAlarm: act.falseAlarm ?? 0,
    doneWhen: optional(names, act.doneWhen),
    provokes: act.provokes === undefined ? -1 : indexIn(names.sides, act.provokes),
  };
}

function eventsOf(small: Small, names: Names): Pick<Program, 'incidents' | 'routines'> {
  return {
    incidents: Object.entries(small.incidents ?? {}).map(([name, incident]) => ({
      name,
      title: name,
      kind: incident.kind ?? 'accidental',
      when: optional(names, incident.when),
      rate: expressionOf(names, incident.rate),
      set: effectsOf(names, incident.set),
      runsAway: optional(names, incident.runsAway),
      learn: learnOf(names, incident.learn),
      blames: incident.blames === undefined ? -1 : indexIn(names.sides, incident.blames),
    })),
    routines: Object.entries(small.routines ?? {}).map(([name, routine]) => ({
      name,
      title: name,
      first: OPENS + routine.first * HOUR,
      every: routine.every * HOUR,
      when: optional(names, routine.when),
      set: effectsOf(names, routine.set),
      learn: learnOf(names, routine.learn),
    })),
  };
}

function termsOf(small: Small, names: Names, seats: Named<SmallSeat>, letter: SmallLetter): Terms {
  const side = (seat: string): string => seats[seat]!.side;
  const clause = (words: SmallClause, whose: string): Clause => {
    const act = words.do === undefined ? undefined : small.acts![words.do]!;
    return {
      who: indexIn(names.sides, words.who ?? whose),
      act: words.do === undefined ? -1 : indexIn(names.acts, words.do),
      says: words.says ?? words.do ?? '',
      within: words.within === undefined ? -1 : words.within * HOUR,
      by: words.by === undefined ? null : OPENS + words.by * HOUR,
      verified: words.verified === undefined ? -1 : indexIn(names.acts, words.verified),
      condition: words.condition ?? null,
      covers: act?.covers ?? [],
      arguably: act?.arguably ?? [],
      strength: '',
    };
  };
  return {
    give: (letter.give ?? []).map((words) => clause(words, side(letter.from))),
    ask: (letter.ask ?? []).map((words) => clause(words, side(letter.to[0]!))),
    linkage: letter.linkage ?? [],
    refuses: [],
    lapses: letter.lapses === undefined ? -1 : letter.lapses * HOUR,
  };
}
