import { describe, expect, test } from 'vitest';
import type { Entry } from '../parts/record.js';
import { play } from '../testing/given.js';
import type { Formula } from '../testing/formula.js';
import { HOUR, OPENS, smallProgram } from '../testing/small-program.js';
import {
  learned,
  recordedAt,
  recordedLetter,
  recordedObligation,
  recordedPosture,
} from '../testing/small-record.js';
import { meetings, utilities } from './testing/meetings.js';

const MAYOR = 0;
const REEVE = 1;
const OPEN_BRIDGE = 0;
const WITHDRAW = 1;

const CLAUSE = {
  says: '',
  within: -1,
  by: null,
  verified: -1,
  condition: null,
  covers: [],
  arguably: [],
  strength: '',
};
const OFFER = {
  give: [{ ...CLAUSE, who: 1, act: WITHDRAW }],
  ask: [{ ...CLAUSE, who: 0, act: OPEN_BRIDGE }],
  linkage: [],
  refuses: [],
  lapses: -1,
};

/** A mayor whom a doctrine takes over at hour 10 from the record. */
function taken(entries: readonly Entry[], options: Record<string, Formula | object>) {
  const program = smallProgram({
    channels: { ferry: { delay: 3 } },
    acts: { open_bridge: { by: 'mayor' }, withdraw: { by: 'reeve' } },
    letters: {
      price: {
        from: 'reeve',
        to: ['mayor'],
        by: ['ferry'],
        give: [{ do: 'withdraw' }],
        ask: [{ do: 'open_bridge' }],
      },
    },
    resolves: {
      reeve: { positions: { soft: [0.5, 0], hard: [0.5, 1] }, letters: { price: [-1, 1] } },
    },
    doctrines: {
      mayor: {
        fitted: { first: 1, every: 2, calls: { dispatch: 0.5 }, options: options as never },
      },
    },
    entries,
    closes: 30,
  });
  return play(program, [], {
    record: true,
    doctrines: [{ seat: 'mayor', doctrine: 'fitted' }],
    branch: { at: OPENS + 10 * HOUR, program },
  });
}

function column(entries: readonly Entry[], formula: Formula): [number, number][] {
  const all = utilities(taken(entries, { nothing: formula }), 'mayor', 'nothing');
  return all.filter(([, value], i) => i === 0 || all[i - 1]![1] !== value);
}

describe('R26: a doctrine that takes a seat over from the record', () => {
  const offer = recordedLetter('D1', [REEVE, 1], [MAYOR, 4], { terms: OFFER, letter: 0 });
  const later = recordedLetter('D2', [REEVE, 9], [MAYOR, 12.25], { letter: 0 });

  test('R26: meets from the branch on, by its own calendar and on mail under way', () => {
    const history = taken([offer, later], { nothing: 0 });
    expect(
      meetings(history)
        .map(({ hour }) => hour)
        .slice(0, 4),
    ).toEqual([11, 12.75, 13, 15]);
  });

  test('R26: finds what its seat has read: an open offer, by the name of its letter', () => {
    const history = taken([offer], {
      nothing: 0,
      'accept price': { utility: 50, by: ['ferry'] },
    });
    expect(meetings(history)[0]).toMatchObject({
      hour: 11,
      chosen: 'accept price',
      options: [{ name: 'nothing' }, { name: 'accept price', target: 'D1' }],
    });
  });

  test('R26: not one that its seat has answered already', () => {
    const answered = recordedLetter('D3', [MAYOR, 6], [REEVE, 9], { answers: [0, 'decline'] });
    const history = taken([offer, answered], {
      nothing: 0,
      'accept price': { utility: 50, by: ['ferry'] },
    });
    expect(meetings(history)[0]!.options.map(({ name }) => name)).toEqual(['nothing']);
  });

  test('R26: counts the letters of the record, and believes what they are signs of', () => {
    expect(column([offer, later], 'got_price')).toEqual([
      [11, 1],
      [12.75, 2],
    ]);
    expect(column([offer], 'quiet_hours')[0]).toEqual([11, 7]);
    expect(column([offer], 'resolve_of_reeve')[0]![1]).toBeCloseTo(0.731, 3);
  });

  test('R26: knows the obligations of the record that its seat knows, until they are over', () => {
    const made = (more: Partial<Parameters<typeof recordedObligation>[2]>) => [
      offer,
      recordedObligation('O', 5, { madeIn: 0, act: WITHDRAW, ...more }),
    ];
    expect(column(made({}), 'expects_withdraw')).toEqual([[11, 1]]);
    expect(column(made({ verified: recordedAt(14) }), 'expects_withdraw').at(-1)).toEqual([15, 0]);
    expect(column(made({ released: recordedAt(16) }), 'expects_withdraw').at(-1)).toEqual([17, 0]);
    expect(column(made({ due: recordedAt(18) }), 'overdue_withdraw').at(-1)).toEqual([19, 1]);
    const own = recordedObligation('O', 5, {
      obligor: 0,
      beneficiaries: [1],
      madeIn: 0,
      act: OPEN_BRIDGE,
      performed: recordedAt(14),
    });
    expect(column([offer, own], 'owes_open_bridge')).toEqual([
      [11, 1],
      [15, 0],
    ]);
  });

  test('R26: hears of deeds of the record as of any other', () => {
    const deed = recordedPosture('P', 12, {
      side: 1,
      standsFor: WITHDRAW,
      learn: [learned(MAYOR, 14)],
    });
    const bound = recordedObligation('O', 5, { madeIn: 0, act: WITHDRAW });
    expect(column([offer, bound, deed], 'expects_withdraw').at(-1)).toEqual([15, 0]);
  });
});
