import { ownColumns } from '../core/knowledge/own-columns.js';
import type { Doctrine, Option } from '../core/parts/doctrine.js';
import type { Program } from '../core/program.js';
import { visit, type Expression } from '../core/world/expression.js';

/**
 * What in the doctrines of a Program the kernel could not play: an index that leads nowhere, an act
 * or a letter that is not the seat's, an expression that reads what a seat cannot know (R11), a
 * time that never passes.
 */
export function brokenDoctrines(program: Program): string[] {
  const columns = ownColumns(program).length;
  const broken = program.doctrines.flatMap((doctrine) => [
    ...badTimes(doctrine, program),
    ...badCalls(doctrine, program),
    ...doctrine.options.flatMap((option) => badOption(option, doctrine, program)),
    ...[...expressions(doctrine)].flatMap(([at, e, reply]) =>
      badReads(e, reply, columns, doctrine, program).map((what) => `${at} reads ${what}`),
    ),
  ]);
  return [
    ...broken.map((what) => `doctrine ${what}`),
    ...badResolves(program),
    ...badLineup(program),
  ];
}

function badTimes({ name, first, every, period }: Doctrine, { opens, closes }: Program): string[] {
  const sound = every >= 1 && period >= 1 && first >= opens && first <= closes;
  return sound ? [] : [`${name} meets or draws at no time`];
}

function badCalls({ name, calls }: Doctrine, { acts, incidents, routines }: Program): string[] {
  const lists = { act: acts, incident: incidents, routine: routines };
  return calls.flatMap(({ news }) =>
    news.type === 'dispatch' || lists[news.type][news.index]
      ? []
      : [`${name} is called by nothing`],
  );
}

/** Whether an option is the seat's own, and its ways are ways. */
function badOption(option: Option, { seat, name }: Doctrine, p: Program): string[] {
  const at = `${name}: ${option.name}`;
  const bad = (sound: boolean | undefined, what: string) => (sound ? [] : [`${at} ${what}`]);
  const routes = 'routes' in option ? option.routes : [];
  const ways = bad(
    routes.every((route) => p.routes[route]),
    'goes no way',
  );
  switch (option.type) {
    case 'nothing':
      return [];
    case 'act':
      return bad(p.acts[option.act]?.by.includes(seat), 'is no act of the seat');
    case 'send':
      return bad(p.letters[option.letter]?.from === seat, 'is no letter of the seat');
    case 'consent':
      return [
        ...bad(p.acts[option.act]?.consent?.seat === seat, 'is not asked of the seat'),
        ...bad(option.route === -1 || p.routes[option.route] !== undefined, 'goes no way'),
      ];
    case 'withdraw':
    case 'honour':
    case 'repudiate':
      return [
        ...ways,
        ...bad(
          option.letters?.every((one) => p.letters[one]?.from === seat) ?? true,
          'is no letter of the seat',
        ),
      ];
    case 'counter':
      return [
        ...ways,
        ...bad(p.letters[option.with]?.from === seat, 'is no letter of the seat'),
        ...bad(isForSeat(option.letters, seat, p), 'is of no letter to the seat'),
      ];
    default:
      return [...ways, ...bad(isForSeat(option.letters, seat, p), 'is of no letter to the seat')];
  }
}

function isForSeat(letters: readonly number[] | null, seat: number, p: Program): boolean {
  return letters?.every((letter) => p.letters[letter]?.to.includes(seat)) ?? true;
}

const REPLIES: ReadonlySet<Option['type']> = new Set(['accept', 'decline', 'leave', 'counter']);

/** Every expression of a doctrine, and whether an offer lies before it. */
function* expressions({
  name,
  precision,
  bargaining,
  options,
}: Doctrine): Generator<[string, Expression, boolean]> {
  const { present, continues, war, hazard, words, worth } = bargaining;
  for (const e of [precision, present, continues, war, hazard, words, ...worth]) {
    if (e !== null) yield [name, e, false];
  }
  for (const { name: option, type, when, utility } of options) {
    for (const e of [when, utility]) {
      if (e !== null) yield [`${name}: ${option}`, e, REPLIES.has(type)];
    }
  }
}

function badReads(
  e: Expression,
  reply: boolean,
  columns: number,
  { parameters }: Doctrine,
  { tracks }: Program,
): string[] {
  const bad: string[] = [];
  visit(e, (node) => {
    if (node.type === 'unknown' || node.type === 'builtin') bad.push('the world');
    if (node.type === 'offer' && !reply) bad.push('an offer where there is none');
    if (node.type === 'track' && tracks[node.track] === undefined) bad.push('no track');
    if (node.type === 'own' && !(node.own >= 0 && node.own < columns)) bad.push('no column');
    if (node.type === 'parameter' && parameters[node.parameter] === undefined) {
      bad.push('no parameter');
    }
  });
  return bad;
}

function badResolves({ resolves, seats, acts, letters }: Program): string[] {
  return resolves.flatMap(({ seat, positions, signs }) => {
    const sum = positions.reduce((sofar, { share }) => sofar + share, 0);
    const sound =
      seats[seat] !== undefined &&
      Math.abs(sum - 1) < 1e-6 &&
      signs.every(({ type, index, lean }) => {
        const own = type === 'act' ? acts[index]?.by.includes(seat) : letters[index]?.from === seat;
        return own && lean.length === positions.length;
      });
    return sound ? [] : [`resolve of seat ${seat} is no resolve`];
  });
}

function badLineup({ lineup, doctrines, opens, closes }: Program): string[] {
  const { branchAt } = lineup;
  const played = lineup.doctrines.map((index) => doctrines[index]?.seat);
  const sound =
    !played.includes(undefined) &&
    new Set(played).size === played.length &&
    (branchAt === null || (branchAt >= opens && branchAt <= closes));
  return sound ? [] : ['lineup is no line-up'];
}
