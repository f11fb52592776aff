import type { CollectionView } from '../../../protocol/reading.js';
import type { ShelfRow } from './shelf-rows.js';

/** Rows under one heading; the heading is null where there is but one group. */
export interface ShelfGroup {
  readonly id: string;
  readonly title: string | null;
  readonly rows: readonly ShelfRow[];
}

/**
 * Rows apart by what is known of their opening and, if wanted, by their collections, in the order
 * of the collections; what nobody knows the opening of stands last.
 */
export function groupRows(
  rows: readonly ShelfRow[],
  collections: readonly CollectionView[] | null,
): readonly ShelfGroup[] {
  const known = rows.filter(({ openness }) => openness !== 'not known when opened');
  const unknown = rows.filter(({ openness }) => openness === 'not known when opened');
  const groups = [
    ...(collections === null
      ? [{ id: 'all', title: null, rows: known }]
      : byCollection(known, collections)),
    { id: 'unknown', title: 'Not known when opened', rows: unknown },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

/** The first rows of the groups, so many in all. */
export function firstRows(groups: readonly ShelfGroup[], count: number): readonly ShelfGroup[] {
  const first: ShelfGroup[] = [];
  let left = count;
  for (const group of groups) {
    if (left <= 0) break;
    first.push({ ...group, rows: group.rows.slice(0, left) });
    left -= group.rows.length;
  }
  return first;
}

function byCollection(
  rows: readonly ShelfRow[],
  collections: readonly CollectionView[],
): readonly ShelfGroup[] {
  const titles = new Map(collections.map(({ id, title }) => [id, title]));
  const groups = new Map<string, ShelfRow[]>(collections.map(({ id }) => [id, []]));
  for (const row of rows) {
    const group = groups.get(row.entry.collection);
    if (group === undefined) groups.set(row.entry.collection, [row]);
    else group.push(row);
  }
  return [...groups].map(([id, rows]) => ({ id, title: titles.get(id) ?? id, rows }));
}
