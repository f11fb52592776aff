import type { ASTNode } from '@marcbachmann/cel-js';
import {
  BUILTINS,
  OFFER_COLUMNS,
  type BinaryOperator,
  type Builtin,
  type Expression,
  type OfferColumn,
} from '../../core/world/expression.js';
import type { FaultCode, FaultDetails } from '../faults.js';
import { nearestName } from '../text/nearest-name.js';
import { foldConstants, isConstant } from './fold-constants.js';
import {
  NUMBER,
  PLACE_BUILTINS,
  PLACE_WORDS,
  READS_OWN,
  READS_UNKNOWNS,
  sameType,
  TRUTH,
  typeOfTrack,
  typeWords,
  type Place,
  type Scope,
  type ValueType,
} from './scope.js';

/** Tells of a fault at a character of the text that was parsed. */
export type ReportAt = <C extends FaultCode>(
  at: number,
  code: C,
  ...details: FaultDetails<C>
) => void;

/** What the translation of one expression needs to know. */
export interface Translation {
  readonly place: Place;
  readonly scope: Scope;
  readonly report: ReportAt;
}

interface Typed {
  readonly e: Expression;
  readonly type: ValueType;
}

/**
 * Translates the parser's tree to ours, checking on the way that truths, numbers and level names
 * never mix and that only what the place may read is read. Null where a fault was reported.
 */
export function translate(node: ASTNode, wanted: ValueType, t: Translation): Expression | null {
  const found = typed(node, wanted, t);
  if (found === null) return null;
  if (sameType(found.type, wanted)) return found.e;
  t.report(node.start, 'expression-type', typeWords(wanted), typeWords(found.type));
  return null;
}

/** `wanted` decides only which list of levels a bare level name belongs to. */
function typed(node: ASTNode, wanted: ValueType, t: Translation): Typed | null {
  switch (node.op) {
    case 'value':
      return literal(node, node.args, wanted, t);
    case 'id':
      return identifier(node, node.args, t);
    case '-_':
      return unary(node.args, 'negate', NUMBER, t);
    case '!_':
      return unary(node.args, 'not', TRUTH, t);
    case '&&':
      return binary(node.args, 'and', TRUTH, TRUTH, t);
    case '||':
      return binary(node.args, 'or', TRUTH, TRUTH, t);
    case '+':
      return binary(node.args, 'add', NUMBER, NUMBER, t);
    case '-':
      return binary(node.args, 'sub', NUMBER, NUMBER, t);
    case '*':
      return binary(node.args, 'mul', NUMBER, NUMBER, t);
    case '/':
      return binary(node.args, 'div', NUMBER, NUMBER, t);
    case '<':
      return comparison(node.args, 'lt', t);
    case '<=':
      return comparison(node.args, 'le', t);
    case '>':
      return comparison(node.args, 'gt', t);
    case '>=':
      return comparison(node.args, 'ge', t);
    case '==':
      return equality(node.args, 'eq', t);
    case '!=':
      return equality(node.args, 'ne', t);
    case '?:':
      return choice(node.args, wanted, t);
    case 'call':
      return call(node, node.args[0], node.args[1], t);
    default:
      return refuse(node, t, 'expression-construct');
  }
}

function refuse<C extends FaultCode>(
  node: ASTNode,
  t: Translation,
  code: C,
  ...details: FaultDetails<C>
): null {
  t.report(node.start, code, ...details);
  return null;
}

function number(value: number): Expression {
  return { type: 'number', value };
}

function literal(node: ASTNode, value: unknown, wanted: ValueType, t: Translation): Typed | null {
  if (typeof value === 'number') return { e: number(value), type: NUMBER };
  if (typeof value === 'boolean') return { e: number(value ? 1 : 0), type: TRUTH };
  if (typeof value !== 'string') return refuse(node, t, 'expression-construct');
  if (wanted.type !== 'level') return refuse(node, t, 'level-name-here', value);
  const position = wanted.levels.indexOf(value);
  if (position >= 0) return { e: number(position), type: wanted };
  return refuse(node, t, 'unknown-level', value, wanted.levels);
}

function identifier(node: ASTNode, name: string, t: Translation): Typed | null {
  const track = t.scope.tracks.get(name);
  if (READS_OWN.has(t.place)) return ofSeat(node, name, t);
  if (track) return { e: { type: 'track', track: track.index }, type: typeOfTrack(track.track) };
  const unknown = t.scope.unknowns.get(name);
  if (unknown !== undefined) {
    if (READS_UNKNOWNS.has(t.place)) return { e: { type: 'unknown', unknown }, type: NUMBER };
    return refuse(node, t, 'expression-reads', name, PLACE_WORDS[t.place]);
  }
  const builtins = PLACE_BUILTINS[t.place];
  if ((BUILTINS as readonly string[]).includes(name)) {
    const builtin = name as Builtin;
    if (!builtins.includes(builtin)) {
      return refuse(node, t, 'expression-reads', name, PLACE_WORDS[t.place]);
    }
    return { e: { type: 'builtin', builtin }, type: builtin === 'ran_away' ? TRUTH : NUMBER };
  }
  if (t.scope.broken.has(name)) return null;
  const unknowns = READS_UNKNOWNS.has(t.place) ? t.scope.unknowns.keys() : [];
  const near = nearestName(name, [...t.scope.tracks.keys(), ...unknowns, ...builtins]);
  return refuse(node, t, 'unknown-in-expression', name, near);
}

/** A name in a doctrine: a track of the picture, or what the seat knows besides. */
function ofSeat(node: ASTNode, name: string, t: Translation): Typed | null {
  const { tracks, unknowns, own, parameters, broken } = t.scope;
  const track = tracks.get(name);
  const column = ownName(name, t);
  if (track && column) return refuse(node, t, 'ambiguous-name', name);
  if (track) return { e: { type: 'track', track: track.index }, type: typeOfTrack(track.track) };
  if (column) return { e: column, type: NUMBER };
  if (isOfferColumn(name)) return refuse(node, t, 'no-offer-here', name);
  if (unknowns.has(name) || (BUILTINS as readonly string[]).includes(name)) {
    return refuse(node, t, 'expression-reads', name, PLACE_WORDS[t.place]);
  }
  if (broken.has(name)) return null;
  const near = nearestName(name, [
    ...tracks.keys(),
    ...(parameters?.keys() ?? []),
    ...(own?.keys() ?? []),
    ...(t.place === 'reply' ? OFFER_COLUMNS : []),
  ]);
  return refuse(node, t, 'unknown-to-seat', name, near);
}

function ownName(name: string, { place, scope }: Translation): Expression | null {
  const own = scope.own?.get(name);
  if (own !== undefined) return { type: 'own', own };
  const parameter = scope.parameters?.get(name);
  if (parameter !== undefined) return { type: 'parameter', parameter };
  return place === 'reply' && isOfferColumn(name) ? { type: 'offer', offer: name } : null;
}

function isOfferColumn(name: string): name is OfferColumn {
  return (OFFER_COLUMNS as readonly string[]).includes(name);
}

/** A part that must have one type; its fault is reported where it has another. */
function part(node: ASTNode, type: ValueType, t: Translation): Expression | null {
  return translate(node, type, t);
}

/** Constants are computed now; one that is not a finite number would stop every run (R8). */
function folded(node: ASTNode, e: Expression, type: ValueType, t: Translation): Typed | null {
  const value = foldConstants(e);
  if (value.type === 'number' || !isConstant(value)) return { e: value, type };
  return refuse(node, t, 'not-finite');
}

function unary(
  operand: ASTNode,
  operator: 'negate' | 'not',
  type: ValueType,
  t: Translation,
): Typed | null {
  const a = part(operand, type, t);
  return a && folded(operand, { type: operator, a }, type, t);
}

function binary(
  [left, right]: readonly [ASTNode, ASTNode],
  operator: BinaryOperator,
  type: ValueType,
  result: ValueType,
  t: Translation,
): Typed | null {
  const [a, b] = [part(left, type, t), part(right, type, t)];
  return a && b && folded(left, { type: operator, a, b }, result, t);
}

function comparison(
  [left, right]: readonly [ASTNode, ASTNode],
  operator: BinaryOperator,
  t: Translation,
): Typed | null {
  const level = levelTrack(left, t) ?? levelTrack(right, t);
  if (level) return refuse(left, t, 'level-order', level.name, level.levels);
  return binary([left, right], operator, NUMBER, TRUTH, t);
}

/** Truths, numbers, or levels of one list; the side that is a track tells the list. */
function equality(
  [left, right]: readonly [ASTNode, ASTNode],
  operator: 'eq' | 'ne',
  t: Translation,
): Typed | null {
  const wanted = levelTrack(left, t) ?? levelTrack(right, t);
  const type: ValueType = wanted ? { type: 'level', levels: wanted.levels } : NUMBER;
  const a = typed(left, type, t);
  const b = typed(right, type, t);
  if (a === null || b === null) return null;
  if (sameType(a.type, b.type)) {
    return folded(left, { type: operator, a: a.e, b: b.e }, TRUTH, t);
  }
  return refuse(right, t, 'expression-type', typeWords(a.type), typeWords(b.type));
}

function levelTrack(node: ASTNode, { scope }: Translation) {
  const found = node.op === 'id' ? scope.tracks.get(node.args) : undefined;
  if (found?.track.kind !== 'level') return null;
  return { name: found.track.name, levels: found.track.levels };
}

function choice(
  [condition, yes, no]: readonly [ASTNode, ASTNode, ASTNode],
  wanted: ValueType,
  t: Translation,
): Typed | null {
  const test = part(condition, TRUTH, t);
  const [a, b] = [typed(yes, wanted, t), typed(no, wanted, t)];
  if (test === null || a === null || b === null) return null;
  if (sameType(a.type, b.type)) return { e: { type: 'if', test, a: a.e, b: b.e }, type: a.type };
  return refuse(no, t, 'expression-type', typeWords(a.type), typeWords(b.type));
}

/** The functions that an expression may call, with how many numbers each takes. */
export const FUNCTIONS: Readonly<
  Record<string, { readonly least: number; readonly most: number }>
> = {
  min: { least: 2, most: 8 },
  max: { least: 2, most: 8 },
  clamp: { least: 3, most: 3 },
  log: { least: 1, most: 1 },
  exp: { least: 1, most: 1 },
};

function call(node: ASTNode, name: string, args: readonly ASTNode[], t: Translation): Typed | null {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (known === undefined) {
    return refuse(node, t, 'unknown-function', name, nearestName(name, Object.keys(FUNCTIONS)));
  }
  if (args.length < known.least || args.length > known.most) {
    return refuse(node, t, 'function-arguments', name, known.least, known.most);
  }
  const parts = args.map((arg) => part(arg, NUMBER, t));
  if (parts.includes(null)) return null;
  return folded(node, called(name, parts as Expression[]), NUMBER, t);
}

function called(name: string, parts: readonly Expression[]): Expression {
  const [a, low, high] = parts as [Expression, Expression, Expression];
  if (name === 'min' || name === 'max') return { type: name, args: parts };
  if (name === 'clamp') return { type: 'clamp', a, low, high };
  return { type: name === 'log' ? 'log' : 'exp', a };
}
