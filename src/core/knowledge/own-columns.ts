import type { Program } from '../program.js';

/**
 * Names of the columns of a seat's row besides its picture, in their order: what a doctrine may
 * read of itself (R11). All follow from what was delivered to the seat and what it ordered.
 *
 * - `hours` since the opening, `quiet_hours` since it last read a dispatch of another side (or
 *   since the opening), and `audience_cost` that it has paid;
 * - `trust_SIDE`: the mean of its trust in a side, a half where it has none;
 * - `resolve`: the value of its own resolve; `resolve_of_SEAT`: the mean that it believes of
 *   another's;
 * - `doing_ACT`: acts of that name that it ordered and knows no end of; `owes_ACT`: 1 where it is
 *   bound to do it; `expects_ACT`: 1 where another is bound to it; `overdue_ACT`: 1 where that is
 *   past its day and it has heard nothing;
 * - `sent_LETTER`, `got_LETTER`: how many letters of that name it has sent and read.
 */
export function ownColumns(program: Program): string[] {
  const { sides, seats, resolves, acts, letters } = program;
  return [
    'hours',
    'quiet_hours',
    'audience_cost',
    ...sides.map(({ name }) => `trust_${name}`),
    'resolve',
    ...resolves.map(({ seat }) => `resolve_of_${seats[seat]!.name}`),
    ...acts.flatMap(({ name }) => [
      `doing_${name}`,
      `owes_${name}`,
      `expects_${name}`,
      `overdue_${name}`,
    ]),
    ...letters.flatMap(({ name }) => [`sent_${name}`, `got_${name}`]),
  ];
}

/** Where the columns of `ownColumns` stand. */
export interface RowLayout {
  readonly width: number;
  readonly hours: number;
  readonly quietHours: number;
  readonly audienceCost: number;
  /** First of the sides' columns. */
  readonly trust: number;
  readonly resolve: number;
  /** First of the columns of others' resolve, in the order of the program's resolves. */
  readonly resolveOf: number;
  /** First of four columns per act: doing, owes, expects, overdue. */
  readonly acts: number;
  /** First of two columns per letter: sent, got. */
  readonly letters: number;
}

/** The places of the columns of a seat's own row. */
export function rowLayout({ sides, resolves, acts, letters }: Program): RowLayout {
  const trust = 3;
  const resolve = trust + sides.length;
  const firstAct = resolve + 1 + resolves.length;
  const firstLetter = firstAct + 4 * acts.length;
  return {
    width: firstLetter + 2 * letters.length,
    hours: 0,
    quietHours: 1,
    audienceCost: 2,
    trust,
    resolve,
    resolveOf: resolve + 1,
    acts: firstAct,
    letters: firstLetter,
  };
}
