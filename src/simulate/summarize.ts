import type { OutcomeColumn } from '../core/history/outcome-columns.js';
import type { Program } from '../core/program.js';
import { formatInstant } from '../core/time/instant.js';
import type { Batch } from './batch.js';
import type { RowSource } from './row-source.js';
import type { Values } from './statistics/moments.js';
import type { PairSummary, Summary, Survival, VariantSummary } from './summary.js';
import { assumptionsOf } from './summary/assumptions.js';
import { columnsInHand, readColumns } from './summary/columns-in-hand.js';
import { survivalOf } from './summary/durations.js';
import { convergence, endingShares, type EndingName } from './summary/ending-shares.js';
import { categorySummary, numberSummary } from './summary/numbers.js';
import * as kinds from './summary/outcome-kinds.js';
import {
  columnDifference,
  endingDifferences,
  partings,
  transitions,
} from './summary/pair-summary.js';
import { sensitivityTo, widestFirst, type Drawn } from './summary/sensitivity.js';
import { hoursAfter, spanOfTime, type SpanOfTime } from './summary/span-of-time.js';

/** All that the parts of a summary are made from. */
interface Material {
  readonly program: Program;
  readonly batch: Batch;
  readonly source: RowSource;
  readonly span: SpanOfTime;
  readonly endings: readonly EndingName[];
}

/**
 * What a batch came to: shares, durations, means, sensitivities and paired differences, each with
 * its interval. The rows are read several times, and no more than 64 MB of them is held at once
 * (see `columns-in-hand.ts`). The same rows give the same bytes on every machine.
 *
 * @param program without changes: it names what the columns count
 * @throws Error if the columns lack the ending and its instant, or rows are missing
 */
export function summarize(program: Program, batch: Batch, source: RowSource): Summary {
  const span = spanOfTime(program, batch);
  const material = { program, batch, source, span, endings: endingNames(program, source) };
  const later = batch.variants.slice(1).map((_, i) => i + 1);
  return {
    format: 'backchannel-summary/1',
    scenario: { id: program.id, title: program.title },
    seed: batch.seed,
    runs: batch.runs,
    start: formatInstant(span.start),
    closes: formatInstant(span.closes),
    doctrines: batch.doctrines,
    variants: batch.variants.map((_, variant) => variantSummary(material, variant)),
    pairs: batch.paired ? later.map((variant) => pairSummary(material, variant)) : [],
    assumptions: assumptionsOf(program, batch, span),
  };
}

/** The labels of the ending's column: the scenario's endings, then none in time. */
function endingNames(program: Program, source: RowSource): EndingName[] {
  const labels = source.columns[indexOf(source, kinds.ENDING)]!.labels;
  return labels.map((name) => {
    const ending = program.endings.find((ending) => ending.name === name);
    return { name, title: ending?.title ?? 'Out of time' };
  });
}

function indexOf(source: RowSource, name: string): number {
  const index = kinds.columnIndex(source.columns, name);
  if (index < 0) throw new Error(`the rows of a batch have no column ${name}`);
  return index;
}

/** How each history ended, and after how many hours; NaN where it did not. */
interface HowEnded {
  readonly ending: Values;
  readonly hours: Values;
}

function howEnded({ source, batch, span, endings }: Material, variant: number): HowEnded {
  const columns = [indexOf(source, kinds.ENDING), indexOf(source, kinds.ENDED_AT)];
  const [ending, endedAt] = readColumns(source, variant, columns, batch.runs);
  const none = endings.length - 1;
  const hours = hoursAfter(endedAt!, span);
  return { ending: ending!, hours: hours.map((at, run) => (ending![run] === none ? NaN : at)) };
}

function variantSummary(material: Material, variant: number): VariantSummary {
  const { batch, source, endings, span } = material;
  const { name, changes } = batch.variants[variant]!;
  const ended = howEnded(material, variant);
  const durations: Survival[] = endingDurations(endings, ended, span);
  const numbers: VariantSummary['numbers'][number][] = [];
  const categories: VariantSummary['categories'][number][] = [];
  const sensitivity: VariantSummary['sensitivity'][number][] = [];
  const wanted = {
    variants: [variant],
    columns: source.columns.map((_, column) => column),
    runs: batch.runs,
  };
  for (const { column: index, values: byVariant } of columnsInHand(source, wanted)) {
    const column = source.columns[index]!;
    const isInstant = column.type === 'instant';
    const values = valuesOf(column, byVariant[0]!, ended, span);
    if (kinds.isMilestone(column)) {
      const coming = { ...milestoneTitle(material.program, column), hours: values };
      durations.push(survivalOf({ ...coming, otherwise: ended.hours }, span.hours));
    }
    if (kinds.isNumber(column)) {
      const number = numberSummary(column, isInstant ? 'h' : column.unit, values);
      if (number !== null) numbers.push(number);
    }
    if (kinds.isCategory(column)) {
      const category = categorySummary(column, values);
      if (category !== null) categories.push(category);
    }
    if (kinds.isDrawn(column)) {
      const drawn = { ...drawnTitle(material.program, column), column, values };
      sensitivity.push(...sensitivityTo(drawn, endings, ended.ending));
    }
  }
  return {
    name,
    changes,
    endings: endingShares(endings, ended.ending),
    durations,
    numbers,
    categories,
    convergence: convergence(endings, ended.ending),
    sensitivity: widestFirst(sensitivity),
  };
}

/** Time to any ending, and to each. */
function endingDurations(
  endings: readonly EndingName[],
  { ending, hours }: HowEnded,
  span: SpanOfTime,
): Survival[] {
  const never = new Float64Array(hours.length).fill(NaN);
  const any = { name: 'ending', title: 'Any ending', hours, otherwise: never };
  const each = endings.slice(0, -1).map(({ name, title }, position) => ({
    name: `ending=${name}`,
    title,
    hours: hours.map((at, run) => (ending[run] === position ? at : NaN)),
    otherwise: hours,
  }));
  return [any, ...each].map((coming) => survivalOf(coming, span.hours));
}

/** A column's values; instants as hours, and that of the ending only where there was one. */
function valuesOf(
  column: OutcomeColumn,
  values: Values,
  ended: HowEnded,
  span: SpanOfTime,
): Values {
  if (column.name === kinds.ENDED_AT) return ended.hours;
  return column.type === 'instant' ? hoursAfter(values, span) : values;
}

function milestoneTitle({ milestones }: Program, column: OutcomeColumn): EndingName {
  const named = milestones.find(({ name }) => kinds.milestoneColumn(name) === column.name);
  return { name: column.name, title: named?.title ?? column.title };
}

function drawnTitle(program: Program, column: OutcomeColumn): Omit<Drawn, 'column' | 'values'> {
  const { type, name } = kinds.drawnName(column);
  if (type === 'unknown') {
    const unknown = program.unknowns.find((unknown) => unknown.name === name);
    return { name, title: unknown?.title ?? column.title };
  }
  const resolve = program.resolves.find(({ seat }) => program.seats[seat]?.name === name);
  return { name, title: resolve?.title ?? column.title };
}

function pairSummary(material: Material, variant: number): PairSummary {
  const { batch, source, span, endings } = material;
  const [baseline, change] = [0, variant].map((variant) => {
    return readColumns(source, variant, [indexOf(source, kinds.ENDING)], batch.runs)[0]!;
  });
  const ending = { baseline: baseline!, change: change! };
  const differences = endingDifferences(endings, ending);
  const columns = source.columns
    .map((_, index) => index)
    .filter((index) => {
      const column = source.columns[index]!;
      return kinds.isNumber(column) || (kinds.isCategory(column) && column.type === 'flag');
    });
  const wanted = { variants: [0, variant], columns, runs: batch.runs };
  for (const { column, values } of columnsInHand(source, wanted)) {
    const coupled = { baseline: values[0]!, change: values[1]! };
    const difference = columnDifference(source.columns[column]!, coupled, span);
    if (difference !== null) differences.push(difference);
  }
  return {
    baseline: batch.variants[0]!.name,
    change: batch.variants[variant]!.name,
    pairs: batch.runs,
    endings: transitions(endings, ending),
    differences,
    ...partings(source.pairs(variant), span),
  };
}
