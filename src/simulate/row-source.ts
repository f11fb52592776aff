import type { OutcomeColumn } from '../core/history/outcome-columns.js';

/**
 * What a batch came to, row by row, to be read as often as a statistic needs it, so that nothing
 * has to be held that grows with the number of runs and columns.
 */
export interface RowSource {
  readonly columns: readonly OutcomeColumn[];
  /**
   * The rows of one variant in the order of their runs, in chunks of whole rows: run-major, one
   * double per column. A chunk may be written over once the next is asked for.
   */
  readonly rows: (variant: number) => Iterable<Float64Array>;
  /** One per run, in order; asked for later variants of a paired batch alone. */
  readonly pairs: (variant: number) => Iterable<PairRow>;
}

/** How run k of a later variant parts from run k of the first. */
export interface PairRow {
  /** Whether both are the same to the last event. */
  readonly identical: boolean;
  /** Instant of the first divergence, ms UTC, and what happens then, in words; or NaN and ''. */
  readonly at: number;
  readonly divergence: string;
  /** In which of the two it happens; '' if in none. */
  readonly in: 'baseline' | 'change' | 'both' | '';
  /** Draws that only one of the two used (R25). */
  readonly unaligned: number;
}
