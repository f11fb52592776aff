import { exactExp } from '../chance/exact-exp.js';
import { exactLog } from '../chance/exact-log.js';

/** What an expression may read besides tracks and unknowns; the order is the column in `Values`. */
export const BUILTINS = ['obligations_open', 'silence', 'ran_away', 'audience_cost'] as const;
export type Builtin = (typeof BUILTINS)[number];

/**
 * What a doctrine's expression may read of the offer before it (R16): what the bargaining formula
 * came to, the seat's gain if both sides perform and if only it does, its estimate of breakdown,
 * what a public retreat would cost, and how long the offer has stood, in hours.
 */
export const OFFER_COLUMNS = [
  'advantage',
  'deal',
  'betrayed',
  'breakdown',
  'retreat',
  'hours_open',
] as const;
export type OfferColumn = (typeof OFFER_COLUMNS)[number];

export type UnaryOperator = 'negate' | 'not' | 'log' | 'exp';
export type BinaryOperator =
  'add' | 'sub' | 'mul' | 'div' | 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne' | 'and' | 'or';

/**
 * A checked expression as plain data (R10). Every value is a double; false is 0 and true is 1, a
 * level is its position in the track's list, a duration is in milliseconds and a rate per
 * millisecond.
 */
export type Expression =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'track'; readonly track: number }
  | { readonly type: 'unknown'; readonly unknown: number }
  | { readonly type: 'builtin'; readonly builtin: Builtin }
  /**
   * A column of the seat's own row (`ownColumns`), a parameter of its doctrine, or the offer at
   * hand.
   */
  | { readonly type: 'own'; readonly own: number }
  | { readonly type: 'parameter'; readonly parameter: number }
  | { readonly type: 'offer'; readonly offer: OfferColumn }
  | { readonly type: UnaryOperator; readonly a: Expression }
  | { readonly type: BinaryOperator; readonly a: Expression; readonly b: Expression }
  | { readonly type: 'min' | 'max'; readonly args: readonly Expression[] }
  | {
      readonly type: 'clamp';
      readonly a: Expression;
      readonly low: Expression;
      readonly high: Expression;
    }
  | {
      readonly type: 'if';
      readonly test: Expression;
      readonly a: Expression;
      readonly b: Expression;
    };

/**
 * Where an expression reads: a row of tracks (the world, or one seat's picture) and what goes with
 * it.
 */
export interface Values {
  readonly tracks: Float64Array;
  /** Column of the row's first track. */
  offset: number;
  readonly unknowns: Float64Array;
  /** One column per name of `BUILTINS`. */
  readonly builtins: Float64Array;
  /** Every seat's row of beliefs, and the column at which the present one begins. */
  readonly own: Float64Array;
  ownOffset: number;
  /** Parameters of the doctrine at hand. */
  parameters: Float64Array;
  /** One column per name of `OFFER_COLUMNS`. */
  readonly offer: Float64Array;
}

const NONE = new Float64Array(0);

/** Values with nothing in them but what is given: where the rest is never read. */
export function valuesOf(given: Partial<Values>): Values {
  return {
    tracks: NONE,
    offset: 0,
    unknowns: NONE,
    builtins: NONE,
    own: NONE,
    ownOffset: 0,
    parameters: NONE,
    offer: NONE,
    ...given,
  };
}

export type Evaluator = (values: Values) => number;

/**
 * Turns a typed tree into closures (R10): the evaluator that runs anywhere.
 * The result may be NaN or infinite; whoever uses it treats that as a fault (R8).
 */
export function compileExpression(e: Expression): Evaluator {
  switch (e.type) {
    case 'number': {
      const { value } = e;
      return () => value;
    }
    case 'track': {
      const { track } = e;
      return (v) => v.tracks[v.offset + track]!;
    }
    case 'unknown': {
      const { unknown } = e;
      return (v) => v.unknowns[unknown]!;
    }
    case 'builtin': {
      const column = BUILTINS.indexOf(e.builtin);
      return (v) => v.builtins[column]!;
    }
    case 'own': {
      const { own } = e;
      return (v) => v.own[v.ownOffset + own]!;
    }
    case 'parameter': {
      const { parameter } = e;
      return (v) => v.parameters[parameter]!;
    }
    case 'offer': {
      const column = OFFER_COLUMNS.indexOf(e.offer);
      return (v) => v.offer[column]!;
    }
    case 'min':
    case 'max':
      return fold(e.type, e.args.map(compileExpression));
    case 'clamp': {
      const [a, low, high] = [e.a, e.low, e.high].map(compileExpression) as [
        Evaluator,
        Evaluator,
        Evaluator,
      ];
      return (v) => clamp(a(v), low(v), high(v));
    }
    case 'if': {
      const [test, a, b] = [e.test, e.a, e.b].map(compileExpression) as [
        Evaluator,
        Evaluator,
        Evaluator,
      ];
      return (v) => (test(v) !== 0 ? a(v) : b(v));
    }
    case 'negate':
    case 'not':
    case 'log':
    case 'exp':
      return unary(e.type, compileExpression(e.a));
    default:
      return binary(e.type, compileExpression(e.a), compileExpression(e.b));
  }
}

/** The middle one of three numbers: `a` held inside [low, high]. */
export function clamp(a: number, low: number, high: number): number {
  if (a < low) return low;
  return a > high ? high : a;
}

/** The lesser of two doubles; unlike Math.min it keeps the first on a tie, so −0 never decides. */
export function lesser(a: number, b: number): number {
  return b < a ? b : a;
}

/** The greater of two doubles, the first on a tie. */
export function greater(a: number, b: number): number {
  return b > a ? b : a;
}

function fold(type: 'min' | 'max', args: readonly Evaluator[]): Evaluator {
  const [first, ...rest] = args;
  if (first === undefined) throw new Error(`${type} needs at least one argument`);
  const pick = type === 'min' ? lesser : greater;
  return rest.reduce((a, b) => (v: Values) => pick(a(v), b(v)), first);
}

function unary(type: UnaryOperator, a: Evaluator): Evaluator {
  switch (type) {
    case 'negate':
      return (v) => -a(v);
    case 'not':
      return (v) => (a(v) === 0 ? 1 : 0);
    case 'log':
      return (v) => exactLog(a(v));
    case 'exp':
      return (v) => exactExp(a(v));
  }
}

function binary(type: BinaryOperator, a: Evaluator, b: Evaluator): Evaluator {
  switch (type) {
    case 'add':
      return (v) => a(v) + b(v);
    case 'sub':
      return (v) => a(v) - b(v);
    case 'mul':
      return (v) => a(v) * b(v);
    case 'div':
      return (v) => a(v) / b(v);
    case 'lt':
      return (v) => (a(v) < b(v) ? 1 : 0);
    case 'le':
      return (v) => (a(v) <= b(v) ? 1 : 0);
    case 'gt':
      return (v) => (a(v) > b(v) ? 1 : 0);
    case 'ge':
      return (v) => (a(v) >= b(v) ? 1 : 0);
    case 'eq':
      return (v) => (a(v) === b(v) ? 1 : 0);
    case 'ne':
      return (v) => (a(v) !== b(v) ? 1 : 0);
    case 'and':
      return (v) => (a(v) !== 0 && b(v) !== 0 ? 1 : 0);
    case 'or':
      return (v) => (a(v) !== 0 || b(v) !== 0 ? 1 : 0);
  }
}

/** The tracks that an expression reads, each once, ascending: the dependency index of R6. */
export function tracksRead(e: Expression): number[] {
  const found = new Set<number>();
  visit(e, (node) => {
    if (node.type === 'track') found.add(node.track);
  });
  return [...found].toSorted((a, b) => a - b);
}

/** Whether an expression reads one of the built-ins. */
export function readsBuiltin(e: Expression, builtin: Builtin): boolean {
  let found = false;
  visit(e, (node) => {
    if (node.type === 'builtin' && node.builtin === builtin) found = true;
  });
  return found;
}

/** Calls `see` on an expression and on everything inside it, outermost first. */
export function visit(e: Expression, see: (node: Expression) => void): void {
  see(e);
  switch (e.type) {
    case 'number':
    case 'track':
    case 'unknown':
    case 'builtin':
    case 'own':
    case 'parameter':
    case 'offer':
      return;
    case 'min':
    case 'max':
      for (const arg of e.args) visit(arg, see);
      return;
    case 'clamp':
      for (const part of [e.a, e.low, e.high]) visit(part, see);
      return;
    case 'if':
      for (const part of [e.test, e.a, e.b]) visit(part, see);
      return;
    case 'negate':
    case 'not':
    case 'log':
    case 'exp':
      visit(e.a, see);
      return;
    default:
      visit(e.a, see);
      visit(e.b, see);
  }
}
