import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Holder } from '../../src/core/parts/letters.js';
import type { DispatchEntry } from '../../src/core/parts/record.js';
import { compileScenario } from '../../src/scenario/compile.js';

const FILES = ['scenario.yaml', 'record.yaml', 'sources.yaml'].map(
  (name) => [name, readFileSync(new URL(name, import.meta.url), 'utf8')] as const,
);

/**
 * Minutes from the sending of a dispatch to a hand-over, where the sources give both to the minute.
 * D014 was handed in at the local embassy before its telegram left.
 */
const LATENCIES: readonly (readonly [dispatch: string, holder: string, minutes: number])[] = [
  ['D010', 'dobrynin', 0],
  ['D011', 'kennedy', 65],
  ['D014', 'soviet_embassy_washington', -14],
  ['D015', 'us_embassy_moscow', 0],
  ['D015', 'kennedy', 692],
  ['D016', 'us_embassy_moscow', 0],
  ['D018', 'dobrynin', 0],
  ['D019', 'us_embassy_moscow', 10],
  ['D019', 'chiefs', 30],
  ['D020', 'public', 0],
  ['D035', 'dobrynin', 0],
  ['D039', 'dobrynin', 0],
  ['D052', 'fomin', 0],
  ['D066', 'khrushchev', 0],
  ['D080', 'stevenson', 61],
  ['D081', 'rusk', 80],
  ['D082', 'rusk', 59],
];

function compiled() {
  const result = compileScenario('cuban-missile-crisis', new Map(FILES));
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return result.program;
}

const program = compiled();

function nameOf(holder: Holder): string {
  return holder.type === 'seat'
    ? program.seats[holder.seat]!.name
    : program.relays[holder.relay]!.name;
}

function dispatch(id: string): DispatchEntry {
  const entry = program.entries.find((e) => e.id === id);
  if (entry?.type !== 'dispatch') throw new Error(`${id} is not a dispatch of the record`);
  return entry;
}

function arrivalAt(entry: DispatchEntry, holder: string): number {
  const legs = entry.legs.filter(({ to }) => nameOf(to) === holder);
  const learned = entry.learn.filter(({ seat }) => program.seats[seat]!.name === holder);
  const times = [...legs.map((leg) => leg.arrived), ...learned.map((learn) => learn.time)];
  const known = times.filter((time) => time.precision === 'minute');
  if (known[0] === undefined) throw new Error(`${entry.id} is not known to reach ${holder}`);
  return known[0].placed;
}

test.each(LATENCIES)('R14: %s reached %s after %i minutes', (id, holder, minutes) => {
  const entry = dispatch(id);
  expect((arrivalAt(entry, holder) - entry.time.placed) / 60_000).toBe(minutes);
});

test('R14: the telegram of D015 was timed 137 minutes after its hand-over', () => {
  const entry = dispatch('D015');
  const telegram = entry.legs.find(({ from }) => nameOf(from) === 'us_embassy_moscow')!;
  expect((telegram.sent.placed - entry.time.placed) / 60_000).toBe(137);
});

test('R14: the telegram of D020 left 28 minutes after the White House released the text', () => {
  const entry = dispatch('D020');
  const minutes = entry.legs.map(({ sent }) => (sent.placed - entry.time.placed) / 60_000);
  expect(minutes).toContain(28);
});
