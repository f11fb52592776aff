import type { Distribution } from './chance/distribution.js';
import type { RecordedTime } from './time/recorded-time.js';
import type { Zone } from './time/zone.js';
import type { Expression } from './world/expression.js';

/**
 * A compiled scenario: plain data that can be hashed, cloned to a worker and patched (R10).
 * Everything refers to everything else by its index in the lists below; −1 means none. Times are
 * whole milliseconds UTC, durations milliseconds, rates per millisecond, shares in [0, 1].
 */
export interface Program {
  readonly format: 'backchannel-program/1';
  /** The scenario's folder name. */
  readonly id: string;
  readonly title: string;
  readonly opens: number;
  readonly closes: number;
  /** How far a history goes on after its first ending, or null where it stops there (R22). */
  readonly aftermath: number | null;
  /** Every name that can order events (R3), in code-point order; an index is a rank. */
  readonly names: readonly string[];
  readonly places: readonly Place[];
  readonly sides: readonly Side[];
  readonly seats: readonly Seat[];
  readonly relays: readonly Relay[];
  readonly tracks: readonly Track[];
  readonly unknowns: readonly Unknown[];
  readonly channels: readonly Channel[];
  readonly routes: readonly Route[];
  readonly acts: readonly Act[];
  readonly incidents: readonly Incident[];
  readonly routines: readonly Routine[];
  readonly letters: readonly Letter[];
  readonly endings: readonly Ending[];
  readonly trust: Trust;
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
}

export interface Place {
  readonly name: string;
  readonly title: string;
  readonly zone: Zone;
  /** A main lane of the timeline, a minor (relay) lane, or not drawn. */
  readonly lane: 'main' | 'minor' | 'none';
}

export interface Side {
  readonly name: string;
  readonly title: string;
}

export interface Seat {
  readonly name: string;
  readonly title: string;
  readonly side: number;
  readonly place: number;
  /** The seat it acts for by delegation, or −1. */
  readonly under: number;
  readonly observer: boolean;
  /** What it values, over its own picture (R22), or null. */
  readonly value: Expression | null;
  /** Tracks whose opening values it is told (R11). */
  readonly knows: readonly number[];
}

/** A holder of letters that is nobody's seat: an embassy, a desk, a courier. */
export interface Relay {
  readonly name: string;
  readonly title: string;
  readonly side: number;
  readonly place: number;
}

export type Holder =
  | { readonly type: 'seat'; readonly seat: number }
  | { readonly type: 'relay'; readonly relay: number };

export type TrackKind = 'switch' | 'level' | 'count' | 'share';

export interface Track {
  readonly name: string;
  readonly title: string;
  readonly kind: TrackKind;
  readonly low: number;
  readonly high: number;
  readonly starts: number;
  /** Names of a level's or switch's positions; empty for counts and shares. */
  readonly levels: readonly string[];
  /** What a seat that was never told believes (R11). */
  readonly prior: Distribution;
}

export interface Unknown {
  readonly name: string;
  readonly title: string;
  readonly prior: Distribution;
}

/** What garbling may do to a message, by kind of content (R11). */
export interface Garble {
  readonly chance: number;
  /** Steps by which a level moves. */
  readonly level: number;
  /** Factor by which a count is multiplied or divided. */
  readonly count: number;
  /** Amount by which a share moves. */
  readonly share: number;
  /** Shift of a stated time, in ms. */
  readonly time: number;
  /** Whether a clause can lose its condition. */
  readonly clause: boolean;
}

export interface Channel {
  readonly name: string;
  readonly title: string;
  readonly private: boolean;
  /** Whether events may be reported over it. */
  readonly reports: boolean;
  readonly delay: Distribution;
  readonly loss: number;
  readonly leak: number;
  readonly leaksTo: readonly number[];
  readonly leakDelay: Distribution;
  readonly interceptions: readonly { readonly seat: number; readonly chance: number }[];
  readonly garble: Garble;
  readonly audienceCost: number;
  /** Delay after which the sender learns that a leg over this channel arrived, or null: never. */
  readonly receipt: Distribution | null;
  /** A message over it travels in this many parts, each this much after the one before. */
  readonly parts: number;
  readonly partGap: Distribution;
}

/** A chain of legs; the last leg goes to each addressee. */
export interface Route {
  readonly name: string;
  readonly legs: readonly RouteLeg[];
}

export interface RouteLeg {
  readonly channel: number;
  /** Null: the addressee. */
  readonly to: Holder | null;
}

/** How one seat hears of an event: at once, or over a channel. */
export interface Learn {
  readonly seat: number;
  /** Index of the channel, or −1 for at once. */
  readonly channel: number;
}

/** `track: expression`; all effects of one event are read before any is written (R10). */
export interface Effect {
  readonly track: number;
  readonly value: Expression;
}

export interface Act {
  readonly name: string;
  readonly title: string;
  readonly by: readonly number[];
  readonly takes: Distribution;
  /** World guard, read at the start (R9), or null. */
  readonly when: Expression | null;
  /** Guard over the orderer's own picture (R12), or null. */
  readonly may: Expression | null;
  readonly set: readonly Effect[];
  readonly covers: readonly string[];
  readonly arguably: readonly string[];
  readonly learn: readonly Learn[];
  /** Channel over which failure returns to the orderer, or −1 for at once. */
  readonly failure: number;
  readonly consent: { readonly seat: number; readonly channel: number } | null;
  /** Index of the act whose performance it inspects, or −1. */
  readonly verifies: number;
  readonly detects: number;
  readonly falseAlarm: number;
  readonly doneWhen: Expression | null;
  /** Side that it provokes (lowers trust in the actor when heard of), or −1. */
  readonly provokes: number;
}

export const INCIDENT_KINDS = ['deliberate', 'inadvertent', 'accidental'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export interface Incident {
  readonly name: string;
  readonly title: string;
  readonly kind: IncidentKind;
  readonly when: Expression | null;
  readonly rate: Expression;
  readonly set: readonly Effect[];
  readonly runsAway: Expression | null;
  readonly learn: readonly Learn[];
  /** Side that seats hold responsible for it, or −1. */
  readonly blames: number;
}

export interface Routine {
  readonly name: string;
  readonly title: string;
  readonly first: number;
  /** Period in ms, or 0 for once. */
  readonly every: number;
  readonly when: Expression | null;
  readonly set: readonly Effect[];
  readonly learn: readonly Learn[];
}

export const DISPATCH_KINDS = [
  'private letter',
  'public statement',
  'directive',
  'press release',
  'oral message',
  'cable',
] as const;
export type DispatchKind = (typeof DISPATCH_KINDS)[number];

export interface Clause {
  /** Side that would do it. */
  readonly who: number;
  /** The act, or −1 where the clause is words only. */
  readonly act: number;
  /** The clause in words. */
  readonly says: string;
  /** Allowed time from the start, in ms, or −1. */
  readonly within: number;
  /** Fixed instant by which, or null. */
  readonly by: number | null;
  /** Inspecting act, or −1. */
  readonly verified: number;
  /** Condition in words, or null. */
  readonly condition: string | null;
  readonly covers: readonly string[];
  readonly arguably: readonly string[];
  /** How strongly it is put: offer, hint, warning, commitment… */
  readonly strength: string;
}

/** What a dispatch puts on the table (R16, R19). */
export interface Terms {
  readonly give: readonly Clause[];
  readonly ask: readonly Clause[];
  readonly linkage: readonly string[];
  /** Linkages of the other side that it refuses. */
  readonly refuses: readonly string[];
  /** Milliseconds after sending at which the offer lapses, or −1. */
  readonly lapses: number;
}

export interface Letter {
  readonly name: string;
  readonly title: string;
  readonly from: number;
  readonly to: readonly number[];
  readonly kind: DispatchKind;
  /** Routes that it travels at once. */
  readonly routes: readonly number[];
  readonly terms: Terms;
  readonly text: string;
}

export interface Ending {
  readonly name: string;
  readonly title: string;
  readonly when: Expression;
  /** Silences (ms) at which `when` may change its value, ascending. */
  readonly silences: readonly number[];
}

/** Trust of seats in sides as Beta distributions, and what moves them (R21). */
export interface Trust {
  readonly beliefs: readonly {
    readonly seat: number;
    readonly side: number;
    readonly alpha: number;
    readonly beta: number;
  }[];
  readonly verified: number;
  readonly breach: number;
  readonly dispute: number;
  readonly provocation: number;
  readonly delay: number;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly where: string;
  readonly basis: Basis;
}

/**
 * How a fact was read: whole in an edition, whole on a page, in part, or from memory (not
 * retrieved).
 */
export type Basis = 'xml' | 'page' | 'excerpt' | 'recall';

export interface Citation {
  /** Index into `sources`. */
  readonly source: number;
  /** Where in it: `d65 and fn 0`. */
  readonly locator: string;
}

/** What every entry of the record has (R26). */
export interface EntryBase {
  /** Stable id: `D016`. */
  readonly id: string;
  readonly title: string;
  readonly time: RecordedTime;
  readonly cites: readonly Citation[];
  readonly basis: Basis;
  readonly note: string;
  /** Entries without which this one is overtaken. */
  readonly causes: readonly number[];
  /** World guard; where false the entry is overtaken. */
  readonly guard: Expression | null;
  readonly set: readonly Effect[];
  readonly learn: readonly RecordedLearn[];
}

/** That a seat came to know of an entry, as recorded or as estimated from a channel. */
export interface RecordedLearn {
  /** Its own id (`K03`), or ''. */
  readonly id: string;
  readonly seat: number;
  readonly time: RecordedTime;
  /** Channel, or −1. */
  readonly channel: number;
  /** How, in words. */
  readonly via: string;
  /** Dispatch entry that brought it, or −1. */
  readonly broughtBy: number;
  /** Whether it adds only an aspect of the event (`the shooter was Soviet`), or ''. */
  readonly aspect: string;
  readonly cites: readonly Citation[];
}

export interface DispatchEntry extends EntryBase {
  readonly type: 'dispatch';
  readonly from: number;
  readonly to: readonly number[];
  readonly kind: DispatchKind;
  readonly public: boolean;
  readonly tone: string;
  readonly text: string;
  readonly path: string;
  readonly terms: Terms;
  /** Dispatch entry that it answers, or −1. */
  readonly repliesTo: number;
  /** What it does to that dispatch's offer. */
  readonly answer: Answer;
  readonly legs: readonly RecordedLeg[];
}

/** What a reply does to the offer it names (R16). */
export const ANSWERS = [
  'none',
  'accept',
  'decline',
  'counter',
  'withdraw',
  'honour',
  'repudiate',
] as const;
export type Answer = (typeof ANSWERS)[number];

export interface RecordedLeg {
  /** Legs with the same number form one route, in order. */
  readonly route: number;
  readonly channel: number;
  readonly from: Holder;
  readonly to: Holder;
  readonly sent: RecordedTime;
  readonly arrived: RecordedTime;
  /** Whether the holder reads it, or only carries it. */
  readonly reads: boolean;
  /** Whether the dispatch's sender knows of the arrival when it happens. */
  readonly receipt: boolean;
  readonly parts: number;
  readonly note: string;
  /** Whether the first part's arrival is what `arrived` tells. */
  readonly firstPart: boolean;
  /** Whether its clauses lose their conditions on the way (R11). */
  readonly losesCondition: boolean;
  /** Whether it never arrives: a change of a branch can say so (R25). */
  readonly lost?: true;
}

export interface IncidentEntry extends EntryBase {
  readonly type: 'incident';
  readonly place: number;
  readonly kind: IncidentKind;
  readonly text: string;
  /** Incident whose random trigger is off while this is pending, or −1. */
  readonly standsFor: number;
}

export interface PostureEntry extends EntryBase {
  readonly type: 'posture';
  readonly side: number;
  readonly actor: string;
  readonly posture: string;
  readonly from: string;
  readonly to: string;
  /** Act whose completion it stands for, or −1. */
  readonly standsFor: number;
}

export interface DecisionEntry extends EntryBase {
  readonly type: 'decision';
  readonly seat: number;
  readonly body: string;
  readonly text: string;
  readonly advice: readonly { readonly by: string; readonly says: string }[];
}

export interface ObligationEntry extends EntryBase {
  readonly type: 'obligation';
  readonly obligor: number;
  readonly beneficiaries: readonly number[];
  readonly text: string;
  readonly act: number;
  /** Dispatch entry that made it, or −1. */
  readonly madeIn: number;
  readonly condition: string;
  readonly due: RecordedTime | null;
  readonly performed: RecordedTime | null;
  readonly verified: RecordedTime | null;
  readonly breached: RecordedTime | null;
  readonly released: RecordedTime | null;
  readonly verification: string;
  readonly status: string;
}

export interface DisputeEntry extends EntryBase {
  readonly type: 'dispute';
  readonly parties: readonly number[];
  readonly about: DisputeAbout;
  /** Obligation entry, or −1. */
  readonly obligation: number;
  readonly issue: string;
  readonly positions: readonly { readonly who: string; readonly says: string }[];
  readonly closed: RecordedTime | null;
  readonly outcome: string;
}

export const DISPUTE_ABOUTS = ['scope', 'performance', 'verification', 'form'] as const;
export type DisputeAbout = (typeof DISPUTE_ABOUTS)[number];

export type Entry =
  DispatchEntry | IncidentEntry | PostureEntry | DecisionEntry | ObligationEntry | DisputeEntry;
