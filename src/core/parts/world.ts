import type { Distribution } from '../chance/distribution.js';
import type { Zone } from '../time/zone.js';
import type { Expression } from '../world/expression.js';

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

export interface Ending {
  readonly name: string;
  readonly title: string;
  readonly when: Expression;
  /** Silences (ms) at which `when` may change its value, ascending. */
  readonly silences: readonly number[];
}

/**
 * A state of the world whose first coming a simulation reports, such as the lifting of a blockade.
 */
export interface Milestone {
  readonly name: string;
  readonly title: string;
  readonly when: Expression;
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
