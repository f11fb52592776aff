import { describe, expect, test } from 'vitest';
import type { Program } from '../program.js';
import type { Outcome, RunOptions } from '../run-options.js';
import { createKernel } from '../run.js';
import { order } from '../testing/given.js';
import type { Small } from '../testing/small-program.js';
import { HOUR, OPENS, smallProgram } from '../testing/small-program.js';
import { recordedPosture } from '../testing/small-record.js';
import { outcomeColumns } from './outcome-columns.js';

const SMALL = {
  seats: {
    mayor: { side: 'north', value: ['sub', 1, 'fear'] },
    reeve: { side: 'south', value: ['sub', 1, 'fear'] },
    crowd: { side: 'south', observer: true },
  },
  tracks: {
    bridge: { levels: ['open', 'closed'], starts: 0 },
    alarm: { switch: true, starts: 0 },
    toll: { count: [0, 9], starts: 3 },
    fear: { share: [0, 1], starts: 0.25 },
  },
  unknowns: { kappa: { type: 'fixed', value: 0 } },
  channels: { wire: { delay: 1 } },
  acts: {
    raise: { by: 'mayor', takes: 2, set: { toll: 5, bridge: 1 } },
    withdraw: { by: 'reeve', takes: 1 },
  },
  // It comes within milliseconds of the opening, and never again.
  incidents: {
    shot: {
      rate: ['if', 'alarm', 0, 1],
      kind: 'inadvertent',
      set: { alarm: 1, fear: 0.5 },
      runsAway: 'kappa',
      learn: { reeve: 'at once' },
    },
  },
  letters: {
    offer: {
      from: 'mayor',
      to: ['reeve'],
      by: ['wire'],
      give: [{ do: 'raise' }],
      ask: [{ do: 'withdraw', within: 48 }],
    },
    plea: { from: 'reeve', to: ['mayor'], by: ['wire'] },
  },
  endings: { war: 'ran_away', settled: ['eq', 'obligations_open', 0] },
  milestones: { raised: ['eq', 'toll', 5], plenty: ['gt', 'toll', 8], known: ['ge', 'toll', 3] },
  trust: { beliefs: [{ seat: 0, side: 1, alpha: 1, beta: 3 }] },
  closes: 72,
} as const satisfies Small;

const INPUTS = [
  order(1, { seat: 'mayor', id: 'offer', type: 'send', letter: 'offer' }),
  order(12, { seat: 'reeve', type: 'answer', offer: 'offer', answer: 'accept', by: ['wire'] }),
  order(30, { seat: 'mayor', type: 'act', act: 'raise' }),
];

/** The row of one run by the names of its columns: categories by their labels, NaN as null. */
function rowOf(program: Program, options: Partial<RunOptions> = {}) {
  const kernel = createKernel(program);
  const outcome = kernel.run({ seed: 'a', record: false, ...options });
  const columns = outcomeColumns(program);
  // With room before and after, which is left alone.
  const row = new Float64Array(columns.length + 2).fill(-7);
  kernel.readOutcome(row, 1);
  expect([row[0], row.at(-1)]).toEqual([-7, -7]);
  const entries = columns.map(({ name, type, labels }, i) => {
    const value = row[i + 1]!;
    if (Number.isNaN(value)) return [name, null] as const;
    return [name, type === 'category' ? labels[value] : value] as const;
  });
  return { outcome, row: Object.fromEntries(entries) };
}

const at = (hours: number): number => OPENS + hours * HOUR;

describe('R22: what a history comes to, as a row', () => {
  const program = smallProgram(SMALL);
  const { outcome, row } = rowOf(program, { inputs: INPUTS });

  test('R22: every column of a bargain half kept, by hand', () => {
    const { events, state_hash_hi: high, state_hash_lo: low, ...rest } = row;
    expect(rest).toEqual({
      ending: 'out of time',
      ended_at: at(72),
      later_ending: null,
      ran_away: 0,
      how: null,
      milestone_raised: at(32),
      milestone_plenty: null,
      milestone_known: at(0),
      unknown_kappa: 0,
      track_bridge: 'closed',
      track_alarm: 1,
      track_toll: 5,
      track_fear: 0.5,
      incident_shot: 1,
      act_raise: 1,
      act_withdraw: 0,
      letter_offer: 1,
      letter_plea: 0,
      dispatches: 2,
      offers: 1,
      bargains: 1,
      obligations: 2,
      obligations_performed: 1,
      obligations_open: 1,
      obligations_breached: 1,
      disputes: 0,
      audience_mayor: 0,
      audience_reeve: 0,
      judgement_mayor: 0.75,
      truth_mayor: 0.5,
      judgement_reeve: 0.5,
      truth_reeve: 0.5,
      // The delay at the deadline counts half a failure: 1 against 3.5.
      trust_mayor_south: 1 / 4.5,
      meetings: 0,
      options: 0,
    });
    const done = outcome as Extract<Outcome, { readonly type: 'done' }>;
    expect(events).toBe(done.events);
    expect(BigInt(high as number) * 2n ** 32n + BigInt(low as number)).toBe(
      BigInt(`0x${done.stateHash}`),
    );
  });

  test('R22: a war says how, and stops the run', () => {
    const wild = smallProgram({ ...SMALL, unknowns: { kappa: { type: 'fixed', value: 1 } } });
    const { row } = rowOf(wild);
    expect(row).toMatchObject({ ending: 'war', ran_away: 1, how: 'inadvertent', unknown_kappa: 1 });
    expect(row['ended_at']).toBeLessThan(at(0.01));
    expect(row['milestone_raised']).toBe(null);
  });

  test('R22: after its first ending a history may come to another', () => {
    const inputs = [...INPUTS, order(33, { seat: 'reeve', type: 'act', act: 'withdraw' })];
    const shot = {
      ...SMALL.incidents.shot,
      rate: ['if', ['eq', 'toll', 5], 1 / HOUR, 0],
      runsAway: 1,
    } as const;
    const long = { ...SMALL, aftermath: 100, incidents: { shot } };
    const settled = rowOf(smallProgram(long), { inputs }).row;
    expect(settled).toMatchObject({
      ending: 'war',
      later_ending: 'settled',
      ended_at: expect.anything(),
    });
    const calm = { ...long, incidents: {} };
    expect(rowOf(smallProgram(calm), { inputs }).row).toMatchObject({
      ending: 'settled',
      ended_at: at(34),
      later_ending: null,
    });
  });

  test('R22: a run that is cut off before any ending has none', () => {
    const { row } = rowOf(program, { inputs: INPUTS, until: at(20) });
    expect(row).toMatchObject({ ending: null, ended_at: null, act_raise: 0, obligations: 2 });
  });

  test('R22: every column has a name of its own', () => {
    const names = outcomeColumns(program).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
  });

  test('R22: nothing can be read before a run is done', () => {
    const kernel = createKernel(program);
    expect(() => kernel.readOutcome(new Float64Array(99), 0)).toThrow('no run is done');
    kernel.run({ seed: 'a', record: false });
    kernel.run({ seed: 'a', record: false, inputs: [{ ...INPUTS[0]!, at: 'noon' }] });
    expect(() => kernel.readOutcome(new Float64Array(99), 0)).toThrow('no run is done');
  });

  test('R23: the row is the same in a kernel that was used before', () => {
    const kernel = createKernel(program);
    const rows = [0, 0].map(() => {
      const into = new Float64Array(outcomeColumns(program).length);
      kernel.run({ seed: 'b', record: false });
      kernel.run({ seed: 'a', record: false, inputs: INPUTS });
      kernel.readOutcome(into, 0);
      return [...into];
    });
    expect(rows[0]).toEqual(rows[1]);
  });
});

describe('R22: a milestone is the first instant at which its condition holds', () => {
  const entries = [
    recordedPosture('up', 2, { set: [{ track: 2, value: { type: 'number', value: 9 } }] }),
    recordedPosture('down', 4, { set: [{ track: 2, value: { type: 'number', value: 4 } }] }),
    recordedPosture('again', 8, { set: [{ track: 2, value: { type: 'number', value: 9 } }] }),
  ];
  const program = smallProgram({ ...SMALL, incidents: {}, entries });
  const plenty = (options: Partial<RunOptions>) =>
    rowOf(program, { record: true, ...options }).row['milestone_plenty'];
  const from = (hours: number) => ({ branch: { at: at(hours), program } });

  test('R22: it is noted once, and stays', () => {
    expect(plenty({})).toBe(at(2));
  });

  test('R22: after a branch only from the branch on', () => {
    expect(plenty(from(3))).toBe(at(3));
    expect(plenty(from(5))).toBe(at(8));
    expect(plenty(from(2))).toBe(at(2));
    expect(plenty(from(72))).toBe(at(72));
  });

  test('R22: by the condition that holds from the branch on', () => {
    const changed = smallProgram({
      ...SMALL,
      incidents: {},
      entries,
      milestones: { ...SMALL.milestones, plenty: ['lt', 'toll', 5] },
    });
    expect(plenty({ branch: { at: at(3), program: changed } })).toBe(at(4));
  });

  test('R23: the state hash does not know it', () => {
    const bare = smallProgram({ ...SMALL, milestones: {} });
    const hash = (p: Program) => createKernel(p).run({ seed: 'a', record: false, inputs: INPUTS });
    expect(hash(bare)).toEqual(hash(smallProgram(SMALL)));
  });
});
