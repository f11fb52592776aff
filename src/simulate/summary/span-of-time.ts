import type { Program } from '../../core/program.js';
import { parseInstant } from '../../core/time/instant.js';
import type { Batch } from '../batch.js';
import type { Values } from '../statistics/moments.js';

export const MS_PER_HOUR = 3_600_000;

/** From when durations count and where they are cut, in ms UTC, and between the two in hours. */
export interface SpanOfTime {
  readonly start: number;
  readonly closes: number;
  readonly hours: number;
}

/** A batch's durations count from the branch, or the opening, to the scenario's close. */
export function spanOfTime(program: Program, batch: Batch): SpanOfTime {
  const branch = batch.branchAt === null ? null : parseInstant(batch.branchAt);
  const start = branch ?? program.opens;
  return { start, closes: program.closes, hours: (program.closes - start) / MS_PER_HOUR };
}

/** Instants as hours after the start; NaN stays NaN. */
export function hoursAfter(instants: Values, { start }: SpanOfTime): Values {
  return instants.map((at) => (at - start) / MS_PER_HOUR);
}
