import { describe, expect, test } from 'vitest';
import type { Program } from '../program.js';
import { createKernel } from '../run.js';
import { outcomeColumns } from '../history/outcome-columns.js';
import { play } from '../testing/given.js';
import type { SmallDoctrine } from '../testing/small-doctrine.js';
import { smallProgram } from '../testing/small-program.js';
import { meetings } from './testing/meetings.js';

const MAYOR = [{ seat: 'mayor', doctrine: 'fitted' }];
const DRAWS = 100_000;

/** A mayor that can ring, sing or stamp, each at any meeting, with nothing else in the world. */
function ringing(doctrine: SmallDoctrine, closes: number): Program {
  const act = { by: 'mayor' } as const;
  return smallProgram({
    acts: { ring: act, sing: act, stamp: act },
    doctrines: { mayor: { fitted: doctrine } },
    closes,
  });
}

/** How often each act was done, over some runs. */
function done(program: Program, runs = 1): Record<string, number> {
  const kernel = createKernel(program);
  const columns = outcomeColumns(program).map(({ name }) => name);
  const row = new Float64Array(columns.length);
  const sum: Record<string, number> = {};
  for (let run = 0; run < runs; run++) {
    const outcome = kernel.run({ seed: 'choice', run, record: false, doctrines: MAYOR });
    if (outcome.type === 'fault') throw new Error(outcome.message);
    kernel.readOutcome(row, 0);
    for (const act of ['ring', 'sing', 'stamp']) {
      sum[act] = (sum[act] ?? 0) + row[columns.indexOf(`act_${act}`)]!;
    }
    sum['meetings'] = (sum['meetings'] ?? 0) + outcome.meetings;
  }
  return sum;
}

/** How far a binomial count lies from its expectation, in standard deviations. */
function deviation(count: number, of: number, share: number): number {
  return Math.abs(count / of - share) / Math.sqrt((share * (1 - share)) / of);
}

describe('R7: a choice is a logit quantal response', () => {
  test('R7: shares of what is chosen are those of the softmax, over 100,000 meetings', () => {
    // One meeting a period: each meeting finds fresh draws, and nothing spent.
    const program = ringing(
      {
        every: 1,
        drawsLast: 1,
        precision: 1.5,
        options: { nothing: 0, 'act ring': 0.4, 'act sing': -0.6, 'act stamp': -1.5 },
      },
      DRAWS,
    );
    const counts = done(program);
    const weights = [0.4, -0.6, -1.5].map((utility) => Math.exp(1.5 * utility));
    const all = 1 + weights[0]! + weights[1]! + weights[2]!;
    expect(counts['meetings']).toBe(DRAWS);
    expect(deviation(counts['ring']!, DRAWS, weights[0]! / all)).toBeLessThan(4);
    expect(deviation(counts['sing']!, DRAWS, weights[1]! / all)).toBeLessThan(4);
    expect(deviation(counts['stamp']!, DRAWS, weights[2]! / all)).toBeLessThan(4);
  });

  test('R7: a precision of nothing is blind: every option has an equal share', () => {
    const options = { nothing: 0, 'act ring': 9, 'act sing': -9, 'act stamp': 2 };
    const counts = done(ringing({ every: 1, drawsLast: 1, precision: 0, options }, 20_000));
    for (const act of ['ring', 'sing', 'stamp'])
      expect(deviation(counts[act]!, 20_000, 0.25)).toBeLessThan(4);
  });

  test('R7: an option whose guard is false is no rival', () => {
    const never = { utility: 50, when: 0 };
    const options = { nothing: 0, 'act ring': 0, 'act sing': never };
    const counts = done(ringing({ every: 1, drawsLast: 1, options }, 20_000));
    expect(counts['sing']).toBe(0);
    expect(deviation(counts['ring']!, 20_000, 0.5)).toBeLessThan(4);
  });
});

describe('R7: draws hang on seat, option and period alone', () => {
  const chosen = (options: SmallDoctrine['options'], seed: string, hours = 24) => {
    const program = ringing({ every: 6, options }, hours);
    return meetings(play(program, [], { seed, doctrines: MAYOR })).map((m) => m.chosen);
  };
  const seeds = Array.from({ length: 60 }, (_, i) => `s${i}`);

  test('R7: an option that is never open moves no other choice, wherever it stands in the list', () => {
    for (const seed of seeds) {
      const alone = chosen({ nothing: 0, 'act ring': 0 }, seed);
      expect(
        chosen({ 'act sing': { utility: 9, when: 0 }, nothing: 0, 'act ring': 0 }, seed),
      ).toEqual(alone);
      expect(chosen({ 'act ring': 0, nothing: 0 }, seed)).toEqual(alone);
    }
  });

  test('R7: across branches: a greater utility only adds to the runs that choose it', () => {
    const first = (utility: number) =>
      seeds.map((seed) => chosen({ nothing: 0, 'act ring': utility, 'act sing': 0 }, seed, 7)[0]!);
    const [low, high] = [first(0), first(0.8)];
    low.forEach((name, i) => {
      expect([name, 'act ring']).toContain(high[i]);
    });
    const rings = (names: string[]) => names.filter((name) => name === 'act ring').length;
    expect(rings(high)).toBeGreaterThan(rings(low));
  });

  test('R7: doctrines of one seat share their draws, whatever they are called', () => {
    const program = smallProgram({
      acts: { ring: { by: 'mayor' } },
      doctrines: {
        mayor: {
          fitted: { every: 6, options: { nothing: 0, 'act ring': 0 } },
          other: { every: 6, options: { 'act ring': 0, nothing: 0 } },
        },
      },
    });
    for (const seed of seeds.slice(0, 10)) {
      const by = (doctrine: string) =>
        meetings(play(program, [], { seed, doctrines: [{ seat: 'mayor', doctrine }] })).map(
          (m) => m.chosen,
        );
      expect(by('other')).toEqual(by('fitted'));
    }
  });
});

describe('R7: a taken option is spent until its next period', () => {
  test('R7: however strong, it is taken once a period, at a phase of its own', () => {
    const program = ringing(
      { every: 1, options: { nothing: 0, 'act ring': 99, 'act sing': 50 } },
      240,
    );
    const hours = (name: string) =>
      meetings(play(program, [], { doctrines: MAYOR })).flatMap(({ hour, chosen }) =>
        chosen === name ? [hour] : [],
      );
    for (const name of ['act ring', 'act sing']) {
      const taken = hours(name);
      const gaps = taken.slice(2).map((hour, i) => hour - taken[i + 1]!);
      expect(new Set(gaps)).toEqual(new Set([24]));
    }
    expect(hours('act ring')[1]! % 24).not.toBe(hours('act sing')[1]! % 24);
  });

  test('R7: doing nothing never is', () => {
    const program = ringing({ every: 1, options: { nothing: 0 } }, 100);
    expect(new Set(meetings(play(program, [], { doctrines: MAYOR })).map((m) => m.chosen))).toEqual(
      new Set(['nothing']),
    );
  });
});

/**
 * How often, a period, a rare option of weight w is taken against doing nothing, by m evenly spread
 * meetings: its own period overlaps two periods of its rival, and only where a meeting falls into
 * both (a share of 1 − 1/m of the phases) does it get two chances, at the smaller of two draws.
 */
function lawOfPeriods(w: number, m: number): number {
  const once = w / (1 + w);
  const twice = 2 * once - w / (2 + w);
  return once / m + twice * (1 - 1 / m);
}

describe('R7: meeting more often does not by itself make rare options likely', () => {
  const RUNS = 400;
  const DAYS = 100;
  const W = 0.05;
  const rings = (perDay: number) =>
    done(
      ringing({ every: 24 / perDay, options: { nothing: 0, 'act ring': Math.log(W) } }, 24 * DAYS),
      RUNS,
    )['ring']! /
    (RUNS * DAYS);
  const [four, eight, sixteen] = [rings(4), rings(8), rings(16)];

  test.each([
    [4, four],
    [8, eight],
    [16, sixteen],
  ])('R7: with %i meetings a period it is taken as the law of periods says', (m, share) => {
    const law = lawOfPeriods(W, m);
    expect(Math.abs(share / law - 1)).toBeLessThan(4 / Math.sqrt(law * RUNS * DAYS) + 0.01);
  });

  test('R7: twice the meetings take it at most 5 % more often, four times at most 7 %', () => {
    const more = (m: number) => lawOfPeriods(W, m) / lawOfPeriods(W, 4);
    expect(more(8)).toBeLessThan(1.05);
    expect(more(16)).toBeLessThan(1.07);
    expect(Math.abs(eight / four - more(8))).toBeLessThan(0.02);
    expect(Math.abs(sixteen / four - more(16))).toBeLessThan(0.02);
  });
});
