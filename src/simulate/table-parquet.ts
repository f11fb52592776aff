import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { Table, TableBlock, TableColumn } from './table.js';

/** Writes blocks as row groups; the same blocks give the same bytes. */
export interface ParquetTable {
  readonly write: (block: TableBlock) => void;
  readonly end: () => void;
}

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Begins a Parquet file, compressed with Snappy. */
export function openParquet({ columns }: Table, path: string): ParquetTable {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(schemaElement),
  ];
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema,
    createdBy: 'backchannel',
  });
  return {
    write: ({ count, values }) => {
      const columnData = columns.map((column, c) => ({
        name: column.name,
        data: columnValues(column, values[c]!),
      }));
      // Into a file it writes at once; a promise is for other writers.
      void writer.write({ columnData, rowGroupSize: count });
    },
    end: () => {
      void writer.finish();
    },
  };
}

function schemaElement({ name, type }: TableColumn): SchemaElement {
  const base = { name, repetition_type: 'OPTIONAL' } as const;
  switch (type) {
    case 'text':
    case 'category':
      return { ...base, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'integer':
      return { ...base, type: 'INT64' };
    case 'number':
      return { ...base, type: 'DOUBLE' };
    case 'instant':
      return {
        ...base,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      };
    case 'flag':
      return { ...base, type: 'BOOLEAN' };
  }
}

function columnValues(
  { type, labels }: TableColumn,
  values: TableBlock['values'][number],
): unknown[] | Float64Array {
  if (!(values instanceof Float64Array)) return values.map((text) => (text === '' ? null : text));
  if (type === 'number' && !values.some(Number.isNaN)) return values;
  const convert = converter(type, labels);
  return Array.from(values, (value) => (Number.isNaN(value) ? null : convert(value)));
}

function converter(
  type: TableColumn['type'],
  labels: readonly string[],
): (value: number) => unknown {
  switch (type) {
    case 'integer':
    case 'instant':
      return BigInt;
    case 'flag':
      return (value) => value !== 0;
    case 'category':
      return (value) => labels[value] ?? null;
    case 'number':
    case 'text':
      return (value) => value;
  }
}
