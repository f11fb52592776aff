import { expect, test } from 'vitest';
import { changes, heard, order, play } from '../testing/given.js';
import { smallProgram } from '../testing/small-program.js';

const BRIDGE = {
  tracks: {
    bridge: { levels: ['open', 'closed'], starts: 0 },
    toll: { count: [0, 9] as const, starts: 3 },
  },
  channels: { lookout: { delay: 2 } },
};

test('R9: an act takes its time, and its effects come at completion', () => {
  const program = smallProgram({
    ...BRIDGE,
    acts: { close: { by: 'mayor', takes: 5, set: { bridge: 1 }, learn: { reeve: 'lookout' } } },
  });
  const history = play(program, [order(1, { seat: 'mayor', type: 'act', act: 'close' })]);
  expect(changes(history, 'track')).toMatchObject([
    { hour: 6, track: 'bridge', from: 'open', to: 'closed' },
  ]);
  expect(changes(history, 'act').map(({ hour, status }) => [hour, status])).toEqual([
    [1, 'ordered'],
    [1, 'under way'],
    [6, 'completed'],
  ]);
  expect(heard(history, 'reeve', 'report')).toMatchObject([
    { hour: 8, tracks: [{ track: 'bridge', value: 'closed' }] },
  ]);
});
