import type { Distribution } from '../../src/core/chance/distribution.js';
import { ownColumns, rowLayout } from '../../src/core/knowledge/own-columns.js';
import type { Program } from '../../src/core/program.js';
import type { Doctrine, News, Option } from '../../src/core/parts/doctrine.js';
import type { Expression } from '../../src/core/world/expression.js';
import { CPP, PYTHON, expressionText, type Language } from './expression-text.js';

/**
 * The doctrines that a program's lineup names, as C++ or Python source for the yardsticks, so that
 * whoever tunes a figure in doctrines.yaml need not touch them.
 */
export function doctrineText(program: Program, language: 'cpp' | 'python'): string {
  const played = program.lineup.doctrines.map((index) => program.doctrines[index]!);
  const parts =
    language === 'cpp'
      ? [cppRow(program), ...played.map(cppDoctrine), cppLineup(played.length)]
      : [pythonRow(program), ...played.map(pythonDoctrine), pythonLineup(played.length)];
  return `${parts.join('\n')}\n`;
}

/** What stands in a seat's row and what each seat keeps to itself. */
function cppRow(program: Program): string {
  const { width, trust, resolve, resolveOf, acts, letters } = rowLayout(program);
  const { resolves } = program;
  const signs = resolves.flatMap((r, i) => r.signs.map((sign) => ({ ...sign, resolve: i })));
  const positions = resolves.flatMap((r) => r.positions);
  const starts = resolves.map((_, i) => sum(resolves.slice(0, i).map((r) => r.positions.length)));
  const list = (type: string, name: string, cells: readonly (string | number)[]): string =>
    `static const ${type} ${name}[] = {${[...cells, 0].join(', ')}};`;
  return [
    '#pragma once',
    `static const int ROW = ${width}, ROW_TRUST = ${trust}, ROW_RESOLVE = ${resolve};`,
    `static const int ROW_OTHERS = ${resolveOf}, ROW_ACTS = ${acts}, ROW_LETTERS = ${letters};`,
    `static const int RESOLVES = ${resolves.length}, POSITIONS = ${positions.length};`,
    `static const int SIGNS = ${signs.length};`,
    list(
      'int',
      'RESOLVE_SEAT',
      resolves.map(({ seat }) => seat),
    ),
    list('int', 'RESOLVE_AT', [...starts, positions.length]),
    list(
      'char *const',
      'POSITION_NAME',
      resolves.flatMap((r) =>
        r.positions.map(({ name }) => JSON.stringify(`${program.seats[r.seat]!.name} ${name}`)),
      ),
    ),
    list(
      'double',
      'POSITION_SHARE',
      positions.map(({ share }) => share),
    ),
    list(
      'double',
      'POSITION_VALUE',
      positions.map(({ value }) => value),
    ),
    list(
      'double',
      'RESOLVE_PRECISION',
      resolves.map(({ precision }) => precision),
    ),
    list(
      'int',
      'SIGN_RESOLVE',
      signs.map(({ resolve: at }) => at),
    ),
    list(
      'bool',
      'SIGN_IS_ACT',
      signs.map(({ type }) => (type === 'act' ? 1 : 0)),
    ),
    list(
      'int',
      'SIGN_INDEX',
      signs.map(({ index }) => index),
    ),
    `static const double SIGN_LEAN[][8] = {${[...signs.map(({ lean }) => `{${lean.join(', ')}}`), '{0}'].join(', ')}};`,
    '',
  ].join('\n');
}

/** Calls `X(DOCTRINE)` for each doctrine that plays. */
function cppLineup(count: number): string {
  const calls = Array.from({ length: count }, (_, i) => `X(Doctrine${i})`);
  return `#define LINEUP(X) ${calls.join(' ')}`;
}

function pythonRow(program: Program): string {
  const columns = ownColumns(program);
  const row = rowLayout(program);
  const places = (start: number, step: number, count: number): string =>
    JSON.stringify(Array.from({ length: count }, (_, i) => start + step * i));
  const actCount = program.acts.length;
  const letterCount = program.letters.length;
  return [
    'from math import exp as exactExp, log as exactLog',
    'lesser, greater = min, max',
    'def clamped(a, low, high):',
    '    return max(low, min(a, high))',
    `COLUMNS = ${JSON.stringify(columns)}`,
    `HOURS, QUIET, AUDIENCE_COST = ${row.hours}, ${row.quietHours}, ${row.audienceCost}`,
    `TRUSTS = ${places(row.trust, 1, program.sides.length)}`,
    `RESOLVE = ${row.resolve}`,
    `RESOLVE_OF = ${places(row.resolveOf, 1, program.resolves.length)}`,
    ...['DOING', 'OWES', 'EXPECTS', 'OVERDUE'].map(
      (name, i) => `${name} = ${places(row.acts + i, 4, actCount)}`,
    ),
    ...['SENT', 'GOT'].map((name, i) => `${name} = ${places(row.letters + i, 2, letterCount)}`),
    `TRUST = {"verified": ${program.trust.verified}, "breach": ${program.trust.breach}, "delay": ${program.trust.delay}}`,
    `RESOLVES = ${JSON.stringify(
      program.resolves.map(({ seat, positions, precision, relayed, signs }) => [
        seat,
        positions.map(({ share, value }) => [share, value]),
        precision,
        relayed,
        signs.map(({ type, index, lean }) => [type, index, lean]),
      ]),
    )}`,
    '',
  ].join('\n');
}

function pythonLineup(count: number): string {
  const names = Array.from({ length: count }, (_, i) => `Doctrine${i}`);
  return `PLAYED = [${names.join(', ')}]`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

/** Functions of a doctrine that read its seat's row, by name. */
function functionsOf(doctrine: Doctrine): [string, Expression][] {
  const { present, continues, war, hazard, words } = doctrine.bargaining;
  return Object.entries({ precision: doctrine.precision, present, continues, war, hazard, words });
}

const NEVER: Expression = { type: 'number', value: 0 };
const ALWAYS: Expression = { type: 'number', value: 1 };

/** One line of figures for each option: its kind, and what it is about. */
function optionRow(option: Option): (string | number)[] {
  const routes = 'routes' in option ? option.routes : 'route' in option ? [option.route] : [];
  const letters = 'letters' in option ? option.letters : null;
  return [
    option.type,
    'act' in option ? option.act : -1,
    'letter' in option ? option.letter : 'with' in option ? option.with : -1,
    routes[0] ?? -1,
    letters === null ? -1 : letters.reduce((mask, letter) => mask | (1 << letter), 0),
    'give' in option && option.give ? 1 : 0,
  ];
}

function newsRow(news: News): (string | number)[] {
  return [news.type, news.type === 'dispatch' ? -1 : news.index];
}

/** A call's delay as its bounds: calls of the yardsticks' doctrines are fixed or uniform. */
function boundsOf(d: Distribution): [number, number] {
  if (d.type === 'fixed') return [d.value, d.value];
  if (d.type === 'uniform') return [d.low, d.high];
  throw new Error(`the yardsticks know no ${d.type} delay of a call`);
}

function texts(doctrine: Doctrine, by: Language): (e: Expression) => string {
  const parameters = doctrine.parameters.map(({ value }) => value);
  return (e) => expressionText(e, by, parameters);
}

function cppDoctrine(doctrine: Doctrine, index: number): string {
  const text = texts(doctrine, CPP);
  const { seat, first, every, period, options, calls, bargaining } = doctrine;
  const row = 'const double *t, const double *o, const double *f';
  const unused = '(void)t, (void)o, (void)f;';
  const cases = (list: readonly Expression[]): string =>
    list.map((e, i) => `      case ${i}: return ${text(e)};`).join('\n');
  const choice = (name: string, list: readonly Expression[]): string =>
    `  static double ${name}(int i, ${row}) {\n    ${unused}\n    switch (i) {\n${cases(list)}\n` +
    `      default: return 0;\n    }\n  }`;
  const cells = (values: readonly (string | number)[]): string => `{${values.join(', ')}}`;
  const kinds = (row: readonly (string | number)[]): (string | number)[] =>
    row.map((cell) => (typeof cell === 'string' ? `IS_${cell.toUpperCase()}` : cell));
  return [
    `struct Doctrine${index} {`,
    `  static constexpr int SEAT = ${seat}, OPTIONS = ${options.length}, CALLS = ${calls.length};`,
    `  static constexpr double FIRST = ${CPP.number(first)}, EVERY = ${CPP.number(every)};`,
    `  static constexpr double PERIOD = ${CPP.number(period)};`,
    `  static constexpr double REPLY_TAKES = ${CPP.number(bargaining.replyTakes)};`,
    `  static constexpr OptionRow OPTION[] = {${options.map((o) => cells(kinds(optionRow(o)))).join(', ')}};`,
    `  static constexpr const char *NAME[] = {${options.map(({ name }) => JSON.stringify(name)).join(', ')}};`,
    `  static constexpr CallRow CALL[] = {${[
      ...calls.map(({ news, within }) => cells([...kinds(newsRow(news)), ...boundsOf(within)])),
      '{IS_NO_NEWS, -1, 0, 0}',
    ].join(', ')}};`,
    ...functionsOf(doctrine).map(
      ([name, e]) => `  static double ${name}(${row}) { ${unused} return ${text(e)}; }`,
    ),
    choice(
      'when',
      options.map(({ when }) => when ?? ALWAYS),
    ),
    choice(
      'utility',
      options.map(({ utility }) => utility),
    ),
    choice(
      'worth',
      bargaining.worth.map((e) => e ?? NEVER),
    ),
    '};',
  ].join('\n');
}

function pythonDoctrine(doctrine: Doctrine, index: number): string {
  const text = texts(doctrine, PYTHON);
  const { name, seat, first, every, period, options, calls, bargaining } = doctrine;
  const lambda = (e: Expression): string => `lambda t, o, f: ${text(e)}`;
  const row = (cells: readonly (string | number)[]): string =>
    cells.map((cell) => JSON.stringify(cell)).join(', ');
  return [
    `class Doctrine${index}:`,
    `    name, seat = ${JSON.stringify(name)}, ${seat}`,
    `    first, every, period = ${first}, ${every}, ${period}`,
    `    reply_takes = ${bargaining.replyTakes}`,
    ...functionsOf(doctrine).map(([name, e]) => `    ${name} = staticmethod(${lambda(e)})`),
    '    worth = [',
    ...bargaining.worth.map((e) => `        ${e === null ? 'None' : lambda(e)},`),
    '    ]',
    '    calls = [',
    ...calls.map(
      ({ news, within }) => `        (${row([...newsRow(news), ...boundsOf(within)])}),`,
    ),
    '    ]',
    '    options = [',
    ...options.map(
      (option) =>
        `        (${row(optionRow(option))}, ${option.when === null ? 'None' : lambda(option.when)}, ` +
        `${lambda(option.utility)}),`,
    ),
    '    ]',
    '',
  ].join('\n');
}
