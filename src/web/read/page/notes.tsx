import { memo } from 'react';
import type { Note } from '../../../protocol/reading.js';
import { Runs, type RunShapes } from './runs.js';

interface NotesProps {
  readonly notes: readonly Note[];
  /** The block that marks each note first. */
  readonly marks: ReadonlyMap<string, string>;
  readonly shapes: RunShapes;
  readonly here: string;
}

/** The notes of the editors, each with the way back to its mark. */
export const Notes = memo(function Notes({ notes, marks, shapes, here }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <section className="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">Notes</h2>
      <ul>
        {notes.map((note) => (
          <li
            key={note.id}
            id={note.id}
            tabIndex={-1}
            className={here === note.id ? 'here' : undefined}
          >
            <Back note={note} marked={marks.has(note.id)} />
            <div id={`${note.id}-text`}>
              <Runs runs={note.inlines} shapes={shapes} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
});

function Back({ note, marked }: { readonly note: Note; readonly marked: boolean }) {
  const words = note.mark ?? 'on the source';
  if (!marked) return <span className="back">{note.mark}</span>;
  return (
    <a className="back" href={`#${note.id}-mark`} aria-label={`Note ${words}: back to its mark`}>
      {note.mark ?? '*'}
    </a>
  );
}
