import {
  inside,
  spotOf,
  keyOf,
  type SourceFile,
  type Spot,
} from '../../scenario/reading/source-file.js';
import type { Report } from '../../scenario/reading/report.js';
import { nearestName } from '../../scenario/text/nearest-name.js';
import type { DoctrineRow, OptionRow } from '../doctrines-schema.js';

/** A doctrine with those that it is like, the one that stands by itself first. */
export type Lineage = readonly Link[];

interface Link {
  readonly name: string;
  readonly row: DoctrineRow;
  readonly spot: Spot;
}

/** A field with the place where it was written. */
export interface Written<T> {
  readonly value: T;
  readonly spot: Spot;
}

/** Doctrines of one seat by name, and the names whose rows were at fault. */
export interface Siblings {
  readonly seat: string;
  readonly rows: Readonly<Record<string, DoctrineRow>>;
  readonly broken: ReadonlySet<string>;
}

/** Follows `like` up. Null where it leads nowhere or in a circle, after a report of that. */
export function lineageOf(
  { seat, rows, broken }: Siblings,
  name: string,
  file: SourceFile,
  report: Report,
): Lineage | null {
  const chain: string[] = [];
  let next: string | undefined = name;
  while (next !== undefined && Object.hasOwn(rows, next) && !chain.includes(next)) {
    chain.push(next);
    next = rows[next]!.like;
  }
  const spot = spotOf(file, ['doctrines', seat, chain.at(-1)!, 'like']);
  if (next !== undefined) {
    const known = Object.keys(rows);
    if (known.includes(next)) report(spot, 'like-cycle', chain.slice(chain.indexOf(next)));
    else if (!broken.has(next)) {
      report(spot, 'unknown-name', 'doctrine of this seat', next, nearestName(next, known), known);
    }
    return null;
  }
  return chain
    .toReversed()
    .map((one) => ({ name: one, row: rows[one]!, spot: spotOf(file, ['doctrines', seat, one]) }));
}

/** A field as the nearest of the lineage has it. */
export function fieldOf<K extends keyof DoctrineRow>(
  lineage: Lineage,
  field: K,
): Written<NonNullable<DoctrineRow[K]>> | null {
  const link = lineage.findLast(({ row }) => row[field] !== undefined);
  if (link === undefined) return null;
  return { value: link.row[field]!, spot: inside(link.spot, field) };
}

/** The rows of a mapping that each of the lineage adds to, by key, the nearest word of each. */
export function rowsOf<T>(
  lineage: Lineage,
  keys: readonly [string, ...string[]],
): Map<string, Written<T>> {
  const rows = new Map<string, Written<T>>();
  for (const { row, spot } of lineage) {
    let mapping: unknown = row;
    for (const key of keys) mapping = (mapping as Record<string, unknown> | undefined)?.[key];
    for (const [key, value] of Object.entries((mapping ?? {}) as Record<string, T>)) {
      rows.set(key, { value, spot: inside(spot, ...keys, key) });
    }
  }
  return rows;
}

/** The options of a lineage, without those that one of it takes out. */
export function optionRows(lineage: Lineage, report: Report): Map<string, Written<OptionRow>> {
  const rows = new Map<string, Written<OptionRow>>();
  for (const link of lineage) {
    for (const [key, written] of rowsOf<OptionRow>([link], ['options'])) {
      if (written.value !== false) rows.set(key, written);
      else if (!rows.delete(key)) report(keyOf(written.spot), 'removes-nothing', key);
    }
  }
  return rows;
}
