import { expect, test } from 'vitest';
import { changes, heard, order, play } from '../testing/given.js';
import type { Small } from '../testing/small-program.js';
import { smallProgram } from '../testing/small-program.js';
import { utilities } from './testing/meetings.js';

const MAYOR = [{ seat: 'mayor', doctrine: 'fitted' }];

/** The mayor demands in public, then takes less by a ferry whose leak goes to the press. */
function program(leakDelay: number, leave: string) {
  return smallProgram({
    seats: {
      mayor: { side: 'north', value: ['sub', 1, 'audience_cost'] },
      reeve: { side: 'south' },
      press: { side: 'world', observer: true },
    },
    channels: {
      ferry: { delay: 1, leak: 1, leaksTo: ['press'], leakDelay },
      wire: { delay: 1 },
      crier: { public: true, delay: 1, audienceCost: 0.3 },
    },
    acts: { open: { by: 'mayor' }, withdraw: { by: 'reeve' } },
    letters: {
      demand: { from: 'mayor', to: ['reeve', 'press'], by: ['crier'], ask: [{ do: 'withdraw' }] },
      poor: { from: 'reeve', to: ['mayor'], by: ['wire'], ask: [{ do: 'open' }] },
      poorer: { from: 'reeve', to: ['mayor'], by: ['crier'], ask: [{ do: 'open' }] },
    },
    doctrines: {
      mayor: {
        fitted: {
          first: 1,
          every: 2,
          options: { nothing: 'audience_cost', 'leave poorer': leave },
        },
      },
    },
    endings: { over: ['eq', 'obligations_open', 9] },
    closes: 24,
  } satisfies Small);
}

function history(leakDelay: number) {
  return play(
    program(leakDelay, 'retreat'),
    [
      order(0, { seat: 'mayor', type: 'send', letter: 'demand' }),
      order(0, { seat: 'reeve', id: 'poor', type: 'send', letter: 'poor' }),
      order(3, { seat: 'mayor', type: 'answer', offer: 'poor', answer: 'accept', by: ['ferry'] }),
      order(4, { seat: 'reeve', type: 'send', letter: 'poorer' }),
    ],
    { doctrines: MAYOR },
  );
}

test('R11: a seat does not know that its acceptance has leaked, nor what that has cost it', () => {
  const [early, late] = [history(3), history(40)];
  expect(changes(early, 'audience cost')).toMatchObject([{ seat: 'mayor', cost: 0.3, hour: 6 }]);
  expect(changes(late, 'audience cost')).toEqual([]);
  for (const option of ['nothing', 'leave poorer']) {
    expect(utilities(early, 'mayor', option)).toEqual(utilities(late, 'mayor', option));
  }
});

test('R22: what a leak has cost counts in the truth, not in the value over the picture', () => {
  const [judged] = changes(history(3), 'judgement').filter(({ seat }) => seat === 'mayor');
  expect(judged).toMatchObject({ picture: 1, truth: 0.7 });
  expect(heard(history(3), 'mayor', 'ended')).toEqual(heard(history(40), 'mayor', 'ended'));
});
