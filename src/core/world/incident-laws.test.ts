import { describe, expect, test } from 'vitest';
import { outcomeColumns } from '../history/outcome-columns.js';
import type { Program } from '../program.js';
import { createKernel } from '../run.js';
import type { TimedInput } from '../state.js';
import { chiSquare, histogram, kolmogorov, poisson } from '../testing/goodness-of-fit.js';
import { order } from '../testing/given.js';
import type { Formula } from '../testing/formula.js';
import type { SmallIncident, SmallTrack } from '../testing/small-program.js';
import { HOUR, OPENS, smallProgram } from '../testing/small-program.js';

/** 10⁵ draws: independent incidents of one program, by runs. */
const INCIDENTS = 100;
const RUNS = 1000;
const HOURS = 40;

/** A program of many incidents alike, each with a track that says how often it has happened. */
function manyShots(rate: Formula): Program {
  const list = Array.from({ length: INCIDENTS }, (_, i) => i);
  const tracks: [string, SmallTrack][] = list.map((i) => [
    `hits_${i}`,
    { count: [0, 99], starts: 0 },
  ]);
  const shots: [string, SmallIncident][] = list.map((i) => [
    `shot_${i}`,
    { rate, set: { [`hits_${i}`]: ['add', `hits_${i}`, 1] } },
  ]);
  return smallProgram({
    tracks: { heat: { count: [0, 9], starts: 1 }, ...Object.fromEntries(tracks) },
    incidents: Object.fromEntries(shots),
    milestones: Object.fromEntries(list.map((i) => [`hit_${i}`, ['ge', `hits_${i}`, 1]])),
    closes: HOURS,
  });
}

/** Values of all columns of one kind in all runs. */
function valuesOf(program: Program, kind: string, inputs: readonly TimedInput[] = []): number[] {
  const kernel = createKernel(program);
  const places = outcomeColumns(program).flatMap(({ name }, i) =>
    name.startsWith(kind) ? [i] : [],
  );
  const row = new Float64Array(outcomeColumns(program).length);
  const values: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const outcome = kernel.run({ seed: 'laws', run, record: false, inputs });
    if (outcome.type === 'fault') throw new Error(outcome.message);
    kernel.readOutcome(row, 0);
    for (const place of places) values.push(row[place]!);
  }
  expect(values).toHaveLength(INCIDENTS * RUNS);
  return values;
}

const heat = (hours: number, value: number): TimedInput =>
  order(hours, { seat: 'control', type: 'inject', name: `at${hours}`, set: { heat: value } });

/** The heat is 1, then 3, then 0, then 2: ten hours each. */
const WEATHER = [heat(10, 3), heat(20, 0), heat(30, 2)];
const PER_HOUR = 0.05;
const HEATED: Formula = ['mul', PER_HOUR / HOUR, 'heat'];

/** The rate integrated from the opening, under that weather. */
function integrated(hours: number): number {
  const part = (from: number, heated: number): number =>
    heated * Math.min(10, Math.max(0, hours - from));
  return PER_HOUR * (part(0, 1) + part(10, 3) + part(20, 0) + part(30, 2));
}

describe('R6: counts and times of incidents follow their exact laws', () => {
  test('R6: under a constant rate the count is Poisson', () => {
    const mean = 3;
    const counts = valuesOf(manyShots(mean / (HOURS * HOUR)), 'incident_');
    const { statistic, critical } = chiSquare(
      histogram(counts, 11),
      poisson(mean, 11, counts.length),
    );
    expect(statistic).toBeLessThan(critical);
  });

  test('R6: under a rate that changes it is Poisson in the integrated rate', () => {
    const counts = valuesOf(manyShots(HEATED), 'incident_', WEATHER);
    const mean = integrated(HOURS);
    expect(mean).toBeCloseTo(3, 12);
    const { statistic, critical } = chiSquare(
      histogram(counts, 11),
      poisson(mean, 11, counts.length),
    );
    expect(statistic).toBeLessThan(critical);
  });

  test('R6: under a rate that changes the first comes by t with chance 1 − exp(−∫rate)', () => {
    const times = valuesOf(manyShots(HEATED), 'milestone_', WEATHER).filter(
      (t) => !Number.isNaN(t),
    );
    const within = 1 - Math.exp(-integrated(HOURS));
    const { statistic, critical } = kolmogorov(
      times.map((t) => (t - OPENS) / HOUR),
      (t) => (1 - Math.exp(-integrated(t))) / within,
    );
    expect(statistic).toBeLessThan(critical);
    const missed = (INCIDENTS * RUNS - times.length) / (INCIDENTS * RUNS);
    expect(Math.abs(missed - Math.exp(-3))).toBeLessThan(3.29 * Math.sqrt(0.05 * 0.95 * 1e-5));
  });

  test('R6: a rate that each firing raises gives the law of a birth process', () => {
    // Rate (1 + hits) · r: hits + 1 is geometric with success exp(−r t) (Yule 1925).
    const list = Array.from({ length: INCIDENTS }, (_, i) => i);
    const program = manyShots(0);
    const grown: Program = {
      ...program,
      incidents: list.map((i) => ({
        ...program.incidents[i]!,
        rate: {
          type: 'mul',
          a: { type: 'number', value: 0.02 / HOUR },
          b: {
            type: 'add',
            a: { type: 'number', value: 1 },
            b: { type: 'track', track: i + 1 },
          },
        },
      })),
    };
    const counts = valuesOf(grown, 'incident_');
    const share = Math.exp(-0.02 * HOURS);
    const expected = list.slice(0, 11).map((k) => counts.length * share * (1 - share) ** k);
    const rest = counts.length - expected.reduce((sum, x) => sum + x, 0);
    const { statistic, critical } = chiSquare(histogram(counts, 11), [...expected, rest]);
    expect(statistic).toBeLessThan(critical);
  });
});
