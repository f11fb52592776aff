import type { Program } from '../../core/program.js';

/**
 * The columns of its own row that a seat's doctrine may name, by index: all but trust in its own
 * side, what it would believe of its own resolve, and `resolve` where it has none to keep.
 */
export function readableColumns(
  { seats, sides, resolves }: Program,
  columns: readonly string[],
  seat: number,
): ReadonlyMap<string, number> {
  const { name, side } = seats[seat]!;
  const none = new Set([`trust_${sides[side]!.name}`, `resolve_of_${name}`]);
  if (!resolves.some((resolve) => resolve.seat === seat)) none.add('resolve');
  return new Map(
    columns.flatMap((column, index) => (none.has(column) ? [] : [[column, index] as const])),
  );
}
