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
  const reached = legs.flatMap(({ leg, extent }) =>
    extent === 'whole' && leg.reads && leg.arrived !== null
      ? [`${leg.to.title} ${spanText(leg.arrived)}`]
      : [],
  );
  return [
    letter.id,
    letter.title,
    names.seat(letter.from),
    names.seats(letter.to),
    letter.public ? `${letterKind(letter)}, public` : letterKind(letter),
    spanText(letter.sent),
    [...new Set(legs.map(({ leg }) => plain(leg.channel)))].join(', then '),
    reached.join('; '),
    answers.join(', '),
  ];
}
