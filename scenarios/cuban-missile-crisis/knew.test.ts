import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { History } from '../../src/core/history/event.js';
import type { Span } from '../../src/core/history/span.js';
import { seatDeliveries } from '../../src/core/knowledge/deliveries.js';
import { knew } from '../../src/core/knowledge/knew.js';
import type { Ground, Knew } from '../../src/core/knowledge/known.js';
import type { Program } from '../../src/core/program.js';
import type { DispatchEntry } from '../../src/core/parts/record.js';
import { runHistory } from '../../src/core/run.js';
import { formatInstant, parseInstant } from '../../src/core/time/instant.js';
import { compileScenario } from '../../src/scenario/compile.js';

const FILES = ['scenario.yaml', 'record.yaml', 'sources.yaml'];
const HOUR = 3_600_000;

/**
 * A scenario that ran along its record, with how its ids and times differ from the shipped one's.
 */
interface Replayed {
  readonly program: Program;
  readonly history: History;
  readonly id: (shipped: string) => string;
  readonly at: (shipped: string) => number;
}

function replayed(rewrite: (text: string) => string, prefix: string, shift: number): Replayed {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
  const files = new Map(FILES.map((name) => [name, rewrite(read(name))]));
  const result = compileScenario('cuban-missile-crisis', files);
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  const run = runHistory(result.program, { seed: 'knew', record: true });
  if (run.type === 'fault') throw new Error(run.message);
  return {
    program: result.program,
    history: run.history,
    id: (shipped) => prefix + shipped,
    at: (shipped) => parseInstant(shipped)! + shift,
  };
}

/** Every id of the record gets another name. */
function renamed(text: string): string {
  return text.replaceAll(/\b[DIXPOCK]\d{2,3}\b/g, 'Z$&');
}

/**
 * Every instant lies one hour later: so do civil days, because the clocks of all places go back.
 */
function anHourLater(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\dZ/g, (zulu) =>
      formatInstant(parseInstant(zulu)! + HOUR).replace(/:00\.000Z$/, 'Z'),
    )
    .replaceAll(/([+-]\d\d)(:\d\d)(?!\d)/g, (_, hours: string, minutes: string) => {
      const hour = Number(hours) - 1;
      return `${hour < 0 ? '-' : '+'}${String(Math.abs(hour)).padStart(2, '0')}${minutes}`;
    })
    .replaceAll(/\bUTC(?=[},\n])/g, '"-01:00"');
}

const SHIPPED = replayed((text) => text, '', 0);
const COPY = replayed((text) => anHourLater(renamed(text)), 'Z', HOUR);

function knewOf({ history }: Replayed, seat: string, at: number): Knew {
  return knew(seatDeliveries(history, seat), at);
}

/** What a seat knew of a thing of the record: events and letters, parts of them apart. */
function groundsOf(known: Knew, id: string, part: boolean): Ground[] {
  const events = known.events.filter((event) => event.id === id);
  const letters = known.letters.filter((letter) => letter.id === id);
  return part
    ? events.filter(({ aspect }) => aspect !== undefined)
    : [...events.filter(({ aspect }) => aspect === undefined), ...letters];
}

function mentions(known: Knew, id: string): boolean {
  return new RegExp(`\\b${id}\\b`).test(JSON.stringify(known));
}

/** Rows of the ledger with the instants that it gives: interval by precision, or upper bound. */
const LEARNED = [
  ['K01', 'kennedy', 'I01', '1962-10-16T12:15Z', '1962-10-16T13:15Z', {}],
  ['K02', 'excomm', 'I02', '1962-10-24T14:00Z', '1962-10-24T15:00Z', {}],
  ['K03', 'khrushchev', 'I07', '1962-10-28T07:45Z', '1962-10-28T07:46Z', { broughtBy: 'D066' }],
  ['K04', 'rfk', 'I07', '1962-10-27T21:15Z', '1962-10-27T22:15Z', {}],
  ['K04', 'excomm', 'I07', '1962-10-27T21:15Z', '1962-10-27T22:15Z', {}],
  ['K05', 'dobrynin', 'I07', '1962-10-27T23:45Z', '1962-10-27T23:46Z', { broughtBy: 'D018' }],
  ['K06', 'us_intelligence', 'I07', '1962-10-28T11:00Z', '1962-10-28T11:01Z', { part: true }],
  ['K08', 'kennedy', 'I06', '1962-10-27T17:45Z', '1962-10-27T17:46Z', {}],
  ['K09', 'khrushchev', 'I06', '1962-10-27T15:59Z', '1962-10-28T14:01Z', {}],
  ['K10', 'khrushchev', 'D016', '1962-10-27T14:00Z', '1962-10-27T14:01Z', {}],
  ['K11', 'khrushchev', 'D017', '1962-10-28T00:04Z', '1962-10-28T14:01Z', {}],
  ['K12', 'khrushchev', 'D018', '1962-10-27T23:45Z', '1962-10-28T14:01Z', { part: true }],
  ['K13', 'chiefs', 'D019', '1962-10-28T14:30Z', '1962-10-28T14:31Z', {}],
] as const;

describe.each([
  ['the shipped record', SHIPPED],
  ['a copy with other ids, an hour later', COPY],
])('R13: %s', (_name, replay) => {
  test.each(LEARNED)('%s: %s learned of %s', (row, seat, of, earliest, latest, more) => {
    const id = replay.id(of);
    const part = 'part' in more;
    const before = knewOf(replay, seat, replay.at(earliest) - 1);
    expect(groundsOf(before, id, part)).toEqual([]);
    expect(!part && mentions(before, id)).toBe(false);

    const [ground] = groundsOf(knewOf(replay, seat, replay.at(latest)), id, part);
    expect(ground?.known).toBe('yes');
    const reports = groundsOf(knewOf(replay, seat, replay.at(latest)), id, part).flatMap((g) => [
      g,
      ...('also' in g ? (g.also as Ground[]) : []),
    ]);
    const told = reports.find(({ report }) => report === replay.id(row));
    expect(told).toMatchObject({
      known: 'yes',
      ...('broughtBy' in more ? { broughtBy: replay.id(more.broughtBy) } : {}),
    });
  });

  test('K10: he did not know of the aircraft when his price was broadcast', () => {
    const known = knewOf(replay, 'khrushchev', replay.at('1962-10-27T14:00Z'));
    expect(mentions(known, replay.id('I07'))).toBe(false);
  });

  const end = replay.program.closes;

  test.each(['castro', 'public'])('K07: that Soviet crews had fired %s never learned', (seat) => {
    const known = knewOf(replay, seat, end);
    expect(groundsOf(known, replay.id('I07'), true)).toEqual([]);
    expect(JSON.stringify(known)).not.toMatch(/507/);
  });

  test.each(['kennedy', 'rfk', 'excomm', 'chiefs', 'us_intelligence'])(
    'K14, K15: of the nuclear torpedo and the tactical warheads %s knew nothing',
    (seat) => {
      const known = knewOf(replay, seat, end);
      expect(mentions(known, replay.id('O10'))).toBe(false);
      expect(JSON.stringify(known)).not.toMatch(/torpedo/i);
    },
  );

  test.each(['allies', 'excomm', 'chiefs', 'stevenson', 'public'])(
    'K16: of the Turkish bargain %s knew nothing',
    (seat) => {
      expect(mentions(knewOf(replay, seat, end), replay.id('O06'))).toBe(false);
    },
  );

  test.each(minuteReadings(replay))(
    'R14: %s was read by %s within its minute',
    (id, seat, span) => {
      const reading = (at: string) =>
        knewOf(replay, seat, parseInstant(at)!).letters.find((letter) => letter.id === id);
      expect(reading(span.latest)?.known).toBe('yes');
      expect(knewBefore(replay, seat, span).letters.filter((l) => l.id === id)).toEqual([]);
    },
  );

  test.each(minuteReceipts(replay))(
    'R14: that %s reached %s the sender %s knew from that minute',
    (id, holder, seat, span) => {
      const handOvers = (known: Knew) =>
        known.letters.flatMap((l) => (l.id === id ? l.handOvers : [])).map((h) => h.holder);
      expect(handOvers(knewOf(replay, seat, parseInstant(span.latest)!))).toContain(holder);
      expect(handOvers(knewBefore(replay, seat, span))).not.toContain(holder);
    },
  );
});

function knewBefore(replay: Replayed, seat: string, { earliest }: Span): Knew {
  return knewOf(replay, seat, parseInstant(earliest)! - 1);
}

function dispatchesOf({ program }: Replayed): DispatchEntry[] {
  return program.entries.filter((entry) => entry.type === 'dispatch');
}

function spanOf({ earliest, latest }: { earliest: number; latest: number }): Span {
  const first = formatInstant(earliest);
  return { placed: first, earliest: first, latest: formatInstant(latest), precision: 'minute' };
}

/** Each reading known to the minute that is its reader's first certain one. */
function minuteReadings(replay: Replayed): [string, string, Span][] {
  return dispatchesOf(replay).flatMap(({ id, legs }) =>
    legs.flatMap(({ to, arrived, reads }): [string, string, Span][] => {
      if (to.type !== 'seat' || !reads || arrived.precision !== 'minute' || arrived.estimated) {
        return [];
      }
      const others = legs.filter((leg) => leg.to.type === 'seat' && leg.to.seat === to.seat);
      const first = others.every((leg) => leg.arrived.placed >= arrived.placed);
      return first ? [[id, replay.program.seats[to.seat]!.name, spanOf(arrived)]] : [];
    }),
  );
}

/** Each hand-over known to the minute of which the sender knew. */
function minuteReceipts(replay: Replayed): [string, string, string, Span][] {
  const { program } = replay;
  return dispatchesOf(replay).flatMap(({ id, from, legs }) =>
    legs.flatMap(({ to, arrived, receipt }): [string, string, string, Span][] => {
      if (!receipt || arrived.precision !== 'minute' || arrived.estimated) return [];
      const holder = to.type === 'seat' ? program.seats[to.seat]! : program.relays[to.relay]!;
      return [[id, holder.name, program.seats[from]!.name, spanOf(arrived)]];
    }),
  );
}

describe('R12: nothing later shows', () => {
  const instants = [
    '1962-10-22T23:30Z',
    '1962-10-26T22:00Z',
    '1962-10-27T16:00Z',
    '1962-10-28T08:00Z',
  ];

  test.each(SHIPPED.program.seats.map(({ name }) => name))('to %s', (seat) => {
    const { deliveries } = seatDeliveries(SHIPPED.history, seat);
    for (const at of instants) {
      const instant = formatInstant(SHIPPED.at(at));
      const told = deliveries.filter(({ learned }) => learned.earliest <= instant);
      const later = deliveries.filter(({ learned }) => learned.earliest > instant);
      const known = JSON.stringify(knewOf(SHIPPED, seat, SHIPPED.at(at)));
      const idsOf = (list: typeof later) =>
        new Set(list.flatMap((d) => JSON.stringify(d).match(/"(?:id|report)":"[A-Z]\d+"/g) ?? []));
      const early = idsOf(told);
      const late = [...idsOf(later)].filter((id) => !early.has(id));
      const words = late.map((member) => member.split('"')[3]!);
      expect(words.filter((id) => new RegExp(`\\b${id}\\b`).test(known))).toEqual([]);
    }
  });
});
