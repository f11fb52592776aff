import type { OutcomeColumn } from '../../core/history/outcome-columns.js';
import { ascending, present, type Values } from '../statistics/moments.js';
import { studentInterval } from '../statistics/student-interval.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import type { CategorySummary, NumberSummary } from '../summary.js';
import { quantilesOf } from './durations.js';
import { countOf } from './ending-shares.js';

/** Mean, spread and quantiles of a column; nothing where fewer than two histories have a value. */
export function numberSummary(
  { name, title }: OutcomeColumn,
  unit: string,
  values: Values,
): [] | [NumberSummary] {
  const there = present(values);
  if (there.length < 2) return [];
  const { mean, variance } = studentInterval(there);
  const summary = {
    column: name,
    title,
    unit,
    count: there.length,
    mean,
    sd: Math.sqrt(variance),
    quantiles: quantilesOf(ascending(there)),
  };
  return [summary];
}

/** Shares of a column of categories, or how often a flag holds; nothing if none has a value. */
export function categorySummary(column: OutcomeColumn, values: Values): [] | [CategorySummary] {
  const there = present(values);
  if (there.length === 0) return [];
  const { name, title, type, labels } = column;
  const share = (count: number) => wilsonInterval(count / there.length, there.length);
  const told =
    type === 'flag'
      ? [{ name, title, value: 1 }]
      : labels.map((label, value) => ({ name: label, title: label, value }));
  const summary = {
    column: name,
    title,
    count: there.length,
    shares: told.map(({ name, title, value }) => {
      const count = countOf(there, value);
      return { name, title, count, share: share(count) };
    }),
  };
  return [summary];
}
