import { BUILTINS, OFFER_COLUMNS, type Expression } from '../../src/core/world/expression.js';

/** How a language writes what JavaScript writes in its own way. */
export interface Language {
  readonly number: (value: number) => string;
  readonly choice: (test: string, a: string, b: string) => string;
  readonly and: string;
  readonly or: string;
}

export const CPP: Language = {
  // A whole number without a point would be divided as one.
  number: (value) => (Number.isInteger(value) ? `${value}.0` : String(value)),
  choice: (test, a, b) => `(${test} ? ${a} : ${b})`,
  and: '&&',
  or: '||',
};

export const PYTHON: Language = {
  number: String,
  choice: (test, a, b) => `(${a} if ${test} else ${b})`,
  and: 'and',
  or: 'or',
};

/**
 * An expression of a doctrine as a person would write it in C++ or Python: over the rows `t` (what
 * the seat believes the tracks to be), `o` (its own columns) and `f` (the offer before it), with the
 * doctrine's parameters as figures.
 */
export function expressionText(e: Expression, by: Language, parameters: readonly number[]): string {
  const text = (part: Expression): string => expressionText(part, by, parameters);
  const holds = (part: Expression): string => `${text(part)} != 0`;
  const flag = (test: string): string => by.choice(test, by.number(1), by.number(0));
  switch (e.type) {
    case 'number':
      return `(${by.number(e.value)})`;
    case 'track':
      return `t[${e.track}]`;
    case 'own':
      return `o[${e.own}]`;
    case 'offer':
      return `f[${OFFER_COLUMNS.indexOf(e.offer)}]`;
    case 'parameter':
      return `(${by.number(parameters[e.parameter]!)})`;
    case 'unknown':
    case 'builtin':
      throw new Error(`a doctrine reads ${e.type} ${BUILTINS.join(' or ')}`);
    case 'min':
    case 'max':
      return folded(e.type === 'min' ? 'lesser' : 'greater', e.args.map(text));
    case 'clamp':
      return `clamped(${text(e.a)}, ${text(e.low)}, ${text(e.high)})`;
    case 'if':
      return by.choice(holds(e.test), text(e.a), text(e.b));
    case 'negate':
      return `(-${text(e.a)})`;
    case 'not':
      return flag(`${text(e.a)} == 0`);
    case 'log':
      return `exactLog(${text(e.a)})`;
    case 'exp':
      return `exactExp(${text(e.a)})`;
    case 'and':
      return flag(`${holds(e.a)} ${by.and} ${holds(e.b)}`);
    case 'or':
      return flag(`${holds(e.a)} ${by.or} ${holds(e.b)}`);
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
      return `(${text(e.a)} ${ARITHMETIC[e.type]} ${text(e.b)})`;
    default:
      return flag(`${text(e.a)} ${COMPARISON[e.type]} ${text(e.b)}`);
  }
}

const ARITHMETIC = { add: '+', sub: '-', mul: '*', div: '/' } as const;
const COMPARISON = { lt: '<', le: '<=', gt: '>', ge: '>=', eq: '==', ne: '!=' } as const;

function folded(name: string, args: readonly string[]): string {
  return args.reduce((sofar, next) => `${name}(${sofar}, ${next})`);
}
