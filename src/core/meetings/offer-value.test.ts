import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactExp } from '../chance/exact-exp.js';
import { order, play } from '../testing/given.js';
import type { SmallDoctrine } from '../testing/small-doctrine.js';
import type { Small } from '../testing/small-program.js';
import { HOUR, smallProgram } from '../testing/small-program.js';
import { meetings } from './testing/meetings.js';

const MAYOR = [{ seat: 'mayor', doctrine: 'fitted' }];

const SMALL: Small = {
  seats: {
    mayor: { side: 'north' },
    reeve: { side: 'south' },
    press: { side: 'world', observer: true },
  },
  channels: {
    wire: { delay: 1 },
    ferry: { delay: 1, leak: 0.2 },
    crier: { public: true, delay: 1, audienceCost: 0.3 },
  },
  routes: { both: [['ferry', 'press'], ['wire']] },
  acts: {
    open_bridge: { by: 'mayor' },
    lower_tolls: { by: 'mayor' },
    withdraw: { by: 'reeve' },
  },
  letters: {
    offer: {
      from: 'reeve',
      to: ['mayor'],
      by: ['wire'],
      give: [{ do: 'withdraw' }, { says: 'we stay friends' }],
      ask: [{ do: 'open_bridge' }],
    },
    dear: {
      from: 'reeve',
      to: ['mayor'],
      by: ['wire'],
      ask: [{ do: 'open_bridge' }, { do: 'lower_tolls' }],
    },
    cried: {
      from: 'reeve',
      to: ['mayor'],
      by: ['crier'],
      give: [{ do: 'withdraw' }],
      ask: [{ do: 'open_bridge' }],
    },
    demand: {
      from: 'mayor',
      to: ['reeve', 'press'],
      by: ['crier'],
      ask: [{ do: 'withdraw' }, { says: 'an apology' }],
    },
    steep: { from: 'mayor', to: ['reeve'], by: ['crier'], ask: [{ do: 'withdraw' }], give: [] },
  },
  trust: { beliefs: [{ seat: 0, side: 1, alpha: 3, beta: 1 }] },
  closes: 24,
};

const BARGAINING = {
  worth: { withdraw: 0.5, open_bridge: -0.2, lower_tolls: -0.1 },
  words: 0.02,
  present: 0.1,
  continues: -0.3,
  war: -2,
  hazard: 0.01,
  replyTakes: 12,
};

interface Circumstances {
  readonly by?: string;
  readonly before?: readonly string[];
  readonly doctrine?: Partial<SmallDoctrine>;
}

function weighed(
  letter: string,
  column: string,
  { by = 'wire', before = [], doctrine = {} }: Circumstances = {},
): number {
  const program = smallProgram({
    ...SMALL,
    doctrines: {
      mayor: {
        fitted: {
          first: 6,
          every: 24,
          ...BARGAINING,
          ...doctrine,
          options: { nothing: 0, accept: { utility: 0, by: [by] }, leave: column },
        },
      },
    },
  });
  const inputs = [
    ...before.map((name) => order(0, { seat: 'mayor', type: 'send', letter: name })),
    order(1, { seat: 'reeve', type: 'send', letter }),
  ];
  const [meeting] = meetings(play(program, inputs, { doctrines: MAYOR }));
  return meeting!.options.find(({ name }) => name === 'leave')!.utility;
}

// An offer is worth what it makes of things; here every column is worked out by hand.
const H = 1 - exactExp((-0.01 / HOUR) * 12 * HOUR);
const STAY = (1 - H) * -0.3 + H * -2;

describe('the value of an offer (bargaining with a risk of breakdown)', () => {
  test('R16: deal is the present with all that both sides do; betrayed only what its own side does', () => {
    expect(weighed('offer', 'deal')).toBeCloseTo(0.1 + 0.5 + 0.02 - 0.2, 12);
    expect(weighed('offer', 'betrayed')).toBeCloseTo(0.1 - 0.2, 12);
    expect(weighed('dear', 'deal')).toBeCloseTo(0.1 - 0.3, 12);
    expect(weighed('dear', 'betrayed')).toBeCloseTo(0.1 - 0.3, 12);
  });

  test('R16: breakdown is the hazard over the time that a reply takes', () => {
    expect(weighed('offer', 'breakdown')).toBe(H);
    expect(weighed('offer', 'breakdown', { doctrine: { hazard: -1 } })).toBe(0);
    expect(weighed('offer', 'hours_open')).toBe(5);
  });

  test('R16: the advantage weighs deal and betrayal by trust, against going on', () => {
    const expected = 0.75 * 0.42 + 0.25 * -0.1 - STAY;
    expect(weighed('offer', 'advantage')).toBeCloseTo(expected, 12);
    const nobody = weighed('offer', 'advantage', { doctrine: { continues: 0, war: 0 } });
    expect(nobody).toBeCloseTo(0.75 * 0.42 + 0.25 * -0.1, 12);
  });

  test('R18: a retreat counts with the audience cost of the demands that it gives up, by how public it is', () => {
    const retreat = (by: string, before: string[], letter = 'dear') =>
      weighed(letter, 'retreat', { by, before });
    expect(retreat('wire', [])).toBe(0);
    expect(retreat('wire', ['demand'])).toBe(0);
    expect(retreat('crier', ['demand'])).toBe(0.3);
    expect(retreat('crier', ['demand', 'steep'])).toBe(0.6);
    expect(retreat('ferry', ['demand'])).toBeCloseTo(0.2 * 0.3, 12);
    expect(retreat('both', ['demand'])).toBeCloseTo(0.2 * 0.3, 12);
    // What the offer gives is no longer demanded in vain.
    expect(retreat('crier', ['demand'], 'offer')).toBe(0);
    expect(retreat('wire', ['steep'], 'cried')).toBe(0);
  });

  test('R18: any answer to a public offer is public', () => {
    const open = { ...SMALL.letters!['dear']!, by: ['crier'] };
    const program = smallProgram({
      ...SMALL,
      letters: { ...SMALL.letters, dear: open },
      doctrines: {
        mayor: {
          fitted: {
            first: 6,
            every: 24,
            options: { accept: { utility: 'retreat', by: ['wire'] } },
          },
        },
      },
    });
    const inputs = [
      order(0, { seat: 'mayor', type: 'send', letter: 'demand' }),
      order(1, { seat: 'reeve', type: 'send', letter: 'dear' }),
    ];
    const [meeting] = meetings(play(program, inputs, { doctrines: MAYOR }));
    // Backing down costs more than nothing here, and so is not even considered.
    expect(meeting!.options).toEqual([]);
  });
});

describe('no offer is accepted that its own valuation rejects', () => {
  const number = fc.double({ min: -1, max: 1, noNaN: true });
  test('R16: accept is weighed exactly where the advantage is not negative', () => {
    fc.assert(
      fc.property(number, number, number, number, (gain, loss, continues, war) => {
        const program = smallProgram({
          ...SMALL,
          doctrines: {
            mayor: {
              fitted: {
                first: 6,
                every: 24,
                worth: { withdraw: gain, open_bridge: loss },
                continues,
                war,
                hazard: 0.02,
                replyTakes: 6,
                options: { accept: { utility: 9, by: ['wire'] }, leave: { utility: 'advantage' } },
              },
            },
          },
        });
        const offer = order(1, { seat: 'reeve', type: 'send', letter: 'offer' });
        const [meeting] = meetings(play(program, [offer], { doctrines: MAYOR }));
        const leave = meeting!.options.find(({ name }) => name === 'leave')!;
        const accept = meeting!.options.find(({ name }) => name === 'accept');
        expect(leave.utility).toBe(leave.advantage);
        expect(accept !== undefined).toBe(leave.utility >= 0);
      }),
      { numRuns: 60 },
    );
  });

  test('R8: a value that is no number is a fault of the run', () => {
    expect(() => weighed('offer', 'deal', { doctrine: { war: ['div', 1, 0] } })).toThrow(
      /worth to mayor by its doctrine fitted/,
    );
    expect(() => weighed('offer', 'deal', { doctrine: { hazard: ['div', 1, 0] } })).toThrow(
      /is not a number/,
    );
  });
});
