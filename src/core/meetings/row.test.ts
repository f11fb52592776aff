import { describe, expect, test } from 'vitest';
import type { TimedInput } from '../state.js';
import { order, play } from '../testing/given.js';
import type { Formula } from '../testing/formula.js';
import type { Small } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';
import { utilities } from './testing/meetings.js';

const SMALL: Small = {
  seats: {
    mayor: { side: 'north' },
    reeve: { side: 'south' },
    miller: { side: 'mill' },
  },
  channels: { wire: { delay: 1 }, ferry: { delay: 4 }, crier: { public: true, audienceCost: 0.3 } },
  acts: {
    open_bridge: { by: 'mayor', takes: 1, learn: { everyone: 'wire' } },
    open_all: { by: 'mayor', takes: 1, covers: ['bridge', 'road'], learn: { everyone: 'wire' } },
    open_road: { by: 'mayor', takes: 1, covers: ['road'], learn: { everyone: 'wire' } },
    withdraw: { by: 'reeve', takes: 2, learn: { reeve: 'at once', miller: 'wire' } },
    look: { by: 'mayor', takes: 1, verifies: 'withdraw' },
    grind: { by: 'miller', takes: 1 },
  },
  letters: {
    offer: {
      from: 'reeve',
      to: ['mayor'],
      by: ['wire'],
      give: [{ do: 'withdraw', within: 10 }, { says: 'peace' }],
      ask: [{ do: 'open_bridge' }, { do: 'grind', who: 'mill' }],
    },
    road: { from: 'reeve', to: ['mayor'], by: ['wire'], ask: [{ do: 'open_road' }] },
    pledge: {
      from: 'reeve',
      to: ['mayor', 'miller'],
      by: ['wire'],
      give: [{ do: 'withdraw', by: 9 }],
    },
  },
  trust: { beliefs: [{ seat: 0, side: 1, alpha: 3, beta: 1 }] },
  closes: 40,
};

/** A column of a seat's own row at its hourly meetings, as [hour, value] where it changes. */
function column(seat: string, formula: Formula, inputs: readonly TimedInput[], small = SMALL) {
  const program = smallProgram({
    ...small,
    doctrines: { [seat]: { fitted: { first: 0.5, every: 1, options: { nothing: formula } } } },
  });
  const history = play(program, inputs, { doctrines: [{ seat, doctrine: 'fitted' }] });
  const all = utilities(history, seat, 'nothing');
  return all.filter(([, value], i) => i === 0 || all[i - 1]![1] !== value);
}

const offered = order(0, { seat: 'reeve', type: 'send', letter: 'offer', id: 'o' });
const answer = (
  hours: number,
  seat: string,
  word: 'accept' | 'withdraw' | 'honour' | 'repudiate',
  by = 'wire',
  offer = 'o',
) => order(hours, { seat, type: 'answer', offer, answer: word, by: [by] });
const act = (hours: number, seat: string, name: string) =>
  order(hours, { seat, type: 'act', act: name });

describe('R11: what a bargain binds to stands in a row', () => {
  test('R19: of the acceptor from its sending of the acceptance on', () => {
    const accepted = [offered, answer(3, 'mayor', 'accept')];
    expect(column('mayor', 'owes_open_bridge', accepted)).toEqual([
      [0.5, 0],
      [3.5, 1],
    ]);
    expect(column('mayor', 'expects_withdraw', accepted)).toEqual([
      [0.5, 0],
      [3.5, 1],
    ]);
    // A third party's deed is to be procured, not done.
    expect(column('mayor', 'owes_grind', accepted)).toEqual([[0.5, 0]]);
    expect(column('miller', 'owes_grind', accepted)).toEqual([[0.5, 0]]);
  });

  test('R19: of the offeror from its reading of the acceptance on', () => {
    const accepted = [offered, answer(3, 'mayor', 'accept')];
    for (const name of ['owes_withdraw', 'expects_open_bridge', 'expects_grind']) {
      expect(column('reeve', name, accepted)).toEqual([
        [0.5, 0],
        [4.5, 1],
      ]);
    }
    expect(column('reeve', 'owes_withdraw', [offered])).toEqual([[0.5, 0]]);
  });

  test('R17: a contested bargain binds nobody until it is honoured', () => {
    // Withdrawn at 2 (read at 6), accepted at 3 (read at 4), honoured at 8 (read at 9).
    const contested = [
      offered,
      answer(2, 'reeve', 'withdraw', 'ferry'),
      answer(3, 'mayor', 'accept'),
    ];
    const honoured = [...contested, answer(8, 'reeve', 'honour')];
    expect(column('mayor', 'owes_open_bridge', honoured)).toEqual([
      [0.5, 0],
      [3.5, 1],
      [6.5, 0],
      [9.5, 1],
    ]);
    expect(column('reeve', 'owes_withdraw', honoured)).toEqual([
      [0.5, 0],
      [8.5, 1],
    ]);
    const repudiated = [...contested, answer(8, 'reeve', 'repudiate')];
    expect(column('mayor', 'owes_open_bridge', repudiated).at(-1)).toEqual([6.5, 0]);
    expect(column('reeve', 'owes_withdraw', repudiated)).toEqual([[0.5, 0]]);
  });

  test('R19: a pledge binds its giver when it is sent, and is owed to whoever reads it', () => {
    const pledged = [order(2, { seat: 'reeve', type: 'send', letter: 'pledge' })];
    expect(column('reeve', 'owes_withdraw', pledged).at(-1)).toEqual([2.5, 1]);
    expect(column('mayor', 'expects_withdraw', pledged).at(-1)).toEqual([3.5, 1]);
    expect(column('miller', 'expects_withdraw', pledged).at(-1)).toEqual([3.5, 1]);
    expect(column('mayor', 'overdue_withdraw', pledged)).toEqual([
      [0.5, 0],
      [9.5, 1],
    ]);
  });
});

describe('R11: and stands there until the seat hears of performance', () => {
  const accepted = [offered, answer(3, 'mayor', 'accept')];

  test('R19: a report of the act, to whoever owes it and whoever expects it', () => {
    // Ordered at 5, done at 6, known at 7.
    const opened = [...accepted, act(5, 'mayor', 'open_bridge')];
    expect(column('mayor', 'owes_open_bridge', opened).at(-1)).toEqual([7.5, 0]);
    expect(column('reeve', 'expects_open_bridge', opened).at(-1)).toEqual([7.5, 0]);
    const withdrawn = [...accepted, act(5, 'reeve', 'withdraw')];
    expect(column('reeve', 'owes_withdraw', withdrawn).at(-1)).toEqual([7.5, 0]);
    // The mayor is not told, whatever is true.
    expect(column('mayor', 'expects_withdraw', withdrawn).at(-1)).toEqual([3.5, 1]);
    expect(column('mayor', 'overdue_withdraw', withdrawn).at(-1)).toEqual([13.5, 1]);
  });

  test('R19: an act that covers all that the clause covers performs it too', () => {
    const road = [
      order(0, { seat: 'reeve', type: 'send', letter: 'road', id: 'o' }),
      answer(3, 'mayor', 'accept'),
      act(5, 'mayor', 'open_all'),
    ];
    expect(column('mayor', 'owes_open_road', road).at(-1)).toEqual([7.5, 0]);
  });

  test('R19: an inspection that finds it done', () => {
    const looked = [...accepted, act(5, 'reeve', 'withdraw'), act(9, 'mayor', 'look')];
    expect(column('mayor', 'expects_withdraw', looked).at(-1)).toEqual([10.5, 0]);
    const early = [...accepted, act(9, 'reeve', 'withdraw'), act(5, 'mayor', 'look')];
    expect(column('mayor', 'expects_withdraw', early).at(-1)).toEqual([3.5, 1]);
  });

  test('R19: or a release: at once to who gives it, on reading to who gets it', () => {
    const released = [
      ...accepted,
      order(6, { seat: 'mayor', type: 'release', obligation: 'o:give1', by: ['wire'] }),
    ];
    expect(column('mayor', 'expects_withdraw', released).at(-1)).toEqual([6.5, 0]);
    expect(column('reeve', 'owes_withdraw', released).at(-1)).toEqual([7.5, 0]);
  });

  test('R20: where the parties put another act in its place, that one is owed instead', () => {
    const replaced = [
      ...accepted,
      order(5, {
        seat: 'mayor',
        type: 'dispute',
        obligation: 'o:give1',
        about: 'scope',
        issue: 'how far',
        by: ['wire'],
        id: 'q',
      }),
      order(8, {
        seat: 'reeve',
        type: 'settle',
        dispute: 'q',
        outcome: 'replaced',
        replacement: 'grind',
        by: ['wire'],
      }),
    ];
    expect(column('mayor', 'expects_withdraw', replaced).at(-1)).toEqual([9.5, 0]);
    // The mill was to grind anyway, for the mayor to procure: now it is to grind for him too.
    expect(column('mayor', 'expects_grind', replaced).at(-1)).toEqual([9.5, 1]);
    expect(column('reeve', 'owes_withdraw', replaced).at(-1)).toEqual([8.5, 0]);
  });

  test('R19: an act that two bargains ask for is owed until one performance serves both', () => {
    const twice = [
      ...accepted,
      order(4, { seat: 'reeve', type: 'send', letter: 'offer', id: 'p' }),
      answer(6, 'mayor', 'accept', 'wire', 'p'),
      order(8, { seat: 'mayor', type: 'release', obligation: 'o:give1', by: ['wire'] }),
    ];
    expect(column('mayor', 'expects_withdraw', twice).at(-1)).toEqual([3.5, 1]);
    const done = [...twice, act(9, 'mayor', 'open_bridge')];
    expect(column('mayor', 'owes_open_bridge', done).at(-1)).toEqual([11.5, 0]);
  });
});

describe('R11: the rest of a row', () => {
  test('R11: counts letters that it sent and read, and the hours since the last of another side', () => {
    const note = order(2, { seat: 'reeve', type: 'send', letter: 'pledge' });
    expect(column('reeve', 'sent_pledge', [note]).at(-1)).toEqual([2.5, 1]);
    expect(column('mayor', 'got_pledge', [note]).at(-1)).toEqual([3.5, 1]);
    expect(column('mayor', 'hours', []).slice(0, 2)).toEqual([
      [0.5, 0.5],
      [1.5, 1.5],
    ]);
    expect(column('mayor', 'quiet_hours', [note]).slice(2, 5)).toEqual([
      [2.5, 2.5],
      [3.5, 0.5],
      [4.5, 1.5],
    ]);
  });

  test('R11: holds what it is doing, until it hears the end', () => {
    expect(column('mayor', 'doing_open_bridge', [act(2, 'mayor', 'open_bridge')])).toEqual([
      [0.5, 0],
      [2.5, 1],
      [4.5, 0],
    ]);
    expect(column('mayor', 'doing_look', [act(2, 'mayor', 'look')]).slice(1)).toEqual([
      [2.5, 1],
      [3.5, 0],
    ]);
    expect(column('reeve', 'doing_open_bridge', [act(2, 'mayor', 'open_bridge')])).toEqual([
      [0.5, 0],
    ]);
  });

  test('R18, R21: what it has paid before its audience, and how far it trusts', () => {
    const demand = { ...SMALL.letters!['offer']!, by: ['crier'] };
    const open = { ...SMALL, letters: { ...SMALL.letters, offer: demand } };
    const taken = [offered, answer(2, 'reeve', 'withdraw')];
    expect(column('reeve', 'audience_cost', taken, open).at(-1)).toEqual([2.5, 0.3]);
    expect(column('mayor', 'trust_south', [])).toEqual([[0.5, 0.75]]);
    expect(column('miller', 'trust_south', [])).toEqual([[0.5, 0.5]]);
  });
});
