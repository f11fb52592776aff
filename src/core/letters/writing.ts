import type { Input, InputClause } from '../history/input.js';
import type { Refusal } from '../history/refusals.js';
import { refusals } from '../history/refusals.js';
import type { Clause, Terms } from '../parts/letters.js';
import type { Program } from '../program.js';
import { parseInstant } from '../time/instant.js';

const HOUR = 3_600_000;
const UNIT: Readonly<Record<string, number>> = {
  min: 60_000,
  h: HOUR,
  d: 24 * HOUR,
  w: 168 * HOUR,
};

/** Index of a seat by name, −1 where there is none. */
export function findSeat(program: Program, name: string): number {
  return program.seats.findIndex((s) => s.name === name);
}

/** Routes by their names; a channel is the one-leg route of its name. */
export function findRoutes(program: Program, names: readonly string[]): number[] | Refusal {
  const routes: number[] = [];
  for (const name of names) {
    const route = program.routes.findIndex((r) => r.name === name);
    if (route < 0) return refusals.unknownRoute(name);
    routes.push(route);
  }
  return routes.length === 0 ? refusals.noRoute() : routes;
}

/** The route that is one leg over a channel straight to the addressee; every channel has one. */
export function oneLegRoute(program: Program, channel: number): number {
  return program.routes.findIndex(
    ({ legs: [first, ...rest] }) =>
      rest.length === 0 && first?.to === null && first.channel === channel,
  );
}

/** Whether any leg of some routes goes over a public channel. */
export function arePublic(program: Program, routes: readonly number[]): boolean {
  return routes.some((route) =>
    program.routes[route]!.legs.some(({ channel }) => !program.channels[channel]!.private),
  );
}

/** Terms of an ad hoc dispatch from the words of an order. */
export function wordsToTerms(
  program: Program,
  from: number,
  to: readonly number[],
  input: Extract<Input, { readonly type: 'write' }>,
): Terms | Refusal {
  const own = program.seats[from]!.side;
  const theirs = program.seats[to[0]!]!.side;
  const give = clauses(program, input.give ?? [], own);
  if ('code' in give) return give;
  const ask = clauses(program, input.ask ?? [], theirs);
  if ('code' in ask) return ask;
  const lapses = input.lapses === undefined ? -1 : duration(input.lapses);
  if (lapses === null) return refusals.badClause(`${input.lapses} is not a duration: write 48h`);
  return { give, ask, linkage: input.linkage ?? [], refuses: input.refuses ?? [], lapses };
}

function clauses(
  program: Program,
  list: readonly InputClause[],
  side: number,
): readonly Clause[] | Refusal {
  const made: Clause[] = [];
  for (const words of list) {
    const clause = wordsToClause(program, words, side);
    if ('code' in clause) return clause;
    made.push(clause);
  }
  return made;
}

function wordsToClause(program: Program, words: InputClause, side: number): Clause | Refusal {
  const act = words.do === undefined ? -1 : program.acts.findIndex((a) => a.name === words.do);
  if (words.do !== undefined && act < 0) return refusals.unknownAct(words.do);
  if (act < 0 && words.says === undefined) {
    return refusals.badClause('a clause needs an act (do) or words (says)');
  }
  const verified =
    words.verified === undefined ? -1 : program.acts.findIndex((a) => a.name === words.verified);
  if (words.verified !== undefined && verified < 0) return refusals.unknownAct(words.verified);
  const who = words.who === undefined ? side : program.sides.findIndex((s) => s.name === words.who);
  if (who < 0) return refusals.badClause(`there is no side called ${words.who}`);
  const within = words.within === undefined ? -1 : duration(words.within);
  if (within === null) return refusals.badClause(`${words.within} is not a duration: write 48h`);
  const by = words.by === undefined ? null : parseInstant(words.by);
  if (words.by !== undefined && by === null) return refusals.badTime(words.by);
  const named = program.acts[act];
  return {
    who,
    act,
    says: words.says ?? named!.title,
    within,
    by,
    verified,
    condition: words.condition ?? null,
    covers: named?.covers ?? [],
    arguably: named?.arguably ?? [],
    strength: '',
  };
}

/** A plain duration (`90min`, `48h`, `3d`, `2w`) in ms, or null. */
function duration(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)(min|h|d|w)$/.exec(text);
  return match === null ? null : Math.round(Number(match[1]) * UNIT[match[2]!]!);
}
