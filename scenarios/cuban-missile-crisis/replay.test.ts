import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/core/history/span.js';
import { seatDeliveries } from '../../src/core/knowledge/deliveries.js';
import { runHistory } from '../../src/core/run.js';
import { momentsOf, recordItems, type RecordItem } from '../../src/protocol/record-items.js';
import { seatView } from '../../src/protocol/seat-view.js';
import { truthView } from '../../src/protocol/truth-view.js';
import { compileScenario } from '../../src/scenario/compile.js';

const FILES = ['scenario.yaml', 'record.yaml', 'sources.yaml'].map(
  (name) => [name, readFileSync(new URL(name, import.meta.url), 'utf8')] as const,
);

function compiled() {
  const result = compileScenario('cuban-missile-crisis', new Map(FILES));
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults.slice(0, 3)));
  return result.program;
}

const program = compiled();

function ran() {
  const result = runHistory(program, { seed: 'replay', record: true });
  if (result.type === 'fault') throw new Error(result.message);
  return result.history;
}

const history = ran();
const label = { name: 'record', title: 'The record' };
const deliveries = history.events.flatMap(({ changes }) =>
  changes.flatMap((change) => (change.type === 'delivered' ? [change.delivery] : [])),
);
const truth = truthView(program, history, label);
const items = recordItems(truth, deliveries);
const byId = new Map(items.map((item) => [item.id, item]));

function spansOf(item: RecordItem): Span[] {
  const learned = Object.values(item.learnedAt).map((l) => l.learned);
  return [...momentsOf(item), ...learned, ...item.learnedLater.map((l) => l.learned)];
}

describe('R26: the replay of the record', () => {
  test('holds every entry once, and nothing else', () => {
    expect(items.map(({ id }) => id).toSorted()).toEqual(
      program.entries.map(({ id }) => id).toSorted(),
    );
  });

  test('nothing is overtaken: the record does not contradict itself', () => {
    expect(items.filter(({ type }) => type === 'overtaken')).toEqual([]);
  });

  test('is in time order', () => {
    const placed = items.map(({ at }) => at.placed);
    expect(placed).toEqual(placed.toSorted());
  });

  test('every entry carries its citations', () => {
    expect(items.filter(({ cites }) => cites.length === 0).map(({ id }) => id)).toEqual([]);
  });
});

describe('R2: intervals', () => {
  test('every placed instant lies inside its interval', () => {
    const outside = items.filter((item) =>
      spansOf(item).some((s) => s.placed < s.earliest || s.placed > s.latest),
    );
    expect(outside.map(({ id }) => id)).toEqual([]);
  });

  test('every time has the precision of its entry', () => {
    const timed = program.entries.filter(({ type }) => type !== 'obligation');
    const recorded = timed.map(({ id, time }) => [
      id,
      time.estimated ? 'estimated' : time.precision,
    ]);
    expect(timed.map(({ id }) => [id, byId.get(id)?.at.precision])).toEqual(recorded);
  });
});

describe('R14: letters', () => {
  const letters = items.filter((item) => item.type === 'dispatch');

  test('every leg of the record is there, its arrival not before its departure', () => {
    const recorded = program.entries.filter((entry) => entry.type === 'dispatch');
    expect(letters.map(({ id, legs }) => `${id} ${legs.length}`).toSorted()).toEqual(
      recorded.map(({ id, legs }) => `${id} ${legs.length}`).toSorted(),
    );
    const legs = letters.flatMap(({ legs }) => legs);
    expect(legs.filter(({ arrived }) => arrived === null)).toEqual([]);
    expect(legs.filter((leg) => leg.arrived!.placed < leg.sent.placed)).toEqual([]);
  });

  test('the private letter of 26 October knees at the embassy and is read at 21:15 in Washington', () => {
    const letter = letters.find(({ id }) => id === 'D015');
    expect(letter?.legs.map(({ from, to }) => `${from.place} ${to.place}`)).toEqual([
      'moscow us_embassy_moscow',
      'us_embassy_moscow washington',
      'washington washington',
    ]);
    expect(letter?.learnedAt['kennedy']?.learned.placed).toBe('1962-10-27T01:15:00.000Z');
  });

  test('R16: the reply to the first letter is joined to it, the second keeps no reply', () => {
    const repliedBy = (id: string) => letters.find((l) => l.id === id)?.repliedBy.map((r) => r.id);
    expect(repliedBy('D015')).toEqual(['D017']);
    expect(repliedBy('D016')).toEqual([]);
  });
});

describe("R12: a seat's view", () => {
  test.each(program.seats.map(({ name }) => name))('of %s holds only what it was told', (seat) => {
    const told = seatDeliveries(history, seat);
    const view = seatView(program, told, label);
    const seen = recordItems(view, told.deliveries);
    expect(
      seen.filter(({ learnedAt, learnedLater }) => {
        const seats = [...Object.keys(learnedAt), ...learnedLater.map((l) => l.seat)];
        return seats.length === 0 || seats.some((name) => name !== seat);
      }),
    ).toEqual([]);
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('R14: his letter ends for Khrushchev at the embassy, the last hand-over that he knows of', () => {
    const view = seatView(program, seatDeliveries(history, 'khrushchev'), label);
    const legs = view.letters.find(({ id }) => id === 'D015')?.legs;
    expect(legs?.map(({ to, status }) => [to.name, status])).toEqual([
      ['us_embassy_moscow', 'arrived'],
    ]);
  });

  test('is the same bytes whatever the rest of the history was', () => {
    const told = seatDeliveries(history, 'kennedy');
    const bare = {
      ...history,
      events: history.events.map((event) => ({
        ...event,
        text: 'another truth',
        changes: event.changes.filter(
          (c) => c.type === 'delivered' && c.delivery.seat === 'kennedy',
        ),
      })),
    };
    expect(JSON.stringify(seatView(program, seatDeliveries(bare, 'kennedy'), label))).toBe(
      JSON.stringify(seatView(program, told, label)),
    );
  });
});
