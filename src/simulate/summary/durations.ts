import { incidenceSteps, shareInterval, type Ends } from '../statistics/incidence-curve.js';
import { quantileOf, type Values } from '../statistics/moments.js';
import type { Interval, Quantile, Survival } from '../summary.js';

/** Shares at which quantiles are told, in per cent, so that counting by them is exact. */
const PERCENTS = [5, 25, 50, 75, 95] as const;

/** Slots of a curve's fall: with its first point, last step and the horizon below 200 points. */
const SLOTS = 196;

/** What comes, how long it took in hours (NaN: never), and what else ended histories, when. */
export interface Coming {
  readonly name: string;
  readonly title: string;
  readonly hours: Values;
  /** Hours at which a history ended without it; NaN where it was cut at the horizon. */
  readonly otherwise: Values;
}

/** The share of histories still without something, and when it comes. */
export function survivalOf({ name, title, hours, otherwise }: Coming, horizon: number): Survival {
  const ends = endsOf(hours, otherwise, horizon);
  return {
    name,
    title,
    reached: ends.these.length,
    steps: stepsOf(ends, hours.length, horizon),
    quantiles: PERCENTS.map((percent) => ({
      share: percent / 100,
      at: ends.these[Math.ceil((percent * hours.length) / 100) - 1] ?? null,
    })),
    among: quantilesOf(ends.these),
  };
}

/** The told quantiles of ascending values; none of none. */
export function quantilesOf(sorted: Values): Quantile[] {
  if (sorted.length === 0) return [];
  return PERCENTS.map((percent) => ({
    share: percent / 100,
    at: quantileOf(sorted, percent / 100),
  }));
}

function endsOf(hours: Values, otherwise: Values, horizon: number): Ends {
  const comes = (at: number) => at <= horizon;
  const these = hours.filter(comes).toSorted();
  const others = otherwise.filter((at, run) => !comes(hours[run]!) && comes(at)).toSorted();
  const cut = hours.length - these.length - others.length;
  return { these, others, censored: new Float64Array(cut).fill(horizon) };
}

type Step = Survival['steps'][number];

/** The curve at few points: the first step in each of equal slots of its fall, and the last. */
function stepsOf(ends: Ends, count: number, horizon: number): Step[] {
  const perSlot = ends.these.length / count / SLOTS;
  const steps: Step[] = [{ at: 0, ...without(0, 0, count) }];
  let slot = 0;
  let come = 0;
  let last = steps[0]!;
  for (const { at, incidence, incidenceVariance } of incidenceSteps(ends)) {
    // Something else ended a history.
    if (incidence === come) continue;
    come = incidence;
    const now = Math.ceil(incidence / perSlot);
    last = { at, ...without(incidence, incidenceVariance, count) };
    if (now > slot) steps.push(last);
    slot = now;
  }
  if (steps.at(-1) !== last) steps.push(last);
  // A curve ends where histories are cut.
  if (last.at < horizon) steps.push({ ...last, at: horizon });
  return steps;
}

function without(incidence: number, variance: number, count: number): Interval {
  return shareInterval(1 - incidence, variance, count);
}
