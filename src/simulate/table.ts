/** One column of a result table, as the codebook tells of it. */
export interface TableColumn {
  readonly name: string;
  /** What it is, in words. */
  readonly title: string;
  readonly type: 'text' | 'integer' | 'number' | 'instant' | 'flag' | 'category';
  /** Empty where it has none. */
  readonly unit: string;
  /** Of a category: its names, by value. */
  readonly labels: readonly string[];
}

/**
 * Some rows of a table, column by column. Numbers, instants (ms UTC), flags (0 or 1) and categories
 * (a position in the labels) are doubles, NaN where there is none; of text the empty one is none.
 */
export interface TableBlock {
  readonly count: number;
  readonly values: readonly (Float64Array | readonly string[])[];
}

/** A result table: what its columns are, and its rows in their order, never all at once. */
export interface Table {
  /** The name of its files: `runs`. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Blocks of {@link BLOCK_ROWS} rows; the last may have fewer. */
  readonly blocks: () => Iterable<TableBlock>;
}

/** Rows that are held at once, and of a row group of Parquet. */
const BLOCK_ROWS = 10_000;

/** Blocks of full size out of rows that come one by one. */
export function* blocksOf(
  columns: readonly TableColumn[],
  fill: () => Iterable<(put: PutCell) => void>,
): Generator<TableBlock> {
  let block = emptyBlock(columns);
  for (const row of fill()) {
    const at = block.count;
    let column = 0;
    row((value) => {
      block.values[column++]![at] = value;
    });
    block.count += 1;
    if (block.count === BLOCK_ROWS) {
      yield block;
      block = emptyBlock(columns);
    }
  }
  if (block.count > 0) yield cut(block);
}

/** Puts the next cell of a row. */
export type PutCell = (value: number | string) => void;

interface FilledBlock {
  count: number;
  readonly values: (Float64Array | string[])[];
}

function emptyBlock(columns: readonly TableColumn[]): FilledBlock {
  return {
    count: 0,
    values: columns.map(({ type }) => (type === 'text' ? [] : new Float64Array(BLOCK_ROWS))),
  };
}

function cut({ count, values }: FilledBlock): TableBlock {
  return {
    count,
    values: values.map((value) => (Array.isArray(value) ? value : value.subarray(0, count))),
  };
}
