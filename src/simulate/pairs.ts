import type { OutcomeColumn } from '../core/history/outcome-columns.js';
import type { TableColumn } from './table.js';

/** A column of `pairs` that says by how much an outcome differs: change less baseline. */
export interface DifferenceColumn {
  readonly column: TableColumn;
  /** Where the outcome stands in a row. */
  readonly place: number;
  readonly of: (baseline: number, change: number) => number;
}

const HOUR = 3_600_000;

/** What of a row says nothing by its difference: it names or counts the history itself. */
const NO_OUTCOME: ReadonlySet<string> = new Set(['state_hash_hi', 'state_hash_lo']);

/**
 * The differences of every outcome that has one: numbers and flags (NaN where either has none), and
 * instants in hours, where what did not happen counts as the horizon (in ms UTC).
 */
export function differencesOf(
  columns: readonly OutcomeColumn[],
  horizon: number,
): DifferenceColumn[] {
  return columns.flatMap(({ name, title, type, unit }, place) => {
    if (type === 'category' || NO_OUTCOME.has(name)) return [];
    const isInstant = type === 'instant';
    const column = {
      name: `difference_${name}`,
      title: `${title}: change less baseline${isInstant ? ', cut at the close' : ''}`,
      type: 'number',
      unit: isInstant ? 'hours' : unit,
      labels: [],
    } as const;
    const of = isInstant ? hoursBetween(horizon) : (a: number, b: number) => b - a;
    return [{ column, place, of }];
  });
}

function hoursBetween(horizon: number): DifferenceColumn['of'] {
  // Math.min gives NaN for NaN, which is what did not happen.
  const cut = (at: number) => (Number.isNaN(at) ? horizon : Math.min(at, horizon));
  return (baseline, change) => (cut(change) - cut(baseline)) / HOUR;
}
