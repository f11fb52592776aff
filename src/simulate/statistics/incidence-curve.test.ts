import { expect, test } from 'vitest';
import { incidenceSteps, shareInterval, type Ends, type IncidenceStep } from './incidence-curve.js';
import { wilsonInterval } from './wilson-interval.js';

const NONE = new Float64Array(0);

/** Weeks of remission under 6-MP (Freireich et al. 1963); those lost from sight apart. */
const REMISSION: Ends = {
  these: Float64Array.of(6, 6, 6, 7, 10, 13, 16, 22, 23),
  others: NONE,
  censored: Float64Array.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
};

test('the product limit and its standard error are those published for the remissions', () => {
  const steps = [...incidenceSteps(REMISSION)].map(({ at, atRisk, survival, survivalVariance }) => [
    at,
    atRisk,
    Number(survival.toFixed(4)),
    Number(Math.sqrt(survivalVariance).toFixed(4)),
  ]);
  expect(steps).toEqual([
    [6, 21, 0.8571, 0.0764],
    [7, 17, 0.8067, 0.0869],
    [10, 15, 0.7529, 0.0963],
    [13, 12, 0.6902, 0.1068],
    [16, 11, 0.6275, 0.1141],
    [22, 7, 0.5378, 0.1282],
    [23, 6, 0.4482, 0.1346],
  ]);
});

test('where nothing competes, what has ended is what survival has lost', () => {
  for (const step of incidenceSteps(REMISSION)) {
    expect(step.incidence).toBeCloseTo(1 - step.survival, 14);
    expect(step.incidenceVariance).toBeCloseTo(step.survivalVariance, 14);
  }
});

/**
 * Satagopan et al. 2004, "A note on competing risks in survival data analysis", Table 2: nine of
 * 305 cases, with all others seen to the end. Its last column adds up rounded figures, so that its
 * terms are compared and not their sum.
 */
test('with a competing end, survival and the terms of incidence are the published ones', () => {
  const steps = [
    ...incidenceSteps({
      these: Float64Array.of(10, 16, 23, 27),
      others: Float64Array.of(18, 26),
      censored: Float64Array.of(7, 14, 24, ...Float64Array.from({ length: 296 }, () => 28)),
    }),
  ];
  const percent = (share: number) => Number((100 * share).toFixed(1));
  const terms = steps.map(({ incidence }, i) => incidence - (steps[i - 1]?.incidence ?? 0));
  expect(
    steps.map(({ at, atRisk, survival }, i) => [at, atRisk, percent(survival), percent(terms[i]!)]),
  ).toEqual([
    [10, 304, 99.7, 0.3],
    [16, 302, 99.3, 0.3],
    [18, 301, 99, 0],
    [23, 300, 98.7, 0.3],
    [26, 298, 98.3, 0],
    [27, 297, 98, 0.3],
  ]);
});

/** A small deterministic sample with ties, censoring and competition. */
function sample(): Ends {
  const lists: number[][] = [[], [], []];
  let x = 12345;
  for (let i = 0; i < 200; i += 1) {
    x = (x * 16807) % 2147483647;
    lists[x % 3]!.push(1 + (Math.floor(x / 3) % 40));
  }
  const [these, others, censored] = lists.map((list) => Float64Array.from(list).toSorted());
  return { these: these!, others: others!, censored: censored! };
}

/** Dinse and Larson 1986, "A note on semi-Markov models for partially censored data". */
function dinseLarson(steps: readonly IncidenceStep[], ends: Ends, upTo: number): number {
  const total = steps[upTo]!.incidence;
  let sum = 0;
  steps.slice(0, upTo + 1).forEach(({ at, atRisk: n, incidence }, j) => {
    const before = steps[j - 1]?.survival ?? 1;
    const these = ends.these.filter((time) => time === at).length;
    const all = these + ends.others.filter((time) => time === at).length;
    const still = total - incidence;
    sum += (still * still * all) / (n * (n - all));
    sum += (before * before * these * (n - these)) / (n * n * n);
    sum -= (2 * still * before * these) / (n * n);
  });
  return sum;
}

test('the variance carried along equals the sums of the delta method', () => {
  const ends = sample();
  const steps = [...incidenceSteps(ends)];
  expect(steps.length).toBeGreaterThan(30);
  for (let i = 0; i < steps.length - 1; i += 1) {
    expect(steps[i]!.incidenceVariance).toBeCloseTo(dinseLarson(steps, ends, i), 12);
  }
});

test('where nothing is censored, curve and interval are those of plain shares', () => {
  const { these, others } = sample();
  const n = these.length + others.length;
  for (const step of incidenceSteps({ these, others, censored: NONE })) {
    const share = these.filter((time) => time <= step.at).length / n;
    expect(step.incidence).toBeCloseTo(share, 12);
    expect(step.incidenceVariance).toBeCloseTo((share * (1 - share)) / n, 12);
    const interval = shareInterval(step.incidence, step.incidenceVariance, n);
    expect(interval.low).toBeCloseTo(wilsonInterval(share, n).low, 9);
    expect(interval.high).toBeCloseTo(wilsonInterval(share, n).high, 9);
  }
});
