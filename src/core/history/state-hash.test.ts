import { describe, expect, test } from 'vitest';
import { order, play, playSilently } from '../testing/given.js';
import type { Small } from '../testing/small-program.js';
import { HOUR, smallProgram } from '../testing/small-program.js';
import { createKernel, runHistory } from '../run.js';

const SMALL = {
  tracks: { toll: { count: [0, 9], starts: 3 }, anger: { share: [0, 1], starts: 0 } },
  channels: { wire: { delay: { type: 'uniform', low: 0, high: 9 * HOUR }, loss: 0.3 } },
  acts: {
    raise: { by: 'mayor', set: { toll: ['add', 'toll', 1] }, learn: { reeve: 'wire' } },
    withdraw: { by: 'reeve', takes: 3 },
  },
  incidents: {
    shot: { rate: 1 / (30 * HOUR), set: { anger: ['add', 'anger', 0.1] }, runsAway: 'kappa' },
  },
  routines: { market: { first: 24, every: 24, set: { anger: ['add', 'anger', 0.01] } } },
  unknowns: { kappa: { type: 'uniform', low: 0, high: 0.1 } },
  letters: {
    offer: {
      from: 'mayor',
      to: ['reeve'],
      by: ['wire'],
      give: [{ do: 'raise' }],
      ask: [{ do: 'withdraw', within: 9 }],
    },
  },
  endings: { war: 'ran_away' },
  trust: { beliefs: [{ seat: 0, side: 1, alpha: 1, beta: 1 }] },
} as const satisfies Small;

const program = smallProgram(SMALL);
const inputs = [
  order(1, { seat: 'mayor', id: 'offer', type: 'send', letter: 'offer' }),
  order(12, { seat: 'reeve', type: 'answer', offer: 'offer', answer: 'accept', by: ['wire'] }),
  order(30, { seat: 'mayor', type: 'act', act: 'raise' }),
  order(40, { seat: 'reeve', type: 'act', act: 'withdraw' }),
];

const hashOf = (small: Small, run = 0) => play(smallProgram(small), inputs, { run }).end.stateHash;
const runs = Array.from({ length: 20 }, (_, run) => run);

describe('R23: the state hash', () => {
  test('R23: same scenario, seed and inputs: same history, byte for byte', () => {
    for (const run of runs) {
      const again = () =>
        JSON.stringify(runHistory(program, { seed: 's', run, record: false, inputs }));
      expect(again()).toBe(again());
    }
  });

  test('R23: it is the same with the log on or off, and in a kernel that is used again', () => {
    const { run: kernel } = createKernel(program);
    for (const run of runs) {
      const logged = play(program, inputs, { run }).end;
      const fresh = playSilently(program, inputs, { run });
      expect(fresh).toMatchObject({ stateHash: logged.stateHash, ending: logged.ending });
      expect(kernel({ seed: 'a', run, record: false, inputs })).toEqual(fresh);
    }
  });

  test('R23: another seed or run is another history', () => {
    const hashes = runs.flatMap((run) =>
      ['a', 'b'].map((seed) => play(program, inputs, { run, seed }).end.stateHash),
    );
    expect(new Set(hashes).size).toBeGreaterThan(hashes.length - 5);
  });

  test.each<[string, Small]>([
    ['an act', { acts: { ...SMALL.acts, fly: { by: 'mayor', set: { toll: 9 } } } }],
    ['an incident', { incidents: { asteroid: { rate: 0 }, ...SMALL.incidents } }],
    [
      'a routine after the close',
      { routines: { ...SMALL.routines, fair: { first: 999, every: 0 } } },
    ],
    ['a track', { tracks: { wind: { count: [0, 9], starts: 4 }, ...SMALL.tracks } }],
    ['an unknown', { unknowns: { ...SMALL.unknowns, luck: { type: 'fixed', value: 1 } } }],
    ['a channel', { channels: { raven: { delay: 2 }, ...SMALL.channels } }],
    ['an ending', { endings: { flood: ['gt', 'toll', 99], ...SMALL.endings } }],
    [
      'a seat, a side and what they know',
      {
        seats: { abbot: { side: 'abbey' }, mayor: { side: 'north' }, reeve: { side: 'south' } },
        trust: { beliefs: [{ seat: 1, side: 2, alpha: 1, beta: 1 }] },
      },
    ],
  ])('R23: it is untouched by %s that never acts', (_, more) => {
    for (const run of runs) expect(hashOf({ ...SMALL, ...more }, run)).toBe(hashOf(SMALL, run));
  });

  test.each<[string, Small]>([
    [
      'the value of a track',
      { acts: { ...SMALL.acts, raise: { ...SMALL.acts.raise, set: { toll: 5 } } } },
    ],
    ['who is told', { acts: { ...SMALL.acts, raise: { by: 'mayor', set: SMALL.acts.raise.set } } }],
  ])('R23: it tells %s', (_, more) => {
    const same = runs.filter((run) => hashOf({ ...SMALL, ...more }, run) === hashOf(SMALL, run));
    // A report that is lost, or a history that ends before, makes no difference.
    expect(same.length).toBeLessThan(runs.length / 2);
  });

  test('R23: known answers', () => {
    expect([0, 1, 2].map((run) => hashOf(SMALL, run))).toMatchInlineSnapshot(`
      [
        "cbd624be739981a6",
        "2704a441af61b847",
        "ef3e258e98fe89fe",
      ]
    `);
  });
});

describe('R23: what seats hold in mind', () => {
  const idle = { first: 5, every: 200, options: { nothing: 0 } };
  // Without loss: the offer has to be read, and answered.
  const sure: Small = { ...SMALL, channels: { wire: { delay: 4 } } };
  const doctrines = { mayor: { idle }, reeve: { idle } };
  const machines = smallProgram({ ...sure, doctrines });
  const played = (...seats: string[]) =>
    play(machines, inputs, { doctrines: seats.map((seat) => ({ seat, doctrine: 'idle' })) }).end
      .stateHash;

  test('R23: is no part of the state where no doctrine plays, declared or not', () => {
    expect(play(machines, inputs).end.stateHash).toBe(hashOf(sure));
  });

  test('R23: is one where any does, whichever seat it plays', () => {
    expect(played('mayor')).not.toBe(hashOf(sure));
    expect(played('reeve')).toBe(played('mayor'));
    expect(played('mayor', 'reeve')).toBe(played('mayor'));
  });

  test.each<[string, Small]>([
    [
      'what was chosen lately',
      { doctrines: { mayor: { idle: { ...idle, options: { 'act raise': 9 } } } } },
    ],
    [
      'what is believed of a resolve',
      {
        resolves: {
          mayor: { positions: { a: [0.5, 0], b: [0.5, 1] }, letters: { offer: [0, 2] } },
        },
      },
    ],
  ])('R23: %s counts', (_, more) => {
    const program = smallProgram({ ...sure, doctrines, ...more });
    const options = { doctrines: [{ seat: 'mayor', doctrine: 'idle' }] };
    expect(play(program, inputs, options).end.stateHash).not.toBe(played('mayor'));
  });

  test('R23: the resolve that was drawn does not', () => {
    const hashes = [0.001, 0.999].map((share) => {
      const positions = { a: [share, 0], b: [1 - share, 1] } as const;
      const program = smallProgram({ ...sure, doctrines, resolves: { mayor: { positions } } });
      return play(program, inputs, { doctrines: [{ seat: 'mayor', doctrine: 'idle' }] }).end
        .stateHash;
    });
    expect(hashes).toEqual([played('mayor'), played('mayor')]);
  });
});
