import type { Builtin } from '../../core/world/expression.js';
import type { Track } from '../../core/parts/world.js';

/** Where an expression stands, which decides what it may read (R6, R10, R12, R22). */
export type Place =
  | 'guard'
  | 'effect'
  | 'rate'
  | 'may'
  | 'value'
  | 'ending'
  | 'milestone'
  /** What a doctrine weighs over its seat's row, and what it weighs with an offer before it. */
  | 'doctrine'
  | 'reply';

export const PLACE_WORDS: Readonly<Record<Place, string>> = {
  guard: 'a guard',
  effect: 'an effect',
  rate: 'a rate or chance',
  may: 'a guard over a picture',
  value: 'a value',
  ending: 'an ending',
  milestone: 'a milestone',
  doctrine: 'a doctrine',
  reply: 'a doctrine',
};

/** Built-ins that each place may read; none may read the clock but an ending, through `silence`. */
export const PLACE_BUILTINS: Readonly<Record<Place, readonly Builtin[]>> = {
  guard: [],
  effect: [],
  rate: [],
  may: [],
  value: ['audience_cost'],
  ending: ['obligations_open', 'silence', 'ran_away'],
  milestone: ['obligations_open', 'ran_away'],
  doctrine: [],
  reply: [],
};

/** Places that read the world and so its unknowns; the others read a picture, which has none. */
export const READS_UNKNOWNS: ReadonlySet<Place> = new Set([
  'guard',
  'effect',
  'rate',
  'ending',
  'milestone',
]);

/** Places that read one seat's row: its picture, its own columns and its doctrine's parameters. */
export const READS_OWN: ReadonlySet<Place> = new Set(['doctrine', 'reply']);

/** The names that expressions of one scenario may use. */
export interface Scope {
  readonly tracks: ReadonlyMap<string, { readonly index: number; readonly track: Track }>;
  readonly unknowns: ReadonlyMap<string, number>;
  /** Of a doctrine: the columns of its seat's own row, and its parameters. */
  readonly own?: ReadonlyMap<string, number>;
  readonly parameters?: ReadonlyMap<string, number>;
  /** Names whose declaration is at fault, so that nothing is known of them. */
  readonly broken: ReadonlySet<string>;
}

/** What a value is: a truth, a number, or a position in a list of level names. */
export type ValueType =
  | { readonly type: 'truth' }
  | { readonly type: 'number' }
  | { readonly type: 'level'; readonly levels: readonly string[] };

export const TRUTH: ValueType = { type: 'truth' };
export const NUMBER: ValueType = { type: 'number' };

/** The type of a track's value in an expression. */
export function typeOfTrack(track: Pick<Track, 'kind' | 'levels'>): ValueType {
  if (track.kind === 'switch') return TRUTH;
  return track.kind === 'level' ? { type: 'level', levels: track.levels } : NUMBER;
}

/** Whether two values of expressions are of one type; levels where their names are the same. */
export function sameType(a: ValueType, b: ValueType): boolean {
  if (a.type !== 'level' || b.type !== 'level') return a.type === b.type;
  return a.levels.length === b.levels.length && a.levels.every((name, i) => name === b.levels[i]);
}

/** A type as messages say it. */
export function typeWords(type: ValueType): string {
  if (type.type === 'truth') return 'true or false';
  return type.type === 'number'
    ? 'a number'
    : `one of ${type.levels.map((n) => `"${n}"`).join(', ')}`;
}
