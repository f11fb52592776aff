import type { BinaryOperator, Builtin, Expression, UnaryOperator } from '../world/expression.js';
import type { OfferColumn } from '../world/expression.js';
import { BUILTINS, OFFER_COLUMNS } from '../world/expression.js';

/**
 * An expression as a test writes it: a number, the name of a track, unknown or built-in, or an
 * operator with its arguments: `['mul', 0.3, 'contact']`.
 */
export type Formula =
  | number
  | string
  | readonly [UnaryOperator, Formula]
  | readonly [BinaryOperator | 'min' | 'max', Formula, Formula]
  | readonly ['if' | 'clamp', Formula, Formula, Formula];

/** Names that formulas of one program may use. */
export interface FormulaNames {
  readonly tracks: readonly string[];
  readonly unknowns: readonly string[];
  /** Columns of a seat's own row, and parameters of its doctrine: in a doctrine's formulas. */
  readonly own?: readonly string[];
  readonly parameters?: readonly string[];
}

/** The typed tree of a formula. Throws on a name that is not declared. */
export function expressionOf(names: FormulaNames, formula: Formula): Expression {
  if (typeof formula === 'number') return { type: 'number', value: formula };
  if (typeof formula === 'string') return named(names, formula);
  const [type, ...args] = formula;
  const [a, b, c] = args.map((arg) => expressionOf(names, arg));
  switch (type) {
    case 'if':
      return { type, test: a!, a: b!, b: c! };
    case 'clamp':
      return { type, a: a!, low: b!, high: c! };
    case 'min':
    case 'max':
      return { type, args: [a!, b!] };
    case 'negate':
    case 'not':
    case 'log':
    case 'exp':
      return { type, a: a! };
    default:
      return { type, a: a!, b: b! };
  }
}

function named(names: FormulaNames, name: string): Expression {
  const { tracks, unknowns, own = [], parameters = [] } = names;
  if (own.includes(name)) return { type: 'own', own: own.indexOf(name) };
  if (parameters.includes(name)) return { type: 'parameter', parameter: parameters.indexOf(name) };
  if (names.own !== undefined && OFFER_COLUMNS.includes(name as OfferColumn)) {
    return { type: 'offer', offer: name as OfferColumn };
  }
  if (tracks.includes(name)) return { type: 'track', track: tracks.indexOf(name) };
  if (unknowns.includes(name)) return { type: 'unknown', unknown: unknowns.indexOf(name) };
  if (BUILTINS.includes(name as Builtin)) return { type: 'builtin', builtin: name as Builtin };
  throw new Error(`a formula names ${name}, which is not declared`);
}
