import type { OutcomeColumn } from '../core/history/outcome-columns.js';
import type { Program } from '../core/program.js';
import { TASKS } from '../core/schedule.js';
import type { Batch } from './batch.js';
import { DIVERGENCE_SIDES, type Chunk } from './chunk.js';
import { differencesOf, type DifferenceColumn } from './pairs.js';
import type { Parts } from './parts.js';
import { blocksOf, type PutCell, type Table, type TableColumn } from './table.js';

/** What the tables of a batch are made from. */
export interface Results {
  readonly program: Program;
  readonly batch: Batch;
  readonly columns: readonly OutcomeColumn[];
  readonly parts: Pick<Parts, 'chunks'>;
}

/** The tables of a batch: `runs`, and `pairs` and `events` where it has them. */
export function tablesOf(results: Results): Table[] {
  const { batch } = results;
  return [
    runsTable(results),
    ...(batch.paired ? [pairsTable(results)] : []),
    ...(batch.events ? [eventsTable(results)] : []),
  ];
}

const [HASH_HIGH, HASH_LOW] = ['state_hash_hi', 'state_hash_lo'];

const VARIANT = 'the world that the history is of, by its changes';
const RUN = 'number of the history within its variant: with the seed it names every draw';

function runsTable({ batch, columns, parts }: Results): Table {
  const shown = columns.filter(({ name }) => name !== HASH_HIGH && name !== HASH_LOW);
  const places = shown.map((column) => columns.indexOf(column));
  const [high, low] = [HASH_HIGH, HASH_LOW].map((name) =>
    columns.findIndex((column) => column.name === name),
  ) as [number, number];
  const own = [
    category('variant', VARIANT, batchVariants(batch)),
    integer('run', RUN),
    // In the files an instant is a time, no number of milliseconds.
    ...shown.map((column) => (column.type === 'instant' ? { ...column, unit: 'UTC' } : column)),
    text('state_hash', 'hash of the state at the end (R23), in hex: equal only where all is equal'),
  ];
  const width = columns.length;
  function* rows(): Generator<(put: PutCell) => void> {
    for (const { first, count, rows: byVariant } of parts.chunks()) {
      for (let run = 0; run < count; run++) {
        for (const [variant, values] of byVariant.entries()) {
          const at = run * width;
          yield (put) => {
            put(variant);
            put(first + run);
            for (const place of places) put(values[at + place]!);
            put(`${hex32(values[at + high]!)}${hex32(values[at + low]!)}`);
          };
        }
      }
    }
  }
  return { name: 'runs', columns: own, blocks: () => blocksOf(own, rows) };
}

function pairsTable({ program, batch, columns, parts }: Results): Table {
  const differences = differencesOf(columns, program.closes);
  const ending = columns.findIndex(({ name }) => name === 'ending');
  const { labels } = columns[ending]!;
  const names = batchVariants(batch);
  const own = [
    category('baseline', 'the world compared with', names),
    category('change', 'the world compared', names),
    integer('run', RUN),
    flag('identical', 'both histories are the same to the last event'),
    instant('divergence_at', 'when they first differ'),
    category(
      'divergence_in',
      'in which of the two something happens there that does not in the other',
      DIVERGENCE_SIDES,
    ),
    text('divergence', 'what happens there'),
    integer('unaligned', 'chance draws that only one of the two used (R25)', 'draws'),
    category('baseline_ending', 'how the history of the baseline first ended', labels),
    category('change_ending', 'how the history of the change first ended', labels),
    ...differences.map(({ column }) => column),
  ];
  const width = columns.length;
  function* rows(): Generator<(put: PutCell) => void> {
    for (const chunk of parts.chunks()) {
      for (let run = 0; run < chunk.count; run++) {
        for (let variant = 1; variant < chunk.rows.length; variant++) {
          yield (put) => {
            put(0);
            put(variant);
            put(chunk.first + run);
            putDivergence(put, chunk, variant, run);
            const at = run * width;
            const [before, after] = [chunk.rows[0]!, chunk.rows[variant]!];
            put(before[at + ending]!);
            put(after[at + ending]!);
            putDifferences(put, differences, before, after, at);
          };
        }
      }
    }
  }
  return { name: 'pairs', columns: own, blocks: () => blocksOf(own, rows) };
}

function putDivergence(put: PutCell, { pairs }: Chunk, variant: number, run: number): void {
  const { identical, at, side, reason, reasons, unaligned } = pairs[variant - 1]!;
  put(identical[run]!);
  put(at[run]!);
  put(side[run] === 0 ? Number.NaN : side[run]!);
  put(identical[run] === 1 ? '' : reasons[reason[run]!]!);
  put(unaligned[run]!);
}

function putDifferences(
  put: PutCell,
  differences: readonly DifferenceColumn[],
  before: Float64Array,
  after: Float64Array,
  at: number,
): void {
  for (const { place, of } of differences) put(of(before[at + place]!, after[at + place]!));
}

function eventsTable({ batch, parts }: Results): Table {
  const own = [
    category('variant', VARIANT, batchVariants(batch)),
    integer('run', RUN),
    integer('n', 'number of the event in its history'),
    instant('at', 'when it happens'),
    category('event', 'what happens', TASKS),
    text(
      'name',
      'of what: an id of the record, else what the scenario calls it, or whose meeting it is',
    ),
    text('id', 'identity of the event (R3), in hex: the same in every variant'),
  ];
  function* rows(): Generator<(put: PutCell) => void> {
    for (const { first, count, events } of parts.chunks('with events')) {
      const next = events.map(() => 0);
      for (let run = 0; run < count; run++) {
        for (const [variant, list] of events.entries()) {
          for (let n = 1; n <= list.counts[run]!; n++) {
            const e = next[variant]!++;
            yield (put) => {
              put(variant);
              put(first + run);
              put(n);
              put(list.at[e]!);
              put(list.task[e]!);
              put(list.names[list.name[e]!]!);
              put(`${hex32(list.idHigh[e]!)}${hex32(list.idLow[e]!)}`);
            };
          }
        }
      }
    }
  }
  return { name: 'events', columns: own, blocks: () => blocksOf(own, rows) };
}

function batchVariants({ variants }: Batch): string[] {
  return variants.map(({ name }) => name);
}

function hex32(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

function category(name: string, title: string, labels: readonly string[]): TableColumn {
  return { name, title, type: 'category', unit: '', labels };
}

function integer(name: string, title: string, unit = ''): TableColumn {
  return { name, title, type: 'integer', unit, labels: [] };
}

function flag(name: string, title: string): TableColumn {
  return { name, title, type: 'flag', unit: '', labels: [] };
}

function instant(name: string, title: string): TableColumn {
  return { name, title, type: 'instant', unit: 'UTC', labels: [] };
}

function text(name: string, title: string): TableColumn {
  return { name, title, type: 'text', unit: '', labels: [] };
}
