import type { Distribution } from '../chance/distribution.js';

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
