import { ownColumns } from '../knowledge/own-columns.js';
import type { Bargaining, Doctrine, News, Option } from '../parts/doctrine.js';
import type { Program } from '../program.js';
import type { Expression } from '../world/expression.js';
import type { Formula, FormulaNames } from './formula.js';
import { expressionOf } from './formula.js';
import type { Delay, Named } from './small-words.js';
import { delayOf } from './small-words.js';

const HOUR = 3_600_000;

export interface SmallDoctrine {
  /** Hours between meetings, and of the first after the opening; none where absent. */
  readonly every?: number;
  readonly first?: number;
  /** News and the hours within which it calls a meeting: `dispatch`, or an event's name. */
  readonly calls?: Named<Delay>;
  /** Hours of the periods of draws. */
  readonly drawsLast?: number;
  readonly precision?: Formula;
  readonly parameters?: Named<number>;
  readonly worth?: Named<Formula>;
  readonly words?: Formula;
  readonly present?: Formula;
  readonly continues?: Formula;
  readonly war?: Formula;
  /** Per hour. */
  readonly hazard?: Formula;
  /** Hours. */
  readonly replyTakes?: number;
  /** By key, as in `doctrines.yaml`: `act close_bridge`, `accept first`, `counter with second`. */
  readonly options: Named<Formula | SmallOption>;
}

export interface SmallOption {
  readonly utility: Formula;
  readonly when?: Formula;
  readonly by?: readonly string[];
}

/** Doctrines of a small program, by seat and name. */
export function smallDoctrines(
  program: Program,
  bySeat: Named<Named<SmallDoctrine>>,
): readonly Doctrine[] {
  return Object.entries(bySeat).flatMap(([seat, doctrines]) =>
    Object.entries(doctrines).map(([name, words]) => doctrineOf(program, seat, name, words)),
  );
}

function doctrineOf(program: Program, seat: string, name: string, words: SmallDoctrine): Doctrine {
  const { every = 0, first = every, drawsLast = 24, parameters = {} } = words;
  const names: FormulaNames = {
    tracks: program.tracks.map((track) => track.name),
    unknowns: [],
    own: ownColumns(program),
    parameters: Object.keys(parameters),
  };
  return {
    name,
    title: name,
    seat: find(program.seats, seat),
    source: 'a test',
    // A doctrine that meets only when called has its first regular meeting after the closing.
    first:
      every === 0 && words.first === undefined ? program.closes + 1 : program.opens + first * HOUR,
    every: every === 0 ? program.closes - program.opens + 1 : every * HOUR,
    calls: Object.entries(words.calls ?? {}).map(([news, within]) => ({
      news: newsOf(program, news),
      within: delayOf(within),
    })),
    period: drawsLast * HOUR,
    precision: expressionOf(names, words.precision ?? 1),
    parameters: Object.entries(parameters).map(([parameter, value]) => ({
      name: parameter,
      title: parameter,
      value,
    })),
    bargaining: bargainingOf(program, names, words),
    options: Object.entries(words.options).map(([key, option]) =>
      optionOf(program, names, key, option),
    ),
  };
}

function newsOf(program: Program, name: string): News {
  if (name === 'dispatch') return { type: 'dispatch' };
  for (const [type, list] of [
    ['act', program.acts],
    ['incident', program.incidents],
    ['routine', program.routines],
  ] as const) {
    const index = list.findIndex((x) => x.name === name);
    if (index >= 0) return { type, index };
  }
  throw new Error(`${name} is no news`);
}

function bargainingOf(program: Program, names: FormulaNames, words: SmallDoctrine): Bargaining {
  const { worth = {}, replyTakes = 0 } = words;
  const of = (formula: Formula | undefined): Expression => expressionOf(names, formula ?? 0);
  return {
    worth: program.acts.map(({ name }) => (name in worth ? of(worth[name]) : null)),
    words: of(words.words),
    present: of(words.present),
    continues: of(words.continues),
    war: of(words.war),
    hazard: of(['div', words.hazard ?? 0, HOUR]),
    replyTakes: replyTakes * HOUR,
  };
}

function optionOf(
  program: Program,
  names: FormulaNames,
  key: string,
  words: Formula | SmallOption,
): Option {
  const {
    utility,
    when,
    by = [],
  } = typeof words === 'object' && 'utility' in words ? words : { utility: words };
  const base = {
    name: key,
    title: key,
    when: when === undefined ? null : expressionOf(names, when),
    utility: expressionOf(names, utility),
  };
  const routes = by.map((name) => find(program.routes, name));
  const [type, first, second, third] = key.split(' ');
  const isOf = first !== undefined && first !== 'with';
  const letters = (): number[] | null => (isOf ? [find(program.letters, first)] : null);
  switch (type) {
    case 'nothing':
      return { ...base, type };
    case 'act':
      return { ...base, type, act: find(program.acts, first!) };
    case 'send':
      return { ...base, type, letter: find(program.letters, first!) };
    case 'accept':
    case 'decline':
    case 'leave':
    case 'withdraw':
    case 'honour':
    case 'repudiate':
      return { ...base, type, letters: letters(), routes };
    case 'counter':
      return {
        ...base,
        type,
        letters: letters(),
        routes,
        with: find(program.letters, third ?? second!),
      };
    case 'consent':
    case 'refuse':
      return {
        ...base,
        type: 'consent',
        act: find(program.acts, first!),
        give: type === 'consent',
        route: routes[0] ?? -1,
      };
    default:
      throw new Error(`${key} is no option`);
  }
}

function find(list: readonly { readonly name: string }[], name: string): number {
  const index = list.findIndex((x) => x.name === name);
  if (index < 0) throw new Error(`${name} is not declared`);
  return index;
}
