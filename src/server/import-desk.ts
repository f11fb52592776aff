import type { Collection, ImportFault, ReadFile } from '../library/document.js';
import type { AddedCollection } from '../library/folder/add-collections.js';
import type { Library } from '../library/folder.js';
import type { ImportedView } from '../library/room/views.js';
import type { Failure } from './failure.js';
import { libraryFailure } from './rooms.js';

/** Where files of the reader's come in. */
export interface ImportDesk {
  /**
   * Reads a file and adds it to the library, or says what is wrong with it and changes nothing.
   * `name` is what it is called, and opens nothing; `size` in bytes is 0 where nobody can tell.
   */
  readonly take: (
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    size: number,
  ) => Promise<ImportedView | Failure>;
}

/** A file that is not taken as a whole: too much of it, or of a kind that nobody reads. */
const STATUSES: Readonly<Record<string, number>> = {
  'file-too-large': 413,
  'text-too-large': 413,
  'document-too-long': 413,
  'binary-file': 415,
  'html-file': 415,
  'other-xml': 415,
};

/** Reads a file of any kind that can be imported. */
type FileReading = (
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  size: number,
) => Promise<ReadFile>;

/**
 * A desk before a library; `onImported` is told of each file that was added. Files are read as they
 * come, so that a slow one holds up no other, and added one after the other.
 */
export function createImportDesk(
  library: Library,
  read: FileReading,
  onImported: () => void,
): ImportDesk {
  let before: Promise<unknown> = Promise.resolve();
  return {
    take: async (name, bytes, size) => {
      const file = await read(name, bytes, size);
      if (file.type === 'faulty') return fileFailure(file.faults);
      const mine = before.then(async () => await keep(library, file.collection));
      before = mine.catch(() => undefined);
      const answer = await mine;
      if (!('type' in answer)) onImported();
      return answer;
    },
  };
}

async function keep(library: Library, collection: Collection): Promise<ImportedView | Failure> {
  const added = await library.add([collection]);
  if (added.type === 'faulty') return libraryFailure(added.fault);
  const { id, title, documents, remarks } = collection;
  const replaced = added.added.map(replacedOf).find((other) => other !== null) ?? null;
  return { collection: { id, title, documents: documents.length }, replaced, remarks };
}

/** The same file imported again replaces nothing that its reader would miss. */
function replacedOf({ summary, replaced }: AddedCollection): ImportedView['replaced'] {
  if (replaced === null || replaced.file.sha256 === summary.file.sha256) return null;
  return { title: replaced.title, file: replaced.file.name };
}

/** The first fault of a file, with its place, and how many more there are. */
function fileFailure(faults: readonly ImportFault[]): Failure {
  const { code, message, line, column } = faults[0]!;
  const place = line === null ? '' : `line ${line}${column === null ? '' : `:${column}`}: `;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  const status = STATUSES[code] ?? 422;
  return { type: 'failure', status, code, message: `${place}${message}${more}` };
}
