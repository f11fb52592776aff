import type { Evaluator, Expression, Values } from './expression.js';
import { compileExpression } from './expression.js';

/** An option as its doctrine weighs it. */
export interface Weighed {
  /** Whether it is considered at all, or null: always. */
  readonly when: Expression | null;
  readonly utility: Expression;
}

/**
 * Weighs the options whose `open` is 1: leaves in `utility` what each is worth, and puts `open` to
 * 0 where its `when` is false. Nothing is read or written of an option that is not open.
 */
export type OptionsEvaluator = (values: Values, open: Uint8Array, utility: Float64Array) => void;

/**
 * How expressions become functions (R10): closures, which run anywhere, or generated code where a
 * host has it. Both give the same bits.
 */
export interface Compiler {
  readonly expression: (e: Expression) => Evaluator;
  /** One function for all the options of a doctrine that have no target. */
  readonly options: (options: readonly Weighed[]) => OptionsEvaluator;
}

/** Closures: the compiler that every host has. */
export const closures: Compiler = { expression: compileExpression, options: closedOptions };

function closedOptions(options: readonly Weighed[]): OptionsEvaluator {
  const whens = options.map(({ when }) => (when === null ? null : compileExpression(when)));
  const utilities = options.map(({ utility }) => compileExpression(utility));
  return (values, open, utility) => {
    for (let i = 0; i < utilities.length; i++) {
      if (open[i] === 0) continue;
      const when = whens[i]!;
      if (when !== null && when(values) === 0) open[i] = 0;
      else utility[i] = utilities[i]!(values);
    }
  };
}
