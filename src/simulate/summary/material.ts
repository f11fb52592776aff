import type { Program } from '../../core/program.js';
import type { Batch } from '../batch.js';
import type { RowSource } from '../row-source.js';
import { columnIndex, ENDING } from './outcome-kinds.js';
import { spanOfTime, type SpanOfTime } from './span-of-time.js';

/** An ending as the outcome column counts it: by position, the last being none in time. */
export interface EndingName {
  readonly name: string;
  readonly title: string;
}

/** All that the parts of a summary are made from. */
export interface Material {
  readonly program: Program;
  readonly batch: Batch;
  readonly source: RowSource;
  readonly span: SpanOfTime;
  readonly endings: readonly EndingName[];
}

export function materialOf(program: Program, batch: Batch, source: RowSource): Material {
  const span = spanOfTime(program, batch);
  return { program, batch, source, span, endings: endingNames(program, source) };
}

/** The labels of the ending's column: the scenario's endings, then none in time. */
function endingNames(program: Program, source: RowSource): EndingName[] {
  const { labels } = source.columns[requiredColumn(source, ENDING)]!;
  return labels.map((name) => {
    const ending = program.endings.find((ending) => ending.name === name);
    return { name, title: ending?.title ?? 'Out of time' };
  });
}

/**
 * Where a column stands that every batch has.
 *
 * @throws Error if it has none of that name
 */
export function requiredColumn(source: RowSource, name: string): number {
  const index = columnIndex(source.columns, name);
  if (index < 0) throw new Error(`the rows of a batch have no column ${name}`);
  return index;
}
