import type { Distribution } from '../chance/distribution.js';
import type { Expression } from '../world/expression.js';

/**
 * How a machine plays a seat: when it meets, what it considers, how it weighs and how it chooses
 * (R7). Its expressions read one row, the seat's own: its picture, what it believes, what it owes
 * and is doing, and the doctrine's parameters; never the world, an unknown, or another seat's row
 * (R11).
 */
export interface Doctrine {
  /** Name within its seat: `fitted`. */
  readonly name: string;
  readonly title: string;
  readonly seat: number;
  /** Where its form and figures come from, in words. */
  readonly source: string;
  /** Instant of the first regular meeting, and time between two, in ms. */
  readonly first: number;
  readonly every: number;
  /** News that calls a meeting besides. */
  readonly calls: readonly Call[];
  /** Length of the periods of its draws (R7), in ms. */
  readonly period: number;
  /** λ: how much a difference of one in utility counts against chance; 0 is blind. */
  readonly precision: Expression;
  /** Named numbers that its expressions read, and that a change or a sweep can set. */
  readonly parameters: readonly Parameter[];
  readonly bargaining: Bargaining;
  readonly options: readonly Option[];
}

export interface Parameter {
  readonly name: string;
  readonly title: string;
  readonly value: number;
}

/** What calls a meeting when it reaches the seat, and how long after (drawn for each). */
export interface Call {
  readonly news: News;
  readonly within: Distribution;
}

/**
 * `dispatch` is any dispatch of another side that the seat reads; the others are reports of that.
 */
export type News =
  | { readonly type: 'dispatch' }
  | { readonly type: 'act' | 'incident' | 'routine'; readonly index: number };

/**
 * How a seat values an offer (bargaining with a risk of breakdown; Nash 1950, Fearon 1995): it
 * weighs `τ·V(deal) + (1−τ)·V(betrayed) − publicness·audience cost` against
 * `(1−h)·V(continue) + h·V(war)`, where τ is its trust in the offeror's side, and
 * `h = 1 − exp(−hazard · replyTakes)` its own estimate of breakdown while a reply travels.
 */
export interface Bargaining {
  /** What each act, once done, is worth to this seat: by index of the act, null for nothing. */
  readonly worth: readonly (Expression | null)[];
  /** Worth of a clause of words alone. */
  readonly words: Expression;
  /** What things are worth as they stand; a deal adds its clauses to it. */
  readonly present: Expression;
  /** V(continue), V(war). */
  readonly continues: Expression;
  readonly war: Expression;
  /** Estimated hazard of breakdown, per ms; negative counts as none. */
  readonly hazard: Expression;
  /** Time that a reply takes, in ms. */
  readonly replyTakes: number;
}

interface OptionBase {
  /** What its draws are named after, the same in every doctrine: `send private_offer`. */
  readonly name: string;
  readonly title: string;
  /** Whether it is considered at all, over the seat's row, or null: always. */
  readonly when: Expression | null;
  readonly utility: Expression;
}

/**
 * Something that a meeting can choose. Replies are considered for each offer open to the seat (of
 * `letters`, or of any where that is null); `leave` leaves that one offer unanswered for a period.
 * Routes are indices of the program's; a consent over route −1 is spoken.
 */
export type Option = OptionBase &
  (
    | { readonly type: 'nothing' }
    | { readonly type: 'act'; readonly act: number }
    | { readonly type: 'send'; readonly letter: number }
    | {
        readonly type: 'accept' | 'decline' | 'leave';
        readonly letters: readonly number[] | null;
        readonly routes: readonly number[];
      }
    | {
        readonly type: 'counter';
        readonly letters: readonly number[] | null;
        readonly routes: readonly number[];
        /** The letter that carries the counter-offer. */
        readonly with: number;
      }
    | {
        /** Of a contested bargain its offeror honours or repudiates the offer (R17). */
        readonly type: 'withdraw' | 'honour' | 'repudiate';
        /** Own letters whose offers it is for, or null: any. */
        readonly letters: readonly number[] | null;
        readonly routes: readonly number[];
      }
    | {
        readonly type: 'consent';
        readonly act: number;
        readonly give: boolean;
        readonly route: number;
      }
  );

/**
 * What a seat keeps to itself (a type in the sense of Harsanyi 1967): drawn at the opening, known
 * to the seat, believed by the others, who learn of it from what reaches them.
 */
export interface Resolve {
  readonly seat: number;
  readonly title: string;
  /** Each with the share with which it is drawn, which is also what the others first believe. */
  readonly positions: readonly {
    readonly name: string;
    readonly share: number;
    readonly value: number;
  }[];
  /** λ of the quantal response by which others read its deeds (McKelvey and Palfrey 1995). */
  readonly precision: number;
  /** What counts as a sign: an act or a letter, and how each position leans to it. */
  readonly signs: readonly {
    readonly type: 'act' | 'letter';
    readonly index: number;
    readonly lean: readonly number[];
  }[];
  /** What of a sign's weight is left for each relay that a letter passed, in [0, 1]. */
  readonly relayed: number;
}

/** Who plays what in a simulation that does not say: from when, and each seat's doctrine. */
export interface Lineup {
  /** Where the record is left, in ms UTC, or null: from the opening. */
  readonly branchAt: number | null;
  /** Indices into `doctrines`. */
  readonly doctrines: readonly number[];
}

/** A seat and the doctrine that plays it, by their names: `kennedy`, `fitted`. */
export interface SeatDoctrine {
  readonly seat: string;
  readonly doctrine: string;
}
