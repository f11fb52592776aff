import type { OutcomeColumn } from '../../core/history/outcome-columns.js';
import type { PairRow } from '../row-source.js';
import {
  ascending,
  isComplete,
  meanOf,
  quantileOf,
  varianceOf,
  type Values,
} from '../statistics/moments.js';
import { newcombeInterval, type PairCounts } from '../statistics/newcombe-interval.js';
import { studentInterval } from '../statistics/student-interval.js';
import type { Difference, Divergence, Interval, PairSummary } from '../summary.js';
import { columnsInHand, readColumns } from './columns-in-hand.js';
import { requiredColumn, type EndingName, type Material } from './material.js';
import { ENDING, isComparable } from './outcome-kinds.js';
import { hoursAfter, MS_PER_HOUR, type SpanOfTime } from './span-of-time.js';

const MOST_REASONS = 30;

/** The same outcome of run k in both worlds, for every k. */
interface Coupled {
  readonly baseline: Values;
  readonly change: Values;
}

/** What one change makes of the same histories, pair by pair. */
export function pairSummary(material: Material, variant: number): PairSummary {
  const { batch, source, span, endings } = material;
  const ending = coupledEndings(material, variant);
  return {
    baseline: batch.variants[0]!.name,
    change: batch.variants[variant]!.name,
    pairs: batch.runs,
    endings: transitions(endings, ending),
    differences: [...endingDifferences(endings, ending), ...columnDifferences(material, variant)],
    ...partings(source.pairs(variant), span),
  };
}

function coupledEndings({ source, batch }: Material, variant: number): Coupled {
  const column = requiredColumn(source, ENDING);
  const of = (variant: number) => readColumns(source, variant, [column], batch.runs)[0]!;
  return { baseline: of(0), change: of(variant) };
}

function columnDifferences({ source, batch, span }: Material, variant: number): Difference[] {
  const columns = source.columns.flatMap((column, index) => (isComparable(column) ? [index] : []));
  const wanted = { variants: [0, variant], columns, runs: batch.runs };
  const differences: Difference[] = [];
  for (const { column, values } of columnsInHand(source, wanted)) {
    const coupled = { baseline: values[0]!, change: values[1]! };
    differences.push(...columnDifference(source.columns[column]!, coupled, span));
  }
  return differences;
}

/** How many histories went from one ending to another, most first. */
function transitions(
  endings: readonly EndingName[],
  { baseline, change }: Coupled,
): PairSummary['endings'] {
  const counts = endings.map(() => endings.map(() => 0));
  baseline.forEach((from, run) => {
    counts[from]![change[run]!]! += 1;
  });
  const rows = endings.flatMap(({ name: from }, i) =>
    endings.map(({ name: to }, j) => ({ from, to, count: counts[i]![j]! })),
  );
  return rows.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
}

/** How the share of each ending differs. */
function endingDifferences(
  endings: readonly EndingName[],
  { baseline, change }: Coupled,
): Difference[] {
  return endings.map(({ name, title }, position) => {
    const is = (value: number) => Number(value === position);
    const coupled = { baseline: baseline.map(is), change: change.map(is) };
    return flagDifference(`ending=${name}`, `Ended: ${title}`, coupled);
  });
}

/**
 * How one outcome differs, pair by pair; nothing where fewer than two pairs have it in both.
 * An instant is told in hours and, where it never came, is the horizon.
 */
function columnDifference(
  { name, title, type, unit }: OutcomeColumn,
  coupled: Coupled,
  span: SpanOfTime,
): [] | [Difference] {
  const there = inBoth(type === 'instant' ? durationsOf(coupled, span) : coupled);
  if (there.baseline.length < 2) return [];
  if (type === 'flag') return [flagDifference(name, title, there)];
  const differences = there.change.map((value, i) => value - there.baseline[i]!);
  const { mean, variance } = studentInterval(differences);
  const told = {
    column: name,
    title: type === 'instant' ? `${title}, cut at the horizon` : title,
    unit: type === 'instant' ? 'h' : unit,
    ...countsOf(there),
    difference: mean,
    pairedVariance: variance,
    unpairedVariance: varianceOf(there.baseline) + varianceOf(there.change),
  };
  return [told];
}

function durationsOf({ baseline, change }: Coupled, span: SpanOfTime): Coupled {
  const cut = (instants: Values) =>
    hoursAfter(instants, span).map((hours) => (hours < span.hours ? hours : span.hours));
  return { baseline: cut(baseline), change: cut(change) };
}

/** The pairs in which both histories have a value. */
function inBoth(coupled: Coupled): Coupled {
  const { baseline, change } = coupled;
  if (isComplete(baseline) && isComplete(change)) return coupled;
  const has = (_: number, i: number) => !Number.isNaN(baseline[i]! + change[i]!);
  return { baseline: baseline.filter(has), change: change.filter(has) };
}

function flagDifference(column: string, title: string, coupled: Coupled): Difference {
  const { baseline, change } = coupled;
  return {
    column,
    title,
    unit: '',
    ...countsOf(coupled),
    difference: shareDifference(coupled),
    pairedVariance: sampleVariance(change.map((value, i) => value - baseline[i]!)),
    unpairedVariance: sampleVariance(baseline) + sampleVariance(change),
  };
}

function sampleVariance(values: Values): number {
  return values.length < 2 ? 0 : varianceOf(values);
}

function shareDifference({ baseline, change }: Coupled): Interval {
  const counts = { both: 0, firstOnly: 0, secondOnly: 0, neither: 0 };
  baseline.forEach((first, i) => {
    counts[fieldOf(first === 1, change[i] === 1)] += 1;
  });
  return newcombeInterval(counts);
}

function fieldOf(first: boolean, second: boolean): keyof PairCounts {
  if (first) return second ? 'both' : 'firstOnly';
  return second ? 'secondOnly' : 'neither';
}

function countsOf({ baseline, change }: Coupled) {
  let differing = 0;
  baseline.forEach((value, i) => {
    if (value !== change[i]) differing += 1;
  });
  return {
    count: baseline.length,
    differing,
    baseline: meanOf(baseline),
    change: meanOf(change),
  };
}

/** What the comparison of each pair, draw by draw, comes to. */
function partings(
  pairs: Iterable<PairRow>,
  { start }: SpanOfTime,
): Pick<PairSummary, 'identical' | 'divergences' | 'unaligned'> {
  const reasons = new Map<string, number[]>();
  const unaligned = { sum: 0, most: 0, pairsWithout: 0 };
  let count = 0;
  let identical = 0;
  for (const pair of pairs) {
    count += 1;
    unaligned.sum += pair.unaligned;
    unaligned.most = Math.max(unaligned.most, pair.unaligned);
    if (pair.unaligned === 0) unaligned.pairsWithout += 1;
    if (pair.identical) identical += 1;
    else keep(reasons, pair.divergence, (pair.at - start) / MS_PER_HOUR);
  }
  const { sum, ...rest } = unaligned;
  return {
    identical,
    divergences: divergencesOf(reasons),
    unaligned: { mean: count === 0 ? 0 : sum / count, ...rest },
  };
}

function keep(reasons: Map<string, number[]>, reason: string, at: number): void {
  const times = reasons.get(reason);
  if (times === undefined) reasons.set(reason, [at]);
  else times.push(at);
}

/** Most frequent first; of equally frequent ones, in the order of their code units. */
function divergencesOf(reasons: ReadonlyMap<string, readonly number[]>): Divergence[] {
  return [...reasons]
    .map(([reason, times]) => ({
      reason,
      count: times.length,
      at: quantileOf(ascending(Float64Array.from(times)), 0.5),
    }))
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
    .slice(0, MOST_REASONS);
}
