import { BUILTINS, OFFER_COLUMNS, type BinaryOperator, type Expression } from './expression.js';

/** What the text of `expressionSource` takes from around it, besides the values `v`. */
export const SOURCE_NAMES = ['exactLog', 'exactExp', 'lesser', 'greater', 'clamp'] as const;

/**
 * An expression as JavaScript source over `v` (a `Values`) and the functions of `SOURCE_NAMES`, for
 * hosts that may generate code (R10). It gives what the closures of `compileExpression` give, to
 * the bit. Every part is in parentheses, so that the text can stand inside any other.
 */
export function expressionSource(e: Expression): string {
  switch (e.type) {
    case 'number':
      return `(${e.value})`;
    case 'track':
      return `v.tracks[v.offset + ${e.track}]`;
    case 'unknown':
      return `v.unknowns[${e.unknown}]`;
    case 'builtin':
      return `v.builtins[${BUILTINS.indexOf(e.builtin)}]`;
    case 'own':
      return `v.own[v.ownOffset + ${e.own}]`;
    case 'parameter':
      return `v.parameters[${e.parameter}]`;
    case 'offer':
      return `v.offer[${OFFER_COLUMNS.indexOf(e.offer)}]`;
    case 'min':
    case 'max':
      return folded(e.type === 'min' ? 'lesser' : 'greater', e.args);
    case 'clamp':
      return `clamp(${[e.a, e.low, e.high].map(expressionSource).join(', ')})`;
    case 'if':
      return `(${expressionSource(e.test)} !== 0 ? ${expressionSource(e.a)} : ${expressionSource(e.b)})`;
    case 'negate':
      return `(-${expressionSource(e.a)})`;
    case 'not':
      return `(${expressionSource(e.a)} === 0 ? 1 : 0)`;
    case 'log':
      return `exactLog(${expressionSource(e.a)})`;
    case 'exp':
      return `exactExp(${expressionSource(e.a)})`;
    default:
      return binarySource(e.type, expressionSource(e.a), expressionSource(e.b));
  }
}

function folded(name: string, args: readonly Expression[]): string {
  const [first, ...rest] = args.map(expressionSource);
  if (first === undefined) throw new Error(`${name} needs at least one argument`);
  return rest.reduce((sofar, next) => `${name}(${sofar}, ${next})`, first);
}

const SIGNS: Readonly<Record<Exclude<BinaryOperator, 'and' | 'or'>, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  eq: '===',
  ne: '!==',
};

function binarySource(type: BinaryOperator, a: string, b: string): string {
  switch (type) {
    case 'and':
      return `(${a} !== 0 && ${b} !== 0 ? 1 : 0)`;
    case 'or':
      return `(${a} !== 0 || ${b} !== 0 ? 1 : 0)`;
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
      return `(${a} ${SIGNS[type]} ${b})`;
    default:
      return `(${a} ${SIGNS[type]} ${b} ? 1 : 0)`;
  }
}
