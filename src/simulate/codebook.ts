import { stringify } from 'csv-stringify/sync';
import type { Table } from './table.js';

const HEADER = ['table', 'column', 'meaning', 'type', 'unit', 'values'];

/** A line for every column of every table: what it means, and what its cells can be. */
export function codebook(tables: readonly Table[]): string {
  const lines = tables.flatMap(({ name, columns }) =>
    columns.map((column) => [
      name,
      column.name,
      column.title,
      column.type,
      column.unit,
      column.labels.filter((label) => label !== '').join('; '),
    ]),
  );
  return stringify([HEADER, ...lines]);
}
