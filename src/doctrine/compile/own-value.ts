import type { Expression } from '../../core/world/expression.js';

/**
 * A seat's value (R22) as a doctrine of the seat reads it: the audience cost that it has paid is a
 * column of its own row.
 */
export function ownValue(e: Expression, columns: readonly string[]): Expression {
  const of = (part: Expression) => ownValue(part, columns);
  switch (e.type) {
    case 'builtin':
      return { type: 'own', own: columns.indexOf(e.builtin) };
    case 'number':
    case 'track':
    case 'unknown':
    case 'own':
    case 'parameter':
    case 'offer':
      return e;
    case 'min':
    case 'max':
      return { type: e.type, args: e.args.map(of) };
    case 'clamp':
      return { type: 'clamp', a: of(e.a), low: of(e.low), high: of(e.high) };
    case 'if':
      return { type: 'if', test: of(e.test), a: of(e.a), b: of(e.b) };
    case 'negate':
    case 'not':
    case 'log':
    case 'exp':
      return { type: e.type, a: of(e.a) };
    default:
      return { type: e.type, a: of(e.a), b: of(e.b) };
  }
}
