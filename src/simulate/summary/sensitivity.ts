import type { OutcomeColumn } from '../../core/history/outcome-columns.js';
import { plainNumber } from './plain-words.js';
import type { Values } from '../statistics/moments.js';
import { thirdsOf } from '../statistics/thirds.js';
import { wilsonInterval } from '../statistics/wilson-interval.js';
import type { Sensitivity, SensitivityEnd } from '../summary.js';
import type { EndingName } from './material.js';

/** Something that each history drew, and what it drew. */
export interface Drawn {
  readonly name: string;
  readonly title: string;
  readonly column: OutcomeColumn;
  readonly values: Values;
}

/** Two groups of histories at the opposite ends of what they drew. */
interface Group {
  readonly label: string;
  readonly holds: (value: number) => boolean;
}

/** How each ending's share differs between the ends of what was drawn; none if all drew alike. */
export function sensitivityTo(
  drawn: Drawn,
  endings: readonly EndingName[],
  ending: Values,
): Sensitivity[] {
  const groups = groupsOf(drawn);
  if (groups === null) return [];
  const [low, high] = groups;
  return endings.map(({ name }, position) => ({
    name: drawn.name,
    title: drawn.title,
    ending: name,
    low: endOf(low, drawn.values, ending, position),
    high: endOf(high, drawn.values, ending, position),
  }));
}

/** Widest first; what is equally wide keeps its order. */
export function widestFirst(rows: readonly Sensitivity[]): Sensitivity[] {
  return rows.toSorted((a, b) => widthOf(b) - widthOf(a));
}

function widthOf({ low, high }: Sensitivity): number {
  return Math.abs(high.share.value - low.share.value);
}

function groupsOf({ column, values }: Drawn): readonly [Group, Group] | null {
  return column.type === 'category' ? positionsOf(column, values) : thirdGroups(values);
}

/** The first and the last position that any history drew. */
function positionsOf({ labels }: OutcomeColumn, values: Values): readonly [Group, Group] | null {
  const drawn = labels
    .map((label, value) => ({ label, value }))
    .filter(({ value }) => {
      return values.includes(value);
    });
  if (drawn.length < 2) return null;
  const [first, last] = [drawn[0]!, drawn.at(-1)!];
  return [
    { label: first.label, holds: (value) => value === first.value },
    { label: last.label, holds: (value) => value === last.value },
  ];
}

function thirdGroups(values: Values): readonly [Group, Group] | null {
  const thirds = thirdsOf(values);
  if (thirds === null) return null;
  const { least, lowTop, highBottom, greatest } = thirds;
  return [
    {
      label: `lowest third, ${plainNumber(least)} to ${plainNumber(lowTop)}`,
      holds: (value) => value <= lowTop,
    },
    {
      label: `highest third, ${plainNumber(highBottom)} to ${plainNumber(greatest)}`,
      holds: (value) => value >= highBottom,
    },
  ];
}

function endOf(
  { label, holds }: Group,
  values: Values,
  ending: Values,
  position: number,
): SensitivityEnd {
  let runs = 0;
  let count = 0;
  for (let run = 0; run < values.length; run += 1) {
    if (!holds(values[run]!)) continue;
    runs += 1;
    if (ending[run] === position) count += 1;
  }
  return { label, runs, share: wilsonInterval(count / runs, runs) };
}
