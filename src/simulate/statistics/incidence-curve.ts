import type { Interval } from '../summary.js';
import type { Values } from './moments.js';
import { wilsonInterval } from './wilson-interval.js';

/** When cases were last seen, each list ascending, by what ended them then. */
export interface Ends {
  readonly these: Values;
  readonly others: Values;
  /** Nothing ended these: they were lost from sight. */
  readonly censored: Values;
}

/** The estimates from one instant on, until the next step. */
export interface IncidenceStep {
  readonly at: number;
  /** Cases still seen just before. */
  readonly atRisk: number;
  /** Share that nothing has ended (product limit), and Greenwood's variance of it. */
  readonly survival: number;
  readonly survivalVariance: number;
  /** Share that this has ended (cumulative incidence), and its variance. */
  readonly incidence: number;
  readonly incidenceVariance: number;
}

/** The running estimates: survival S and incidence F, their variances and covariance. */
interface Estimate {
  readonly s: number;
  readonly f: number;
  readonly ss: number;
  readonly sf: number;
  readonly ff: number;
}

const NOTHING_YET: Estimate = { s: 1, f: 0, ss: 0, sf: 0, ff: 0 };

/**
 * How the share of cases that this has ended grows, where other ends compete and some cases are
 * censored: Aalen and Johansen 1978, "An empirical transition matrix for non-homogeneous Markov
 * chains based on censored observations", for one state and two ends. Where nothing competes,
 * survival is the product-limit estimate (Kaplan and Meier 1958), its variance Greenwood's (1926);
 * where nothing is censored, both are the plain shares with their binomial variances. Cases
 * censored at an instant count as at risk at that instant.
 *
 * The variances follow by carrying the covariance of (S, F) from step to step, each step adding the
 * multinomial variance of its own ends, so that nothing is ever divided by the number left.
 *
 * @returns one step per instant at which something ends, ascending
 */
export function* incidenceSteps(ends: Ends): Generator<IncidenceStep> {
  const these = counter(ends.these);
  const others = counter(ends.others);
  const censored = counter(ends.censored);
  let estimate = NOTHING_YET;
  let atRisk = ends.these.length + ends.others.length + ends.censored.length;
  for (;;) {
    const at = Math.min(these.next(), others.next());
    if (at === Infinity) return;
    atRisk -= censored.before(at);
    const k = these.at(at);
    const ended = k + others.at(at);
    estimate = stepped(estimate, ended / atRisk, k / atRisk, atRisk);
    yield stepOf(at, atRisk, estimate);
    atRisk -= ended;
  }
}

function stepOf(at: number, atRisk: number, { s, f, ss, ff }: Estimate): IncidenceStep {
  return {
    at,
    atRisk,
    survival: s,
    survivalVariance: ss,
    incidence: f,
    incidenceVariance: ff,
  };
}

/**
 * @param h share of those at risk that anything ends now
 * @param k share of those at risk that this ends now
 */
function stepped({ s, f, ss, sf, ff }: Estimate, h: number, k: number, n: number): Estimate {
  const rest = 1 - h;
  const scale = (s * s) / n;
  return {
    s: s * rest,
    f: f + s * k,
    ss: rest * rest * ss + scale * h * rest,
    sf: rest * (sf + k * ss) - scale * k * rest,
    ff: ff + 2 * k * sf + k * k * ss + scale * k * (1 - k),
  };
}

/** Counts along an ascending list, from where it stopped the last time. */
function counter(values: Values) {
  let index = 0;
  function passed(inside: (value: number) => boolean): number {
    const from = index;
    while (index < values.length && inside(values[index]!)) index += 1;
    return index - from;
  }
  return {
    next: (): number => values[index] ?? Infinity,
    before: (at: number): number => passed((value) => value < at),
    at: (at: number): number => passed((value) => value === at),
  };
}

/**
 * A share that comes with a variance of its own, and its 95 % interval after Rothman 1978,
 * "Estimation of confidence limits for the cumulative probability of survival in life table
 * analysis": Wilson's, at the number of cases of which a plain share would have that variance.
 *
 * @param count cases in all, taken where the share is 0 or 1 and the variance says nothing
 */
export function shareInterval(share: number, variance: number, count: number): Interval {
  const certain = share <= 0 || share >= 1 || variance <= 0;
  const bounded = Math.min(1, Math.max(0, share));
  return wilsonInterval(bounded, certain ? count : (share * (1 - share)) / variance);
}
