import { compileExpression, valuesOf, type Expression } from '../../core/world/expression.js';

const NOTHING = valuesOf({});

/**
 * A node whose parts are all numbers as the number that it always gives, by the very arithmetic
 * that would compute it later; any other node, or one without a finite value, as it is.
 */
export function foldConstants(e: Expression): Expression {
  if (!isConstant(e)) return e;
  const value = compileExpression(e)(NOTHING);
  // Adding 0 turns −0 into 0 (R8).
  return Number.isFinite(value) ? { type: 'number', value: value + 0 } : e;
}

/** Whether all that a node is made of are numbers. */
export function isConstant(e: Expression): boolean {
  return partsOf(e).every((part) => part.type === 'number');
}

function partsOf(e: Expression): readonly Expression[] {
  switch (e.type) {
    case 'number':
    case 'track':
    case 'unknown':
    case 'builtin':
    case 'own':
    case 'parameter':
    case 'offer':
      return [e];
    case 'min':
    case 'max':
      return e.args;
    case 'clamp':
      return [e.a, e.low, e.high];
    case 'if':
      return [e.test, e.a, e.b];
    case 'negate':
    case 'not':
    case 'log':
    case 'exp':
      return [e.a];
    default:
      return [e.a, e.b];
  }
}
