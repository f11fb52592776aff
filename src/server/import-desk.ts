import type { ImportFault, ReadFile } from '../library/document.js';
import type { Library } from '../library/folder.js';
import type { ImportedView } from '../library/room/views.js';
import type { Failure } from './failure.js';
import { libraryFailure } from './rooms.js';

/** Where files of the reader's come in, one after the other. */
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

/** A desk before a library; `onImported` is told of each file that was added. */
export function createImportDesk(
  library: Library,
  read: FileReading,
  onImported: () => void,
): ImportDesk {
  let before: Promise<unknown> = Promise.resolve();
  return {
    take: async (name, bytes, size) => {
      const mine = before.then(async () => keep(library, await read(name, bytes, size)));
      before = mine.catch(() => undefined);
      const answer = await mine;
      if (!('type' in answer)) onImported();
      return answer;
    },
  };
}

async function keep(library: Library, read: ReadFile): Promise<ImportedView | Failure> {
  if (read.type === 'faulty') return fileFailure(read.faults);
  const { collection } = read;
  const added = await library.add([collection]);
  if (added.type === 'faulty') return libraryFailure(added.fault);
  const { id, title, documents, remarks } = collection;
  return { collection: { id, title, documents: documents.length }, remarks };
}

/** The first fault of a file, with its place, and how many more there are. */
function fileFailure(faults: readonly ImportFault[]): Failure {
  const { code, message, line, column } = faults[0]!;
  const place = line === null ? '' : `line ${line}${column === null ? '' : `:${column}`}: `;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  const status = STATUSES[code] ?? 422;
  return { type: 'failure', status, code, message: `${place}${message}${more}` };
}
