import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { citations } from '../../src/core/history/naming.js';
import type { Program } from '../../src/core/program.js';
import type { Entry, EntryBase } from '../../src/core/parts/record.js';
import { formatInstant, parseInstant } from '../../src/core/time/instant.js';
import type { RecordedTime } from '../../src/core/time/recorded-time.js';
import { localText } from '../../src/core/time/zone.js';
import { compileScenario } from '../../src/scenario/compile.js';

/**
 * The record against the ledger of facts that it was written from, and its words against the
 * ledger's and the founding sources'. Both stand beside the checkout, not in it; without them
 * these tests skip.
 */
const SHARED = new URL('../../../shared/', import.meta.url);
const LEDGER = new URL('history/cuban-missile-crisis-ledger.json', SHARED);
const HERE = existsSync(LEDGER);
interface LedgerTime {
  readonly utc?: string;
  readonly date?: string;
  readonly precision: string;
}

interface LedgerRow {
  readonly id: string;
  readonly cites: readonly string[];
  readonly basis?: string;
  readonly public?: boolean;
  readonly sent?: LedgerTime;
  readonly at?: LedgerTime;
  readonly opened?: LedgerTime;
  readonly closed?: LedgerTime | null;
  readonly due?: LedgerTime | null;
  readonly performed?: LedgerTime | null;
  readonly receipts?: readonly { readonly who: string; readonly at: LedgerTime }[];
}

const KINDS = {
  dispatches: 'dispatch',
  incidents: 'incident',
  decisions: 'decision',
  postures: 'posture',
  obligations: 'obligation',
  disputes: 'dispute',
} as const;

type Ledger = Readonly<Record<keyof typeof KINDS, readonly LedgerRow[]>>;

function compiled(): Program {
  const names = ['scenario.yaml', 'record.yaml', 'sources.yaml'];
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
  const files = new Map(names.map((name) => [name, read(name)]));
  const result = compileScenario('cuban-missile-crisis', files);
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return result.program;
}

const program = compiled();
const entries = new Map(program.entries.map((entry) => [entry.id, entry]));
const ledger = HERE ? (JSON.parse(readFileSync(LEDGER, 'utf8')) as Ledger) : null;
const rows =
  ledger === null ? [] : Object.keys(KINDS).flatMap((kind) => ledger[kind as keyof Ledger]);

/** The civil day of an instant by the clock of the place that a time was recorded for. */
function dayOf(instant: number, { place }: RecordedTime): string {
  const zone = program.places.find(({ name }) => name === place)!.zone;
  return localText(zone, instant).slice(0, 10);
}

/** Whether a recorded time is the ledger's: it holds the instant, or lies in the civil day. */
function agrees(time: RecordedTime | null, row: LedgerTime | null): boolean {
  if (time === null || row === null) return time === row;
  if (row.utc === undefined) {
    // `Known by 06:00` may have been known the day before.
    const ends = time.precision === 'interval' ? [time.latest] : [time.earliest, time.latest];
    return ends.every((end) => dayOf(end, time) === row.date);
  }
  const instant = parseInstant(row.utc)!;
  return time.earliest <= instant && instant <= time.latest;
}

/** Whether it is as precise; part of a day (`before 20:05`) can be said in an interval alone. */
function precise(time: RecordedTime | null, row: LedgerTime | null): boolean {
  if (time === null || row === null || time.precision === row.precision) return true;
  return row.precision === 'day' && time.precision === 'interval';
}

/** The times of an entry beside those of its row. */
function timesOf(entry: Entry, row: LedgerRow): [RecordedTime | null, LedgerTime | null][] {
  if (entry.type === 'obligation') {
    return [
      [entry.performed, row.performed ?? null],
      [entry.due, row.due ?? null],
    ];
  }
  if (entry.type === 'dispute') {
    return [
      [entry.time, row.opened ?? null],
      [entry.closed, row.closed ?? null],
    ];
  }
  return [[entry.time, row.sent ?? row.at ?? null]];
}

function citesOf({ cites }: EntryBase): string[] {
  return citations(program, cites).toSorted();
}

/** Every instant of a dispatch's way, and of its being learned. */
function momentsOf(entry: Entry): RecordedTime[] {
  const learned = entry.learn.map(({ time }) => time);
  if (entry.type !== 'dispatch') return [entry.time, ...learned];
  return [...entry.legs.flatMap(({ sent, arrived }) => [sent, arrived]), ...learned];
}

const told = (time: RecordedTime | null) =>
  time === null ? null : [time.precision, formatInstant(time.earliest), formatInstant(time.latest)];

describe.skipIf(!HERE)('the ledger (skips without ../shared)', () => {
  test.each(Object.entries(KINDS))('%s: every row is in the record, and no other', (kind, type) => {
    const ids = program.entries.flatMap((entry) => (entry.type === type ? [entry.id] : []));
    expect(ids.toSorted()).toEqual(ledger?.[kind as keyof Ledger].map(({ id }) => id).toSorted());
  });

  test('R2: at the time that the row states, as precise as it states it', () => {
    const wrong = rows.flatMap((row) =>
      timesOf(entries.get(row.id)!, row).flatMap(([time, stated]) =>
        agrees(time, stated) && precise(time, stated) ? [] : [[row.id, told(time), stated]],
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('with the citations and the basis of the row', () => {
    const wrong = rows.flatMap(({ id, cites, basis }) => {
      const entry = entries.get(id)!;
      const same = citesOf(entry).join('; ') === cites.toSorted().join('; ');
      return same && (basis === undefined || basis === entry.basis)
        ? []
        : [[id, citesOf(entry), cites, entry.basis, basis]];
    });
    expect(wrong).toEqual([]);
  });

  test('public where the row is public', () => {
    const wrong = rows.flatMap((row) => {
      const entry = entries.get(row.id)!;
      return entry.type === 'dispatch' && entry.public !== row.public ? [row.id] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('every receipt of a row stands on a leg, or in who learned of it', () => {
    const wrong = rows.flatMap(({ id, receipts = [] }) => {
      const moments = momentsOf(entries.get(id)!);
      return receipts.flatMap(({ who, at }) =>
        moments.some((time) => agrees(time, at) && precise(time, at)) ? [] : [[id, who, at]],
      );
    });
    expect(wrong).toEqual([]);
  });
});
