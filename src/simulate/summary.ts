import type { SeatDoctrine } from '../core/parts/doctrine.js';
import type { IsoTime } from '../core/history/span.js';

/** A figure with its 95 % interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What a batch came to (`summary.json`; the report and the app draw it). Every share is a frequency
 * under the scenario's assumptions, with interval and number of runs (R27). The same bytes on every
 * machine: nothing in it is rounded, and nothing is computed with an inexact function.
 */
export interface Summary {
  readonly format: 'backchannel-summary/1';
  readonly scenario: { readonly id: string; readonly title: string };
  readonly seed: string;
  readonly runs: number;
  /** From when durations count: the branch, or the opening. */
  readonly start: IsoTime;
  /** The horizon, at which durations are cut. */
  readonly closes: IsoTime;
  readonly doctrines: readonly SeatDoctrine[];
  readonly variants: readonly VariantSummary[];
  /** Each later variant against the first; empty where the batch is not paired. */
  readonly pairs: readonly PairSummary[];
  /** What the figures rest on, in sentences to stand beside them (R27). */
  readonly assumptions: readonly string[];
}

export interface VariantSummary {
  readonly name: string;
  readonly changes: readonly string[];
  /** How histories first ended, in the scenario's order, those without an ending last. */
  readonly endings: readonly Share[];
  /** Time from the start to any ending, to each ending and to each milestone. */
  readonly durations: readonly Survival[];
  readonly numbers: readonly NumberSummary[];
  /** Shares of every other outcome that is a category or a flag. */
  readonly categories: readonly CategorySummary[];
  readonly convergence: readonly Convergence[];
  /** How each ending's share moves with what nobody knows, widest first (tornado). */
  readonly sensitivity: readonly Sensitivity[];
}

export interface Share {
  readonly name: string;
  readonly title: string;
  readonly count: number;
  /** Wilson (1927) score interval. */
  readonly share: Interval;
}

/**
 * The share of all histories still without something, by hours after the start. A history that ends
 * otherwise stays without it: a competing end, not a censored one (Aalen and Johansen 1978). Only
 * the horizon censors. With one kind of end it is the product-limit curve (Kaplan and Meier
 * 1958). Intervals after Rothman (1978): Wilson's, at the number of histories that would give the
 * estimate's variance.
 */
export interface Survival {
  /** `ending` (any), `ending=settled`, or a column: `milestone_lifting`. */
  readonly name: string;
  readonly title: string;
  /** Histories that came to it before the horizon. */
  readonly reached: number;
  /** Hours; the first step stands at 0; at most 200. */
  readonly steps: readonly ({ readonly at: number } & Interval)[];
  /** Hours by which 5, 25, 50, 75 and 95 % of all histories have come to it, or null: fewer do. */
  readonly quantiles: readonly { readonly share: number; readonly at: number | null }[];
  /** The same of those histories that do come to it; empty where none does. */
  readonly among: readonly Quantile[];
}

export interface Quantile {
  readonly share: number;
  readonly at: number;
}

export interface NumberSummary {
  /** Column of `runs`. */
  readonly column: string;
  readonly title: string;
  /** Of a column of instants: hours after the start. */
  readonly unit: string;
  /** Histories that have a value: at least two, else the column is left out. */
  readonly count: number;
  /** Student (1908) interval. */
  readonly mean: Interval;
  readonly sd: number;
  /** Definition 7 of Hyndman and Fan (1996), at 5, 25, 50, 75 and 95 %. */
  readonly quantiles: readonly Quantile[];
}

export interface CategorySummary {
  readonly column: string;
  readonly title: string;
  /** Histories that have a value; shares are of these. */
  readonly count: number;
  /** One per label; of a flag, one: how often it holds. */
  readonly shares: readonly Share[];
}

/** How one ending's share settles as histories are added. */
export interface Convergence {
  readonly ending: string;
  readonly points: readonly ({ readonly runs: number } & Interval)[];
}

export interface Sensitivity {
  /** The unknown or resolve: `kappa`. */
  readonly name: string;
  readonly title: string;
  readonly ending: string;
  /** Histories with its lowest and highest third (or its first and last position). */
  readonly low: SensitivityEnd;
  readonly high: SensitivityEnd;
}

export interface SensitivityEnd {
  readonly label: string;
  readonly runs: number;
  readonly share: Interval;
}

export interface PairSummary {
  readonly baseline: string;
  readonly change: string;
  readonly pairs: number;
  /** Pairs whose histories are the same to the last event. */
  readonly identical: number;
  /** How many histories went from one ending to another. */
  readonly endings: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
  }[];
  readonly differences: readonly Difference[];
  /** Where pairs first part, most frequent first; at most 30 reasons. */
  readonly divergences: readonly Divergence[];
  /** Draws that only one history of a pair used (R25). */
  readonly unaligned: {
    readonly mean: number;
    readonly most: number;
    readonly pairsWithout: number;
  };
}

export interface Divergence {
  readonly reason: string;
  readonly count: number;
  /** Median hours after the start. */
  readonly at: number;
}

/** Paired difference of one outcome, change less baseline. */
export interface Difference {
  /** A column of `runs`, or an ending's share: `ending=war`. */
  readonly column: string;
  readonly title: string;
  readonly unit: string;
  /** Pairs in which both have a value (durations are cut at the horizon, so all have). */
  readonly count: number;
  /** Pairs in which it differs. */
  readonly differing: number;
  /** Means over those pairs. */
  readonly baseline: number;
  readonly change: number;
  /** Of shares Newcombe's (1998, method 10), of numbers Student's over the paired differences. */
  readonly difference: Interval;
  /** Variance of the paired difference, and what it would be were the runs not coupled. */
  readonly pairedVariance: number;
  readonly unpairedVariance: number;
}
