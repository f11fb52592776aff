import { describe, expect, test } from 'vitest';
import type { SeatDoctrine } from './parts/doctrine.js';
import { runHistory } from './run.js';
import { changes, firings, hour, order, play } from './testing/given.js';
import type { Small } from './testing/small-program.js';
import { HOUR, OPENS, smallProgram } from './testing/small-program.js';
import { recordedIncident, recordedLetter, recordedPosture } from './testing/small-record.js';

const MAYOR = 0;
const SERGEANT = 1;
const REEVE = 2;

const ENTRIES = [
  recordedLetter('D0', [MAYOR, 1], [REEVE, 4]),
  recordedLetter('D1', [REEVE, 6], [MAYOR, 9]),
  recordedLetter('D2', [SERGEANT, 7], [REEVE, 9]),
  recordedIncident('I3', 12, { standsFor: 0 }),
  recordedPosture('closed', 13, { standsFor: 0 }),
  recordedPosture('watched', 14, { standsFor: 1 }),
  recordedPosture('either', 15, { standsFor: 2 }),
  recordedPosture('weather', 16),
];

const QUIET = { options: { nothing: 0 } } as const;

const SMALL: Small = {
  seats: {
    mayor: { side: 'north' },
    sergeant: { side: 'north', under: 'mayor' },
    reeve: { side: 'south' },
    miller: { side: 'south' },
  },
  tracks: { fear: { count: [0, 9], starts: 0 } },
  channels: { ferry: { delay: 3 } },
  acts: {
    close: { by: 'mayor' },
    watch: { by: 'sergeant' },
    patrol: { by: ['mayor', 'sergeant'] },
  },
  incidents: { shot: { rate: 1 / (4 * HOUR) } },
  doctrines: { mayor: { calm: QUIET, harder: QUIET }, reeve: { calm: QUIET, shrewd: QUIET } },
  closes: 48,
};

const program = smallProgram({ ...SMALL, entries: ENTRIES });

const mayor: SeatDoctrine = { seat: 'mayor', doctrine: 'calm' };
const reeve: SeatDoctrine = { seat: 'reeve', doctrine: 'calm' };

function entriesOf(doctrines: readonly SeatDoctrine[], at?: number): string[] {
  const branch = at === undefined ? {} : { branch: { at: OPENS + at * HOUR, program } };
  const history = play(program, [], { record: true, doctrines, ...branch });
  return changes(history, 'entry').map(({ entry }) => entry);
}

describe('R26: which doctrine plays which seat', () => {
  test.each<[string, readonly SeatDoctrine[], string, string]>([
    [
      'a seat that there is none of',
      [{ seat: 'provost', doctrine: 'calm' }],
      'unknown-seat',
      'there is no seat called provost: this scenario has doctrines for mayor, reeve',
    ],
    [
      'a doctrine that there is none of',
      [{ seat: 'mayor', doctrine: 'bold' }],
      'unknown-doctrine',
      'mayor has no doctrine called bold: mayor has calm, harder',
    ],
    [
      'a doctrine of another seat',
      [{ seat: 'mayor', doctrine: 'shrewd' }],
      'doctrine-of-another',
      'shrewd is a doctrine of reeve, not of mayor: mayor has calm, harder',
    ],
    [
      'a seat that has none',
      [{ seat: 'miller', doctrine: 'calm' }],
      'doctrine-of-another',
      'calm is a doctrine of mayor, reeve, not of miller: miller has none',
    ],
    [
      'two for one seat',
      [mayor, { seat: 'mayor', doctrine: 'harder' }],
      'seat-twice',
      'mayor is given two doctrines: choose one',
    ],
  ])('R26: %s is a fault that says what there is', (_, doctrines, code, message) => {
    const result = runHistory(program, { seed: 'a', record: false, doctrines });
    expect(result).toEqual({ type: 'fault', code, message });
  });

  test('R26: a scenario without doctrines says so', () => {
    const bare = smallProgram({ ...SMALL, doctrines: {} });
    const doctrines = [{ seat: 'provost', doctrine: 'calm' }];
    expect(runHistory(bare, { seed: 'a', record: false, doctrines })).toMatchObject({
      message: 'there is no seat called provost: this scenario has no doctrines',
    });
  });

  test('R24: the header of a history names its doctrines', () => {
    const { header } = play(program, [], { record: true, doctrines: [reeve] });
    expect(header.doctrines).toEqual([reeve]);
    expect(play(program).header).not.toHaveProperty('doctrines');
  });
});

describe('R26: what a doctrine takes off the record', () => {
  test('R26: without a branch it is taken from the opening on, and chance is awake', () => {
    expect(entriesOf([reeve])).toEqual(['D0', 'D2', 'closed', 'watched', 'either', 'weather']);
    expect(firings(play(program, [], { record: true, doctrines: [reeve] }), 'shot')).not.toEqual(
      [],
    );
  });

  test('R26: with a branch from its instant on', () => {
    expect(entriesOf([reeve], 7)).toEqual([
      'D0',
      'D1',
      'D2',
      'closed',
      'watched',
      'either',
      'weather',
    ]);
  });

  test('R26: a posture goes with who decides its act; an underling left behind does not keep it', () => {
    expect(entriesOf([mayor])).toEqual(['D1', 'D2', 'watched', 'weather']);
    const branch = { at: OPENS, program, seatsOff: ['sergeant'] };
    const history = play(program, [], { record: true, branch });
    expect(changes(history, 'entry').map(({ entry }) => entry)).toEqual([
      'D0',
      'D1',
      'closed',
      'either',
      'weather',
    ]);
  });

  test('R25: what a doctrine takes off the record cannot be changed there', () => {
    const entries = ENTRIES.map((e) => (e.id === 'D1' ? { ...e, title: 'another' } : e));
    const branch = { at: OPENS + HOUR, program: { ...program, entries } };
    const run = (doctrines: readonly SeatDoctrine[]) =>
      runHistory(program, { seed: 'a', record: true, doctrines, branch });
    expect(run([mayor])).toMatchObject({ type: 'ran' });
    expect(run([reeve])).toMatchObject({
      code: 'bad-branch',
      message:
        'D1 is no longer on the record, which reeve has left: leave reeve on it, or branch later',
    });
  });

  test('R25: from the branch on a doctrine is as the changed program has it', () => {
    const keen = (utility: number): Small => ({
      ...SMALL,
      incidents: {},
      doctrines: {
        mayor: {
          calm: { every: 4, precision: 1000, options: { nothing: 0, 'act close': utility } },
        },
      },
    });
    const [idle, busy] = [-1, 1].map((utility) => smallProgram(keen(utility)));
    const branch = { at: OPENS + 9 * HOUR, program: busy! };
    const history = play(idle!, [], { doctrines: [mayor], branch });
    const ordered = changes(history, 'act').filter(({ status }) => status === 'ordered');
    expect(ordered.map(({ hour }) => hour)[0]).toBe(12);
    // Before the branch the doctrine does not yet hold the seat.
    const meetings = changes(history, 'meeting').map(({ hour }) => hour);
    expect(meetings.slice(0, 2)).toEqual([12, 16]);
  });

  test('R26: without a record doctrines play from the opening, and no branch is made', () => {
    const bare = smallProgram(SMALL);
    const history = play(bare, [], { record: true, doctrines: [mayor] });
    expect(history.events.map(({ name }) => name)).not.toContain('branch');
  });
});

describe('a run can be cut off', () => {
  test('R22: nothing happens after that instant, and no ending has come', () => {
    const orders = [order(5, { seat: 'mayor', type: 'act', act: 'close' })];
    const late = [...orders, order(7, { seat: 'mayor', type: 'act', act: 'close' })];
    const history = play(program, late, { until: OPENS + 6 * HOUR });
    expect(changes(history, 'act').map(({ hour }) => hour)).toEqual([5, 5, 5]);
    expect(history.end).toMatchObject({ at: hour(6), ending: null });
    expect(history.header.until).toBe(hour(6));
  });

  test('R22: not before the opening, and after the last instant it makes no difference', () => {
    const until = OPENS - 1;
    const early = runHistory(program, { seed: 'a', record: false, until });
    expect(early).toMatchObject({ type: 'fault', code: 'bad-until' });
    const long = play(program, [], { until: OPENS + 1000 * HOUR });
    expect(long.end.stateHash).toBe(play(program).end.stateHash);
  });
});
