import type { OutcomeColumn } from '../../core/history/outcome-columns.js';
import type { Program } from '../../core/program.js';
import type { Values } from '../statistics/moments.js';
import type {
  CategorySummary,
  NumberSummary,
  Sensitivity,
  Survival,
  VariantSummary,
} from '../summary.js';
import { columnsInHand, readColumns } from './columns-in-hand.js';
import { survivalOf } from './durations.js';
import { convergence, endingShares } from './ending-shares.js';
import { requiredColumn, type Material } from './material.js';
import { categorySummary, numberSummary } from './numbers.js';
import * as kinds from './outcome-kinds.js';
import { sensitivityTo, widestFirst } from './sensitivity.js';
import { hoursAfter } from './span-of-time.js';

/** How each history of a variant ended, and after how many hours; NaN where it did not. */
interface HowEnded {
  readonly ending: Values;
  readonly hours: Values;
}

interface Named {
  readonly name: string;
  readonly title: string;
}

/** What the columns of a variant come to, in their order. */
interface Told {
  readonly durations: Survival[];
  readonly numbers: NumberSummary[];
  readonly categories: CategorySummary[];
  readonly sensitivity: Sensitivity[];
}

/** What the histories of one variant come to. */
export function variantSummary(material: Material, variant: number): VariantSummary {
  const { batch, endings } = material;
  const { name, changes } = batch.variants[variant]!;
  const ended = howEnded(material, variant);
  const told = columnsTold(material, variant, ended);
  return {
    name,
    changes,
    endings: endingShares(endings, ended.ending),
    durations: [...endingDurations(material, ended), ...told.durations],
    numbers: told.numbers,
    categories: told.categories,
    convergence: convergence(endings, ended.ending),
    sensitivity: widestFirst(told.sensitivity),
  };
}

function howEnded({ source, batch, span, endings }: Material, variant: number): HowEnded {
  const columns = [kinds.ENDING, kinds.ENDED_AT].map((name) => requiredColumn(source, name));
  const [ending, endedAt] = readColumns(source, variant, columns, batch.runs);
  const none = endings.length - 1;
  const hours = hoursAfter(endedAt!, span);
  return { ending: ending!, hours: hours.map((at, run) => (ending![run] === none ? NaN : at)) };
}

/** Time to any ending, and to each. */
function endingDurations({ endings, span }: Material, { ending, hours }: HowEnded): Survival[] {
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

function columnsTold(material: Material, variant: number, ended: HowEnded): Told {
  const { source, batch } = material;
  const told: Told = { durations: [], numbers: [], categories: [], sensitivity: [] };
  const columns = source.columns.map((_, column) => column);
  const wanted = { variants: [variant], columns, runs: batch.runs };
  for (const { column: index, values } of columnsInHand(source, wanted)) {
    const column = source.columns[index]!;
    tellColumn(told, material, column, valuesOf(material, column, values[0]!, ended), ended);
  }
  return told;
}

/** A column's values; instants as hours, and that of the ending only where there was one. */
function valuesOf(
  { span }: Material,
  { name, type }: OutcomeColumn,
  values: Values,
  ended: HowEnded,
): Values {
  if (name === kinds.ENDED_AT) return ended.hours;
  return type === 'instant' ? hoursAfter(values, span) : values;
}

function tellColumn(
  told: Told,
  { program, span, endings }: Material,
  column: OutcomeColumn,
  values: Values,
  { ending, hours }: HowEnded,
): void {
  if (kinds.isMilestone(column)) {
    const coming = { ...milestoneTitle(program, column), hours: values, otherwise: hours };
    told.durations.push(survivalOf(coming, span.hours));
  }
  if (kinds.isNumber(column)) {
    const unit = column.type === 'instant' ? 'h' : column.unit;
    told.numbers.push(...numberSummary(column, unit, values));
  }
  if (kinds.isCategory(column)) told.categories.push(...categorySummary(column, values));
  if (kinds.isDrawn(column)) {
    const drawn = { ...drawnTitle(program, column), column, values };
    told.sensitivity.push(...sensitivityTo(drawn, endings, ending));
  }
}

function milestoneTitle({ milestones }: Program, column: OutcomeColumn): Named {
  const named = milestones.find(({ name }) => kinds.milestoneColumn(name) === column.name);
  return { name: column.name, title: named?.title ?? column.title };
}

function drawnTitle(program: Program, column: OutcomeColumn): Named {
  const { type, name } = kinds.drawnName(column);
  const named =
    type === 'unknown'
      ? program.unknowns.find((unknown) => unknown.name === name)
      : program.resolves.find(({ seat }) => program.seats[seat]?.name === name);
  return { name, title: named?.title ?? column.title };
}
