import { describe, expect, test } from 'vitest';
import { changes, heard, order, play, playSilently } from '../testing/given.js';
import type { Small } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';
import { meetings } from './testing/meetings.js';

const BOTH = [
  { seat: 'mayor', doctrine: 'fitted' },
  { seat: 'reeve', doctrine: 'fitted' },
];
const MAYOR = [BOTH[0]!];

/** A mayor that only meets, with a neighbour who writes. */
const SMALL: Small = {
  tracks: { anger: { count: [0, 9], starts: 0 } },
  channels: { wire: { delay: 5 }, gossip: { delay: 1 } },
  acts: { shout: { by: 'reeve', takes: 2, set: { anger: 3 }, learn: { mayor: 'gossip' } } },
  incidents: { brawl: { rate: 0, learn: { mayor: 'at once' } } },
  routines: { market: { first: 3, every: 24, learn: { mayor: 'at once' } } },
  letters: {
    note: { from: 'reeve', to: ['mayor'], by: ['wire'] },
    memo: { from: 'mayor', to: ['reeve'], by: ['wire'] },
  },
  closes: 48,
};

function mayor(doctrine: NonNullable<Small['doctrines']>[string][string], more: Small = {}) {
  return smallProgram({ ...SMALL, ...more, doctrines: { mayor: { fitted: doctrine } } });
}

describe('R3: when a seat meets', () => {
  test('R3: on its calendar, from the first meeting that is not past, until the closing', () => {
    const program = mayor({ first: 6, every: 12, options: { nothing: 0 } });
    const history = play(program, [], { doctrines: MAYOR });
    expect(meetings(history).map(({ hour }) => hour)).toEqual([6, 18, 30, 42]);
  });

  test('R3: a letter due at 06:00 is at the 06:00 meeting', () => {
    const program = mayor({ every: 6, options: { nothing: 'got_note' } });
    const at = (hours: number) =>
      meetings(
        play(program, [order(hours, { seat: 'reeve', type: 'send', letter: 'note' })], {
          doctrines: MAYOR,
        }),
      ).map(({ options }) => options[0]!.utility);
    expect(at(1).slice(0, 2)).toEqual([1, 1]);
    expect(at(1.001).slice(0, 2)).toEqual([0, 1]);
  });

  test('R3: and so is what was set down at that very hour: by-when is inclusive', () => {
    const program = smallProgram({
      channels: { wire: { delay: 1 } },
      acts: { open: { by: 'mayor' } },
      letters: {
        offer: { from: 'reeve', to: ['mayor'], by: ['wire'], ask: [{ do: 'open' }], lapses: 6 },
      },
      doctrines: {
        mayor: {
          fitted: {
            first: 5,
            every: 1,
            options: { nothing: 9, decline: { utility: 0, by: ['wire'] } },
          },
        },
      },
      closes: 24,
    });
    const offer = order(0, { seat: 'reeve', type: 'send', letter: 'offer' });
    const history = play(program, [offer], { doctrines: MAYOR });
    const weighed = meetings(history).map(({ hour, options }) => [hour, options.length]);
    expect(weighed.slice(0, 3)).toEqual([
      [5, 2],
      [6, 2],
      [7, 1],
    ]);
  });

  test('R3: news calls a meeting: a letter read, a report of an act, of a routine, within its time', () => {
    const program = mayor({
      calls: { dispatch: 0.5, shout: 2, market: 0.25 },
      options: { nothing: 0 },
    });
    const history = play(
      program,
      [
        order(0, { seat: 'reeve', type: 'send', letter: 'note' }),
        order(10, { seat: 'reeve', type: 'act', act: 'shout' }),
      ],
      { doctrines: MAYOR },
    );
    // The note is read at 5; the act is done at 12 and known at 13; the market is at 3 and 27.
    expect(meetings(history).map(({ hour }) => hour)).toEqual([3.25, 5.5, 15, 27.25]);
  });

  test('R3: its own letters, and news that is not listed, call none; nor does news after the closing', () => {
    const program = mayor({ calls: { dispatch: 1 }, options: { nothing: 0 } });
    const history = play(
      program,
      [
        order(0, { seat: 'mayor', type: 'send', letter: 'memo' }),
        order(1, { seat: 'reeve', type: 'act', act: 'shout' }),
        order(42.5, { seat: 'reeve', type: 'send', letter: 'note' }),
      ],
      { doctrines: MAYOR },
    );
    expect(meetings(history)).toEqual([]);
  });

  test('R3: a meeting is named after its instant, or the report that called it', () => {
    const ids = (small: Partial<Small>, every: number) =>
      play(
        smallProgram({
          ...SMALL,
          ...small,
          doctrines: {
            mayor: { fitted: { every, calls: { dispatch: 1 }, options: { nothing: 0 } } },
            reeve: { fitted: { every: 1, options: { nothing: 0 } } },
          },
        }),
        [order(0, { seat: 'reeve', type: 'send', letter: 'note', id: 'n' })],
        { doctrines: small.seats === undefined ? MAYOR : BOTH },
      ).events.flatMap(({ kind, name, at, id }) =>
        kind === 'meeting' && name === 'mayor' ? [`${at} ${id}`] : [],
      );
    const six = ids({}, 6);
    const three = ids({ seats: { reeve: { side: 'south' }, mayor: { side: 'north' } } }, 3);
    expect(six.length).toBe(9);
    expect(new Set(six).size).toBe(9);
    expect(three).toEqual(expect.arrayContaining(six));
  });

  test('R3: seats that meet at one instant meet in the order of their names', () => {
    const doctrine = { every: 6, options: { nothing: 0 } };
    const doctrines = { reeve: { fitted: doctrine }, mayor: { fitted: doctrine } };
    const history = play(smallProgram({ ...SMALL, doctrines }), [], { doctrines: BOTH });
    expect(
      meetings(history)
        .slice(0, 4)
        .map(({ seat }) => seat),
    ).toEqual(['mayor', 'reeve', 'mayor', 'reeve']);
  });
});

describe('what a meeting decides', () => {
  const program = mayor({ every: 6, options: { nothing: 0, 'send memo': 50 } });
  const history = play(program, [], { doctrines: MAYOR });

  test('R11: is carried out in that event, and its seat knows that it decided so', () => {
    const [first] = meetings(history);
    expect(first).toMatchObject({ hour: 6, chosen: 'send memo' });
    expect(changes(history, 'dispatch').map(({ hour }) => hour)).toContain(6);
    expect(heard(history, 'mayor', 'decision')[0]).toMatchObject({ hour: 6, text: 'send memo' });
    expect(heard(history, 'mayor', 'sent')[0]).toMatchObject({ hour: 6 });
  });

  test('R11: a meeting that lets things be is logged, and tells its seat nothing', () => {
    const idle = meetings(history).filter(({ chosen }) => chosen === 'nothing');
    expect(idle.length).toBeGreaterThan(0);
    const decided = meetings(history).length - idle.length;
    expect(heard(history, 'mayor', 'decision').length).toBe(decided);
    expect(heard(history, 'reeve', 'decision')).toEqual([]);
  });

  test('R23: the same seed gives the same bytes, and one state with the log on or off', () => {
    const again = play(program, [], { doctrines: MAYOR });
    expect(again).toEqual(history);
    const outcome = playSilently(program, [], { doctrines: MAYOR });
    expect(outcome).toMatchObject({ stateHash: history.end.stateHash, meetings: 8 });
  });

  test('R8: a utility that is no number is a fault of the run, which names the doctrine', () => {
    const broken = mayor({ every: 6, options: { nothing: ['div', 0, 'anger'] } });
    const outcome = playSilently(broken, [], { doctrines: MAYOR });
    expect(outcome).toMatchObject({ type: 'fault', code: 'run-fault' });
    expect(outcome).toHaveProperty(
      'message',
      expect.stringContaining('mayor by its doctrine fitted'),
    );
  });

  test('R12: an order that is refused is a fault of the run', () => {
    const foreign = mayor({ every: 6, options: { 'send note': 1 } });
    const outcome = playSilently(foreign, [], { doctrines: MAYOR });
    expect(outcome).toHaveProperty('message', expect.stringContaining('was refused'));
  });

  test('R26: a seat that no doctrine plays holds no meeting', () => {
    expect(meetings(play(program))).toEqual([]);
  });
});
