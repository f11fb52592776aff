import { exactExp } from '../core/chance/exact-exp.js';
import { exactLog } from '../core/chance/exact-log.js';
import { expressionSource, SOURCE_NAMES } from '../core/world/expression-source.js';
import {
  clamp,
  greater,
  lesser,
  type Evaluator,
  type Expression,
} from '../core/world/expression.js';

const SOURCES = { exactLog, exactExp, lesser, greater, clamp } as const;

/**
 * An expression as a function made from source text: for Node and its workers only, since a browser
 * under a content security policy makes no code from text (R10).
 */
export function generateExpression(e: Expression): Evaluator {
  // The text is made from a typed tree: numbers, indices and fixed names, nothing of a scenario's.
  // oxlint-disable-next-line typescript/no-implied-eval
  const make = new Function(...SOURCE_NAMES, `return (v) => ${expressionSource(e)};`) as (
    ...functions: unknown[]
  ) => Evaluator;
  return make(...SOURCE_NAMES.map((name) => SOURCES[name]));
}
