import { stringify } from 'csv-stringify/sync';
import { formatInstant } from '../core/time/instant.js';
import type { Table, TableBlock, TableColumn } from './table.js';

/** The line of names. */
export function csvHeader({ columns }: Table): string {
  return stringify([columns.map(({ name }) => name)]);
}

/**
 * The lines of a block. A number is written with the digits that tell it from every other double,
 * so that reading it gives the same one back; an instant as ISO 8601 UTC; none as nothing.
 */
export function csvLines({ columns }: Table, { count, values }: TableBlock): string {
  const written = columns.map((column, c) => cellWriter(column, values[c]!));
  const lines: string[] = [];
  for (let row = 0; row < count; row++) {
    lines.push(written.map((cell) => cell(row)).join(','));
  }
  return `${lines.join('\n')}\n`;
}

function cellWriter(
  { type, labels }: TableColumn,
  values: TableBlock['values'][number],
): (row: number) => string {
  if (!(values instanceof Float64Array)) {
    const quoted = remembered(csvCell);
    return (row) => quoted(values[row]!);
  }
  const text = numberText(type, labels);
  return (row) => {
    const value = values[row]!;
    return Number.isNaN(value) ? '' : text(value);
  };
}

function numberText(
  type: TableColumn['type'],
  labels: readonly string[],
): (value: number) => string {
  if (type === 'instant') return formatInstant;
  if (type === 'flag') return (value) => (value === 0 ? 'false' : 'true');
  if (type !== 'category') return String;
  const cells = labels.map(csvCell);
  return (value) => cells[value] ?? '';
}

function csvCell(text: string): string {
  return stringify([[text]], { eof: false });
}

function remembered(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let made = known.get(text);
    if (made === undefined) {
      made = make(text);
      if (known.size < 10_000) known.set(text, made);
    }
    return made;
  };
}
