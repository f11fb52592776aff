import { useState } from 'react';
import type { Note } from '../../../protocol/reading.js';
import { wordsOf } from './runs.js';

interface NoteMarkProps {
  readonly note: Note;
  /** Whether the way back from the note leads to this mark: the first of its marks. */
  readonly first: boolean;
}

/**
 * The mark of a note: a link to it among the notes. While it has the focus or the pointer, the
 * note can be read beside it; Escape closes that.
 */
export function NoteMark({ note, first }: NoteMarkProps) {
  const [open, setOpen] = useState(false);
  return (
    <span
      className="note-mark"
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
    >
      <a
        {...(first ? { id: `${note.id}-mark` } : {})}
        href={`#${note.id}`}
        aria-describedby={`${note.id}-text`}
        aria-label={`Note ${note.mark ?? 'on the source'}`}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        {note.mark ?? '*'}
      </a>
      {open && (
        <span className="note-beside" aria-hidden="true">
          {wordsOf(note.inlines)}
        </span>
      )}
    </span>
  );
}
