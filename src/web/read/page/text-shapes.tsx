import type { Block, Note } from '../../../protocol/reading.js';
import { documentAddress } from '../read-address.js';
import { NoteMark } from './note-mark.js';
import { siblingId } from './page-words.js';
import type { RunShapes } from './runs.js';

/** Which block marks each note first: the way back from the note. */
export function firstMarks(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const marks = blocks.flatMap(({ id, inlines }) =>
    inlines.flatMap((run) => (run.type === 'note' ? [[run.note, id] as const] : [])),
  );
  return new Map(marks.toReversed());
}

/** How the text of a document shows its notes and pointers. */
export function textShapes(
  scenario: string,
  document: string,
  notes: readonly Note[],
  isFirst: (note: string) => boolean,
): RunShapes {
  return {
    note: (id, n) => {
      const note = notes.find((note) => note.id === id);
      return note === undefined ? null : <NoteMark key={n} note={note} first={isFirst(id)} />;
    },
    reference: (text, key) => (
      <a href={documentAddress(scenario, siblingId(document, key))}>{text}</a>
    ),
  };
}
