/**
 * One column of the row that a history comes to. Values are doubles, NaN where there is none: a
 * number in `unit`, an instant in ms UTC, a flag 0 or 1, or a position in `labels`.
 */
export interface OutcomeColumn {
  /** `ending`, `milestone_lifting`, `track_tension`: unique, snake case. */
  readonly name: string;
  /** What it is, in words: the codebook's line. */
  readonly title: string;
  readonly type: 'number' | 'instant' | 'flag' | 'category';
  readonly unit: string;
  /** Of a category: its names, by value. */
  readonly labels: readonly string[];
}
