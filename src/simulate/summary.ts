import type { SeatDoctrine } from '../core/run-options.js';
import type { IsoTime } from '../core/history/span.js';

/** A figure with its 95 % interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What a batch came to (`summary.json`; the report and the app draw it). Every share is a frequency
 * under the scenario's assumptions, with interval and number of runs (R27).
 */
export interface Summary {
  readonly format: 'backchannel-summary/1';
  readonly scenario: { readonly id: string; readonly title: string };
  readonly seed: string;
  readonly runs: number;
  /** From when durations count: the branch, or the opening. */
  readonly start: IsoTime;
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
  /** Time from the start to each ending and each milestone. */
  readonly durations: readonly Survival[];
  readonly numbers: readonly NumberSummary[];
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

/** A product-limit curve (Kaplan and Meier 1958): the share still without it, by hours. */
export interface Survival {
  readonly name: string;
  readonly title: string;
  /** Histories that came to it; the others are censored where they end. */
  readonly reached: number;
  /** Hours; at most 200 steps. */
  readonly steps: readonly ({ readonly at: number } & Interval)[];
  /** Hours by which 5, 25, 50, 75 and 95 % have come to it, null where fewer do. */
  readonly quantiles: readonly { readonly share: number; readonly at: number | null }[];
}

export interface NumberSummary {
  /** Column of `runs`. */
  readonly column: string;
  readonly title: string;
  readonly unit: string;
  /** Histories that have a value. */
  readonly count: number;
  readonly mean: Interval;
  readonly sd: number;
  readonly quantiles: readonly { readonly share: number; readonly at: number }[];
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
  readonly low: { readonly label: string; readonly runs: number; readonly share: Interval };
  readonly high: { readonly label: string; readonly runs: number; readonly share: Interval };
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
  /** Where pairs first part, most frequent first. */
  readonly divergences: readonly {
    readonly reason: string;
    readonly count: number;
    /** Median hours after the start. */
    readonly at: number;
  }[];
  /** Draws that only one history of a pair used (R25). */
  readonly unaligned: {
    readonly mean: number;
    readonly most: number;
    readonly pairsWithout: number;
  };
}

/** Paired difference of one outcome, change less baseline. */
export interface Difference {
  readonly column: string;
  readonly title: string;
  readonly unit: string;
  /** Pairs in which both have a value (durations are cut at the horizon, so all have). */
  readonly count: number;
  /** Pairs in which it differs. */
  readonly differing: number;
  readonly baseline: number;
  readonly change: number;
  readonly difference: Interval;
  /** Variance of the paired difference, and what it would be were the runs not coupled. */
  readonly pairedVariance: number;
  readonly unpairedVariance: number;
}
