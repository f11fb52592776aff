import type { SeatDoctrine } from '../core/parts/doctrine.js';
import type { IsoTime } from '../core/history/span.js';
import type { TimedInput } from '../core/state.js';

/** How many histories of each world one batch may have. */
export const MOST_RUNS = 10_000_000;

/**
 * What a batch of histories is: all that its results depend on besides the program and the code.
 * Plain data; it stands in the manifest, so that anybody can run it again.
 */
export interface Batch {
  readonly format: 'backchannel-batch/1';
  /** Id of the scenario, and the SHA-256 of its program without changes. */
  readonly scenario: string;
  readonly program: string;
  readonly seed: string;
  /** Histories of each variant: runs 0, 1, … of the seed. */
  readonly runs: number;
  /** Where the record is left, or null: seats follow doctrines, or orders, from the opening. */
  readonly branchAt: IsoTime | null;
  readonly doctrines: readonly SeatDoctrine[];
  /** Whether seats that no doctrine plays follow the record. */
  readonly record: boolean;
  /** Orders that every history is given. */
  readonly orders: readonly TimedInput[];
  /** The first is what the others are compared with. */
  readonly variants: readonly Variant[];
  /** Whether run k of every later variant is compared, draw by draw, with run k of the first. */
  readonly paired: boolean;
  /** Whether every event is written too. */
  readonly events: boolean;
}

/** One world of a batch: the same runs of the same seed under stated changes. */
export interface Variant {
  /** `baseline`, `change`, or the values of its sweeps: `kappa=0.05`. */
  readonly name: string;
  /** Changes in words, in order (R25). */
  readonly changes: readonly string[];
}
