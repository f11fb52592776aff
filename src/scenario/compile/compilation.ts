import type { Distribution } from '../../core/chance/distribution.js';
import { quantile } from '../../core/chance/distribution.js';
import { parseInstant } from '../../core/time/instant.js';
import type { Expression } from '../../core/world/expression.js';
import { compileText } from '../expressions/compile-expression.js';
import type { Place, Scope, ValueType } from '../expressions/scope.js';
import type { ReportAt } from '../expressions/translate.js';
import type { Report } from '../reading/report.js';
import { into, type Spot } from '../reading/source-file.js';
import { parseChance } from '../text/chance.js';
import { parseDistribution } from '../text/distribution-text.js';
import { LONGEST_DURATION, parseDuration } from '../text/duration.js';
import type { NameTable } from './names.js';

/**
 * What every part of the compiler works with. Where something is at fault, it is reported and a
 * stand-in taken, so that the rest is checked too; with any fault there is no Program.
 */
export interface Compilation {
  readonly report: Report;
  readonly names: NameTable;
  readonly scope: Scope;
}

/** A duration in ms; the stand-in is 0. */
export function durationAt(c: Compilation, text: string | number, spot: Spot): number {
  const ms = parseDuration(String(text));
  if (ms === null) c.report(spot, 'bad-duration', String(text));
  return ms ?? 0;
}

/** A chance in [0, 1]; `absent` where none is written. */
export function chanceAt(
  c: Compilation,
  text: string | number | undefined,
  spot: Spot,
  absent = 0,
): number {
  if (text === undefined) return absent;
  const chance = parseChance(String(text));
  if (chance === null) c.report(spot, 'bad-chance', String(text));
  return chance ?? absent;
}

/** A delay as a distribution in ms; at once where none is written. */
export function delayAt(
  c: Compilation,
  text: string | number | undefined,
  spot: Spot,
): Distribution {
  if (text === undefined) return AT_ONCE;
  const delay = distributionAt(c, String(text), spot);
  // The largest uniform that R4 can draw lies 2^-53 below 1.
  if (quantile(delay, 1 - Number.EPSILON / 2) <= LONGEST_DURATION) return delay;
  c.report(spot, 'distribution-order', String(text), 'it can reach beyond 2,000 years');
  return AT_ONCE;
}

export const AT_ONCE: Distribution = { type: 'fixed', value: 0 };

function distributionAt(c: Compilation, text: string, spot: Spot): Distribution {
  const result = parseDistribution(text, parseDuration);
  if (result.type === 'distribution') return result.distribution;
  if (result.type === 'order') c.report(spot, 'distribution-order', text, result.reason);
  else if (!text.includes(' ')) c.report(spot, 'bad-duration', text);
  else c.report(spot, 'bad-distribution', text);
  return AT_ONCE;
}

/** An instant in ms UTC, or null where it was at fault. */
export function instantAt(c: Compilation, text: string, spot: Spot): number | null {
  const instant = parseInstant(text);
  if (instant === null) c.report(spot, 'bad-instant', text);
  return instant;
}

/** A number of at least `least`; `absent` where none is written. */
export function amountAt(
  c: Compilation,
  value: number | undefined,
  spot: Spot,
  least: number,
  absent: number,
): number {
  if (value === undefined) return absent;
  if (value < least) c.report(spot, 'bad-amount', String(value), least);
  return Math.max(value, least);
}

/** A typed expression; the stand-in is the number 0. */
export function expressionAt(
  c: Compilation,
  value: string | number | boolean,
  spot: Spot,
  wanted: ValueType,
  place: Place,
): Expression {
  const text = typeof value === 'number' ? numberText(value) : String(value);
  const report: ReportAt = (at, code, ...details) => c.report(into(spot, at), code, ...details);
  return compileText(text, wanted, place, c.scope, report) ?? { type: 'number', value: 0 };
}

/** The same for a field that may be absent. */
export function optionalExpression(
  c: Compilation,
  value: string | number | boolean | undefined,
  spot: Spot,
  wanted: ValueType,
  place: Place,
): Expression | null {
  return value === undefined ? null : expressionAt(c, value, spot, wanted, place);
}

/** A YAML number as CEL writes it: without the plus sign of an exponent. */
function numberText(value: number): string {
  return String(value).replace('e+', 'e');
}

/** A name as a title: `kennedy_family` is `Kennedy family`. */
export function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The names of a field that takes one or several. */
export function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
