import type { RowSource } from '../row-source.js';
import type { Values } from '../statistics/moments.js';

/**
 * Most doubles in hand at once (64 MB): the rows are read again where their columns do not fit, so
 * that memory does not grow with runs times columns. With what is made of the column at hand, a
 * summary stays below 500 MB up to a million runs.
 */
const MOST_DOUBLES = 8 * 1024 * 1024;

/** One column, whole, by variant in the order asked for. */
export interface ColumnInHand {
  readonly column: number;
  readonly values: readonly Values[];
}

/** What to read: the columns of some variants, and the number of runs of each. */
interface Wanted {
  readonly variants: readonly number[];
  readonly columns: readonly number[];
  readonly runs: number;
}

/**
 * Gives columns whole, one after the other. A column's values last until the next is asked for.
 *
 * @param most doubles in hand
 * @throws RangeError if a variant has fewer or more rows than runs
 */
export function* columnsInHand(
  source: RowSource,
  { variants, columns, runs }: Wanted,
  most = MOST_DOUBLES,
): Generator<ColumnInHand> {
  const atOnce = Math.max(1, Math.floor(most / Math.max(1, runs * variants.length)));
  for (let from = 0; from < columns.length; from += atOnce) {
    const some = columns.slice(from, from + atOnce);
    const byVariant = variants.map((variant) => readColumns(source, variant, some, runs));
    for (const [i, column] of some.entries()) {
      yield { column, values: byVariant.map((read) => read[i]!) };
    }
  }
}

/** Some columns of one variant, in one pass over its rows; each as long as there are runs. */
export function readColumns(
  source: RowSource,
  variant: number,
  columns: readonly number[],
  runs: number,
): Values[] {
  const width = source.columns.length;
  const read = columns.map(() => new Float64Array(runs));
  let row = 0;
  for (const chunk of source.rows(variant)) {
    const rows = chunk.length / width;
    if (row + rows > runs) throw new RangeError(`variant ${variant} has more than ${runs} rows`);
    for (const [i, column] of columns.entries()) copyColumn(chunk, column, width, read[i]!, row);
    row += rows;
  }
  if (row !== runs) throw new RangeError(`variant ${variant} has ${row} rows, not ${runs}`);
  return read;
}

function copyColumn(
  chunk: Float64Array,
  column: number,
  width: number,
  into: Values,
  at: number,
): void {
  for (let from = column, to = at; from < chunk.length; from += width, to += 1) {
    into[to] = chunk[from]!;
  }
}
