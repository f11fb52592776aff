import { describe, expect, test } from 'vitest';
import { changes, offerCourse, play, playSilently } from '../testing/given.js';
import { smallProgram } from '../testing/small-program.js';

const BANKS = smallProgram({
  tracks: { bridge: { levels: ['open', 'closed'], starts: 0 } },
  channels: { ferry: { delay: 4 } },
  acts: {
    close_bridge: { by: 'mayor', set: { bridge: 1 }, learn: { everyone: 'at once' } },
    open_bridge: { by: 'mayor', takes: 1, set: { bridge: 0 }, learn: { everyone: 'at once' } },
    withdraw: { by: 'reeve', takes: 12, learn: { everyone: 'at once' } },
  },
  letters: {
    first: {
      from: 'reeve',
      to: ['mayor'],
      by: ['ferry'],
      give: [{ do: 'withdraw' }],
      ask: [{ do: 'open_bridge' }],
    },
  },
  endings: { settled: ['eq', 'obligations_open', 0] },
  doctrines: {
    mayor: {
      fitted: {
        every: 6,
        calls: { dispatch: 1 },
        precision: 4,
        worth: { withdraw: 1 },
        options: {
          nothing: 0,
          'act close_bridge': { utility: 1, when: ['eq', 'bridge', 0] },
          'act open_bridge': { utility: 5, when: 'owes_open_bridge' },
          accept: { utility: ['mul', 4, 'advantage'], by: ['ferry'] },
          decline: { utility: 0, by: ['ferry'] },
          leave: 0,
        },
      },
    },
    reeve: {
      fitted: {
        every: 6,
        precision: 4,
        options: {
          nothing: 0,
          'send first': { utility: 2, when: ['eq', 'sent_first', 0] },
          'act withdraw': { utility: 5, when: 'owes_withdraw' },
        },
      },
    },
  },
  closes: 96,
});

const DOCTRINES = [
  { seat: 'mayor', doctrine: 'fitted' },
  { seat: 'reeve', doctrine: 'fitted' },
];

describe('a history that doctrines play', () => {
  test('R23: comes to one state with and without a log', () => {
    const history = play(BANKS, [], { doctrines: DOCTRINES });
    expect(changes(history, 'meeting').length).toBeGreaterThan(10);
    const outcome = playSilently(BANKS, [], { doctrines: DOCTRINES });
    expect(outcome).toMatchObject({ stateHash: history.end.stateHash });
    expect(offerCourse).toBeDefined();
  });
});
