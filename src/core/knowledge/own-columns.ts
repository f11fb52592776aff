import type { Program } from '../program.js';

/**
 * Names of the columns of a seat's row besides its picture, in their order: what a doctrine may
 * read of itself (R11). All follow from what was delivered to the seat and what it ordered.
 *
 * - `hours` since the opening, `quiet_hours` since it last read a dispatch of another side, and
 *   `audience_cost` that it has paid;
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
