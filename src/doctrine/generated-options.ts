import { exactExp } from '../core/chance/exact-exp.js';
import { exactLog } from '../core/chance/exact-log.js';
import type { Compiler, OptionsEvaluator, Weighed } from '../core/world/compiler.js';
import { expressionSource, SOURCE_NAMES } from '../core/world/expression-source.js';
import { clamp, greater, lesser, type Expression } from '../core/world/expression.js';
import { generateExpression } from '../scenario/generated-expression.js';

const SOURCES = { exactLog, exactExp, lesser, greater, clamp } as const;

/**
 * Expressions and options as code made from source text: for Node and its workers only, since a
 * browser under a content security policy makes no code from text (R10). To the bit what the
 * closures of core give.
 */
export const generatedCode: Compiler = {
  expression: generateExpression,
  options: generateOptions,
};

/**
 * One function for all the options of a doctrine. A row's arrays are taken out of the values once,
 * so that what is left of an expression is loads and arithmetic.
 */
function generateOptions(options: readonly Weighed[]): OptionsEvaluator {
  const body = options.map(optionSource).join('\n');
  const text = `return ({ tracks, offset, own, ownOffset, parameters }, open, utility) => {\n${body}\n};`;
  // The text is made from typed trees: numbers, indices and fixed names, nothing of a scenario's.
  // oxlint-disable-next-line typescript/no-implied-eval
  const make = new Function(...SOURCE_NAMES, text) as (...given: unknown[]) => OptionsEvaluator;
  return make(...SOURCE_NAMES.map((name) => SOURCES[name]));
}

function optionSource({ when, utility }: Weighed, i: number): string {
  const set = `utility[${i}] = ${ofRow(utility)};`;
  if (when === null) return `if (open[${i}] !== 0) ${set}`;
  return `if (open[${i}] !== 0) { if (${ofRow(when)} === 0) open[${i}] = 0; else ${set} }`;
}

/** An expression over the arrays themselves, in the place of `v` that holds them. */
function ofRow(e: Expression): string {
  return expressionSource(e).replaceAll('v.', '');
}
