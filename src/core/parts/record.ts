import type { RecordedTime } from '../time/recorded-time.js';
import type { Expression } from '../world/expression.js';
import type { DispatchKind, Holder, Terms } from './letters.js';
import type { Effect, IncidentKind } from './world.js';

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
  /** Letter of the scenario that it is one of, so that a doctrine knows it by that name, or −1. */
  readonly letter: number;
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
