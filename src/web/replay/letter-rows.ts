import { letterKind } from '../drawing/label-words.js';
import type { SceneLetter } from '../knowledge/scene.js';
import { instant } from '../time/instant.js';
import { spanText } from '../time/wording.js';
import { plain, type Names } from './names.js';

/** What the table of dispatches says of each. */
export const COLUMNS = [
  'No.',
  'Dispatch',
  'From',
  'To',
  'Kind',
  'Sent',
  'Way',
  'Reached',
  'Answered by',
] as const;

export interface LetterRow {
  readonly id: string;
  /** When it became known to the viewpoint, ms UTC. */
  readonly at: number;
  /** One text for each column. */
  readonly cells: readonly string[];
}

/** The letters of a scene as rows, in the order of sending; ghosts are left to the drawing. */
export function rowsOf(letters: readonly SceneLetter[], names: Names): readonly LetterRow[] {
  return letters
    .filter(({ ghost }) => !ghost)
    .toSorted((a, b) => sent(a) - sent(b) || (a.letter.id < b.letter.id ? -1 : 1))
    .map((item) => ({
      id: item.letter.id,
      at: instant(item.letter.known.placed),
      cells: cellsOf(item, names),
    }));
}

/** Rows as tab-separated text with a heading, for a spreadsheet. */
export function tabText(rows: readonly LetterRow[]): string {
  return [COLUMNS, ...rows.map(({ cells }) => cells)].map((cells) => cells.join('\t')).join('\n');
}

function sent({ letter }: SceneLetter): number {
  return instant(letter.sent.placed);
}

function cellsOf({ letter, legs, answers }: SceneLetter, names: Names): readonly string[] {
  const read = legs.flatMap(({ leg, extent }) =>
    extent === 'whole' && leg.reads && leg.arrived !== null
      ? [{ who: leg.to, arrived: leg.arrived }]
      : [],
  );
  const reached = names.isForAll(letter)
    ? reachedOfAll(read, letter.to.length)
    : read.map(({ who, arrived }) => `${who.title} ${spanText(arrived)}`).join('; ');
  return [
    letter.id,
    letter.title,
    names.seat(letter.from),
    names.readers(letter),
    letter.public ? `${letterKind(letter)}, public` : letterKind(letter),
    spanText(letter.sent),
    [...new Set(legs.map(({ leg }) => plain(leg.channel)))].join(', then '),
    reached,
    answers.join(', '),
  ];
}

interface Reading {
  readonly who: { readonly title: string };
  readonly arrived: Parameters<typeof spanText>[0];
}

/** When a letter for everyone reached the first and the last of them, each counted once. */
function reachedOfAll(read: readonly Reading[], all: number): string {
  const firsts = new Map<string, Reading['arrived']>();
  const inOrder = read.toSorted((a, b) => instant(a.arrived.placed) - instant(b.arrived.placed));
  for (const { who, arrived } of inOrder) {
    if (!firsts.has(who.title)) firsts.set(who.title, arrived);
  }
  const times = [...firsts.values()].map(spanText);
  const [first] = times;
  if (first === undefined) return '';
  const last = times.at(-1)!;
  const who = firsts.size === all ? 'everyone' : `${firsts.size} of ${all}`;
  return first === last ? `${who}, ${first}` : `${who}, from ${first} to ${last}`;
}
