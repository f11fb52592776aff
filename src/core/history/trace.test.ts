import { describe, expect, test } from 'vitest';
import { createKernel } from '../run.js';
import { order } from '../testing/given.js';
import { comparePrograms } from '../testing/pairs.js';
import type { Small, SmallChannel, SmallIncident } from '../testing/small-program.js';
import { HOUR, OPENS, smallProgram } from '../testing/small-program.js';
import { recordedIncident, recordedLeg, recordedLetter } from '../testing/small-record.js';
import type { Divergence } from './trace.js';
import { compareTraces } from './trace.js';

const FERRY: SmallChannel = { delay: 3 };
const SHOT: SmallIncident = {
  rate: 1 / (10 * HOUR),
  set: { fear: ['add', 'fear', 1] },
  runsAway: 'kappa',
  learn: { reeve: 'ferry' },
};

const SMALL: Small = {
  tracks: { fear: { count: [0, 9], starts: 0 }, toll: { count: [0, 9], starts: 3 } },
  unknowns: { kappa: { type: 'fixed', value: 0 } },
  channels: { ferry: FERRY },
  acts: { raise: { by: 'mayor', takes: 2, set: { toll: 5 }, learn: { reeve: 'ferry' } } },
  incidents: { shot: SHOT },
  letters: { plea: { from: 'reeve', to: ['mayor'], by: ['ferry'], ask: [{ do: 'raise' }] } },
  endings: { war: 'ran_away', rich: ['ge', 'toll', 9] },
  closes: 72,
};

const INPUTS = [
  order(1, { seat: 'mayor', type: 'act', act: 'raise' }),
  order(2, { seat: 'reeve', type: 'send', letter: 'plea' }),
];

const program = smallProgram(SMALL);

function parting(change: Small, more: Parameters<typeof comparePrograms>[2] = {}) {
  const [comparison] = comparePrograms(program, smallProgram({ ...SMALL, ...change }), {
    inputs: INPUTS,
    ...more,
  });
  return comparison!;
}

/** The first difference, its instant as hours after the opening. */
function told({ first }: { readonly first: Divergence | null }) {
  return first === null ? null : [(first.at - OPENS) / HOUR, first.in, first.what];
}

describe('R25: two histories are the same, or part somewhere', () => {
  test('R25: without a change they are identical, and every draw is shared', () => {
    expect(parting({})).toEqual({ identical: true, first: null, unaligned: 0 });
  });

  test('R25: something that only one of them has', () => {
    const acts = { raise: { ...SMALL.acts!['raise']!, when: 0 } };
    expect(told(parting({ acts }))).toEqual([
      1,
      'change',
      'mayor hears that it failed: raise: only in the change',
    ]);
    expect(told(parting({}, { changed: { inputs: INPUTS.slice(1) } }))).toEqual([
      1,
      'baseline',
      'an order of mayor: only in the baseline',
    ]);
    const more = [
      ...INPUTS,
      order(1.5, { seat: 'reeve', id: 'more', type: 'send', letter: 'plea' }),
    ];
    expect(told(parting({}, { changed: { inputs: more } }))).toEqual([
      1.5,
      'change',
      'an order of reeve: only in the change',
    ]);
  });

  test('R25: the same thing later or earlier', () => {
    const slow = parting({ channels: { ferry: { delay: 4 } } });
    expect(told(slow)).toEqual([5, 'both', 'plea (reeve) reaches mayor: later in the change']);
    const quick = parting({ channels: { ferry: { delay: 1 } } });
    expect(told(quick)).toEqual([3, 'both', 'plea (reeve) reaches mayor: earlier in the change']);
  });

  test('R25: news is told by what it is of', () => {
    const reports = { ...SMALL, letters: {}, channels: { ferry: { delay: 1 } } };
    const comparison = comparePrograms(
      smallProgram({ ...SMALL, letters: {} }),
      smallProgram(reports),
      { inputs: INPUTS.slice(0, 1) },
    )[0]!;
    expect(told(comparison)).toEqual([
      4,
      'both',
      'news of raise reaches reeve: earlier in the change',
    ]);
  });

  test('R25: news of the k-th firing of an incident is told by the incident', () => {
    const channels = { ferry: { delay: 3, loss: 0.5 } };
    const words = comparePrograms(program, smallProgram({ ...SMALL, channels }), { runs: 40 }).map(
      ({ first }) => first?.what,
    );
    expect(new Set(words)).toEqual(
      new Set([undefined, 'news of shot reaches reeve: only in the baseline']),
    );
  });

  test('R25: the same event that does something else', () => {
    const acts = { raise: { ...SMALL.acts!['raise']!, set: { toll: 9 } } };
    expect(told(parting({ acts }))).toEqual([
      3,
      'both',
      'the history ends as rich; in the baseline: it goes on',
    ]);
    const less = { raise: { ...SMALL.acts!['raise']!, set: { toll: 4 } } };
    expect(told(parting({ acts: less }))).toEqual([
      3,
      'both',
      'mayor completes: raise: other effects on toll',
    ]);
  });

  test('R25: an incident that runs away, with the unknown that moved', () => {
    const unknowns = { kappa: { type: 'fixed', value: 1 } } as const;
    const { first, identical } = parting({ unknowns });
    expect(identical).toBe(false);
    expect(first).toMatchObject({
      in: 'both',
      what: 'shot: runs away only in the change (kappa is higher in the change)',
    });
  });

  test('R25: a parameter that moved nothing leaves a history the same', () => {
    const unknowns = { kappa: { type: 'fixed', value: 1e-9 } } as const;
    expect(parting({ unknowns })).toEqual({ identical: true, first: null, unaligned: 0 });
  });

  test('R25: a letter that is lost on the way', () => {
    const channels = { ferry: { delay: 3, loss: 1 } };
    expect(
      parting({ channels, incidents: {}, acts: { raise: { by: 'mayor', takes: 2 } } }),
    ).toMatchObject({ identical: false });
    const [comparison] = comparePrograms(
      smallProgram({ ...SMALL, incidents: {} }),
      smallProgram({ ...SMALL, incidents: {}, channels }),
      { inputs: INPUTS.slice(1) },
    );
    expect(told(comparison!)).toEqual([
      5,
      'both',
      'plea (reeve) reaches mayor: lost in the change, arrived in the baseline',
    ]);
  });

  test('R25: what only the end tells apart', () => {
    const beliefs = (alpha: number) => ({
      trust: { beliefs: [{ seat: 0, side: 1, alpha, beta: 2 }] },
    });
    const provoked = {
      incidents: { shot: { ...SHOT, learn: { mayor: 'at once' }, blames: 'south' } },
    };
    const at = (provocation: number) =>
      smallProgram({ ...SMALL, ...provoked, trust: { ...beliefs(1).trust, provocation } });
    const [comparison] = comparePrograms(at(1), at(2), { inputs: [] });
    expect(comparison).toMatchObject({
      identical: false,
      first: { in: 'both', what: 'the same events, and another state in the end' },
      unaligned: 0,
    });
  });

  test('R26: entries of the record, by their ids', () => {
    const entries = [
      recordedLetter('D0', [0, 1], [1, 4]),
      recordedLetter('D1', [1, 6], [0, 9], { answers: [0, 'none'] }),
      recordedIncident('I2', 12),
    ];
    const baseline = smallProgram({ ...SMALL, incidents: {}, entries });
    const branch = { at: OPENS + HOUR, program: baseline };
    const lost = { ...entries[0]!, legs: [recordedLeg([0, 1], [1, 40])] } as (typeof entries)[0];
    const late = { ...baseline, entries: [lost, ...entries.slice(1)] };
    const compare = (change: typeof branch) =>
      comparePrograms(baseline, baseline, {
        record: true,
        branch,
        changed: { branch: change },
      })[0]!;
    expect(compare({ ...branch, program: late }).first).toEqual({
      index: 3,
      at: OPENS + 4 * HOUR,
      in: 'both',
      what: 'D0 reaches reeve: later in the change',
    });
    expect(compare({ ...branch, seatsOff: ['reeve'] } as typeof branch).first).toMatchObject({
      in: 'baseline',
      what: 'D1 is sent: only in the baseline',
    });
  });

  test('R26: an entry that is overtaken in one of them', () => {
    const entries = [
      recordedIncident('I0', 5, { guard: { type: 'track', track: 0 } }),
      recordedLetter('D1', [1, 6], [0, 9]),
    ];
    const one = smallProgram({ ...SMALL, incidents: {}, entries });
    const two = { ...one, entries: [{ ...entries[0]!, guard: null }, entries[1]!] };
    const [comparison] = comparePrograms(one, two, { record: true });
    expect(comparison!.first).toMatchObject({
      in: 'both',
      what: 'I0: overtaken only in the baseline',
    });
  });
});

describe('R25: what machines choose otherwise', () => {
  /** A mayor who meets every ten hours and weighs a plea by one number, an act by another. */
  const machine = (act: number, accept: number): Small => ({
    incidents: {},
    doctrines: {
      mayor: {
        calm: {
          every: 10,
          precision: 1000,
          options: {
            nothing: 0,
            'act raise': act,
            accept: { utility: accept, by: ['ferry'] },
            decline: { utility: -1, by: ['ferry'] },
          },
        },
      },
    },
  });
  const compare = (a: Small, b: Small) =>
    comparePrograms(smallProgram({ ...SMALL, ...a }), smallProgram({ ...SMALL, ...b }), {
      inputs: INPUTS.slice(1),
      doctrines: [{ seat: 'mayor', doctrine: 'calm' }],
    })[0]!;

  test('R7: another option, by its title', () => {
    expect(told(compare(machine(-2, -2), machine(2, -2)))).toEqual([
      10,
      'both',
      "mayor's meeting chooses act raise; in the baseline: nothing",
    ]);
  });

  test('R7: a reply, by the letter that it answers', () => {
    expect(told(compare(machine(-2, 2), machine(-2, -2)))).toEqual([
      10,
      'both',
      "mayor's meeting chooses nothing; in the baseline: accept: plea (reeve)",
    ]);
  });

  test('R25: draws of options are shared, whatever the doctrine makes of them', () => {
    const other = compare(machine(-2, -2), machine(-3, -4));
    expect(other).toEqual({ identical: true, first: null, unaligned: 0 });
  });
});

describe('R25: draws that only one history uses are counted', () => {
  const letters = (loss: number, more: SmallChannel = {}) => ({
    channels: {
      ferry: { delay: { type: 'uniform', low: HOUR, high: 2 * HOUR }, loss, ...more } as const,
    },
    incidents: {},
  });
  const unaligned = (a: Small, b: Small, inputs = INPUTS) =>
    comparePrograms(smallProgram({ ...SMALL, ...a }), smallProgram({ ...SMALL, ...b }), {
      inputs,
    })[0]!.unaligned;

  test('R25: a delay that both draw is shared, whatever its distribution', () => {
    expect(unaligned(letters(0), letters(0, { delay: { type: 'uniform', low: 1, high: 9 } }))).toBe(
      0,
    );
  });

  test('R25: a loss that only one can have is drawn by one: for the news and for the letter', () => {
    expect(unaligned(letters(0), letters(1e-9))).toBe(2);
  });

  test('R25: an order that only one has brings its draws', () => {
    // The news of the act draws its delay, the letter its own.
    expect(unaligned(letters(0), { ...letters(0), acts: { raise: { by: 'mayor' } } })).toBe(1);
  });
});

test('R23: with a trace a run is the same, and again and again in one kernel', () => {
  const traced = createKernel(program, { trace: true });
  const plain = createKernel(program);
  expect(plain.trace).toBe(null);
  for (let run = 0; run < 20; run++) {
    const options = { seed: 'a', run, record: false, inputs: INPUTS };
    expect(traced.run(options)).toEqual(plain.run(options));
    const { count, time, draws } = traced.trace!;
    const again = createKernel(program, { trace: true });
    again.run(options);
    expect(compareTraces(traced.trace!, again.trace!)).toMatchObject({
      identical: true,
      unaligned: 0,
    });
    expect([again.trace!.count, again.trace!.draws.count]).toEqual([count, draws.count]);
    expect(time[0]).toBe(OPENS);
  }
});

test('R25: a trace of many events and draws grows without losing any', () => {
  const busy = smallProgram({ ...SMALL, incidents: { shot: { ...SHOT, rate: 40 / HOUR } } });
  const kernel = createKernel(busy, { trace: true });
  const outcome = kernel.run({ seed: 'a', record: false });
  expect(outcome).toMatchObject({ type: 'done', events: kernel.trace!.count });
  expect(kernel.trace!.count).toBeGreaterThan(5000);
  const [comparison] = comparePrograms(busy, busy);
  expect(comparison).toEqual({ identical: true, first: null, unaligned: 0 });
});
