import type { OutcomeColumn } from '../../core/history/outcome-columns.js';

/** Columns that everything else is counted by. */
export const ENDING = 'ending';
export const ENDED_AT = 'ended_at';

const UNKNOWN = 'unknown_';
const RESOLVE = 'resolve_';
const MILESTONE = 'milestone_';
/** A hash says whether two histories are the same, and nothing as a number. */
const HASH = 'state_hash_';

/** Whether a column says what a history was given to begin with, and so is no outcome. */
export function isDrawn({ name }: OutcomeColumn): boolean {
  return name.startsWith(UNKNOWN) || name.startsWith(RESOLVE);
}

/** The column that says when a milestone was reached. */
export function milestoneColumn(name: string): string {
  return `${MILESTONE}${name}`;
}

export function isMilestone({ name }: OutcomeColumn): boolean {
  return name.startsWith(MILESTONE);
}

/** Whether a column has a mean and quantiles worth telling. */
export function isNumber(column: OutcomeColumn): boolean {
  const counts = column.type === 'number' || column.type === 'instant';
  return counts && !isDrawn(column) && !column.name.startsWith(HASH);
}

/** Whether a column, other than the ending, is told as shares. */
export function isCategory(column: OutcomeColumn): boolean {
  const shared = column.type === 'category' || column.type === 'flag';
  return shared && !isDrawn(column) && column.name !== ENDING;
}

/** Whether one can take the value of one history from that of another. */
export function isComparable(column: OutcomeColumn): boolean {
  return isNumber(column) || (isCategory(column) && column.type === 'flag');
}

/** What an unknown or a resolve is called without its prefix: `kappa`, `khrushchev`. */
export function drawnName({ name }: OutcomeColumn): {
  readonly type: 'unknown' | 'resolve';
  readonly name: string;
} {
  return name.startsWith(UNKNOWN)
    ? { type: 'unknown', name: name.slice(UNKNOWN.length) }
    : { type: 'resolve', name: name.slice(RESOLVE.length) };
}

/** Where a column stands; -1 where there is none of that name. */
export function columnIndex(columns: readonly OutcomeColumn[], name: string): number {
  return columns.findIndex((column) => column.name === name);
}
