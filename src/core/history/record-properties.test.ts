import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DispatchEntry, Entry } from '../parts/record.js';
import { changes, heard, play } from '../testing/given.js';
import { HOUR, OPENS, smallProgram } from '../testing/small-program.js';
import { recordedIncident, recordedLeg, recordedLetter } from '../testing/small-record.js';
import type { History } from './event.js';

const NEVER = { type: 'number', value: 0 } as const;

/** One entry of a random record: a letter or an incident, an hour after the one before. */
interface Row {
  readonly letter: boolean;
  readonly takes: number;
  /** Earlier entries that it answers and follows, as offsets; too great ones are none. */
  readonly answers: number;
  readonly follows: readonly number[];
  /** What a branch makes of it. */
  readonly fate: 'as recorded' | 'never' | 'lost';
}

const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    letter: fc.boolean(),
    takes: fc.integer({ min: 1, max: 5 }),
    answers: fc.integer({ min: 1, max: 6 }),
    follows: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 2 }),
    fate: fc.constantFrom('as recorded', 'as recorded', 'as recorded', 'never', 'lost'),
  }),
  { minLength: 1, maxLength: 12 },
);

/**
 * Letters go to and fro between mayor (even) and reeve (odd); all is far enough apart to be read.
 */
function recordOf(list: readonly Row[]): Entry[] {
  const entries: Entry[] = [];
  list.forEach((row, i) => {
    const at = 1 + 6 * i;
    const causes = row.follows.map((back) => i - back).filter((cause) => cause >= 0);
    if (!row.letter) {
      entries.push(recordedIncident(`E${i}`, at, { causes }));
      return;
    }
    const letter = entries[i - row.answers];
    const answers = letter?.type === 'dispatch' ? i - row.answers : -1;
    const from = answers < 0 ? i % 2 : (letter as DispatchEntry).to[0]!;
    entries.push(
      recordedLetter(`E${i}`, [from, at], [1 - from, at + row.takes], {
        causes,
        ...(answers < 0 ? {} : { answers: [answers, 'none'] as const }),
      }),
    );
  });
  return entries;
}

function changedBy(entry: Entry, { fate }: Row): Entry {
  if (fate === 'never') return { ...entry, guard: NEVER };
  if (fate === 'as recorded' || entry.type !== 'dispatch') return entry;
  const [leg] = entry.legs;
  const hours = (t: number) => (t - OPENS) / HOUR;
  const [from, to] = [entry.from, entry.to[0]!];
  const lost = recordedLeg([from, hours(leg!.sent.placed)], [to, hours(leg!.arrived.placed)], {
    lost: true,
  });
  return { ...entry, legs: [lost] };
}

/** What cannot happen, by the words of R26. */
function expectedOvertaken(list: readonly Row[], entries: readonly Entry[]): string[] {
  const missing = new Set<number>();
  entries.forEach((entry, i) => {
    const reply = entry.type === 'dispatch' ? entry.repliesTo : -1;
    const unread = reply >= 0 && (missing.has(reply) || list[reply]!.fate === 'lost');
    const gone = list[i]!.fate === 'never' || entry.causes.some((cause) => missing.has(cause));
    if (unread || gone) missing.add(i);
  });
  return [...missing].map((i) => `E${i}`);
}

const programOf = (entries: readonly Entry[]) =>
  smallProgram({ channels: { ferry: { delay: 3 } }, entries });
const overtaken = (history: History) => changes(history, 'overtaken').map(({ entry }) => entry);
const plainEvents = ({ events, end }: History) =>
  JSON.stringify([events.map((event) => ({ ...event, hash: '' })), end.stateHash]);

test('R26: an entry is overtaken exactly when its cause is missing', () => {
  let some = 0;
  fc.assert(
    fc.property(rows, (list) => {
      const entries = recordOf(list);
      const program = programOf(entries);
      const keep = entries.flatMap((e) => (e.type === 'incident' ? [e.id] : []));
      const changed = programOf(entries.map((entry, i) => changedBy(entry, list[i]!)));
      const branch = { at: program.opens, program: changed, keep };
      const history = play(program, [], { record: true, branch });
      const expected = expectedOvertaken(list, entries);
      expect(overtaken(history)).toEqual(expected);
      const read = ['mayor', 'reeve'].flatMap((seat) => heard(history, seat, 'dispatch'));
      const arrived = entries.filter(
        (e, i) => e.type === 'dispatch' && !expected.includes(e.id) && list[i]!.fate !== 'lost',
      );
      expect(read.map(({ dispatch }) => dispatch.id).toSorted()).toEqual(
        arrived.map(({ id }) => id).toSorted(),
      );
      some += expected.length > 0 ? 1 : 0;
    }),
    { seed: 26, numRuns: 1000, endOnFailure: true },
  );
  expect(some).toBeGreaterThan(300);
});

test('R25, R26: a branch at any hour that changes nothing and keeps all is the same', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 80 }), (list, hour) => {
      const entries = recordOf(list);
      const program = programOf(entries);
      const at = program.opens + hour * HOUR;
      const keep = entries.flatMap((e) =>
        e.type === 'incident' && e.time.placed >= at ? [e.id] : [],
      );
      const branched = play(program, [], { record: true, branch: { at, program, keep } });
      expect(overtaken(branched)).toEqual([]);
      expect(plainEvents(branched)).toBe(plainEvents(play(program, [], { record: true })));
    }),
    { seed: 2526, numRuns: 1000, endOnFailure: true },
  );
});
