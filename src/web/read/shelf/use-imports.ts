import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportedView } from '../../../protocol/reading.js';
import { messages as shellMessages } from '../../shell/messages.js';
import { messages } from '../messages.js';
import { postFile } from '../reading-api.js';

/** One file on its way into the library, and what came of it. */
export type Import = { readonly id: number; readonly name: string } & (
  | { readonly type: 'waiting' }
  | { readonly type: 'reading' }
  | { readonly type: 'imported'; readonly imported: ImportedView }
  | { readonly type: 'refused'; readonly message: string }
  /** The way to the server broke: the file may have got in, or not. */
  | { readonly type: 'unanswered'; readonly message: string }
);

/** Files that the reader gave, in the order in which they gave them. */
export interface Imports {
  readonly imports: readonly Import[];
  readonly add: (files: readonly File[]) => void;
}

/** Brings files into the library one after another; tells of each that it took. */
export function useImports(onImported: () => void): Imports {
  const [imports, setImports] = useState<readonly Import[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const count = useRef(0);
  const add = useCallback(
    (files: readonly File[]) => {
      const change = (changed: Import) =>
        setImports((before) => before.map((one) => (one.id === changed.id ? changed : one)));
      for (const file of files) {
        const known = { id: count.current, name: file.name };
        count.current += 1;
        setImports((before) => [...before, { ...known, type: 'waiting' }]);
        queue.current = queue.current.then(async () => {
          change({ ...known, type: 'reading' });
          const outcome = await outcomeOf(file);
          change({ ...known, ...outcome });
          if (outcome.type === 'imported') onImported();
        });
      }
    },
    [onImported],
  );
  useAskedBeforeLeaving(imports.some(({ type }) => type === 'waiting' || type === 'reading'));
  return { imports, add };
}

/** A screen that is left takes the files with it that have not arrived. */
function useAskedBeforeLeaving(underWay: boolean): void {
  useEffect(() => {
    if (!underWay) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', ask);
    return () => globalThis.removeEventListener('beforeunload', ask);
  }, [underWay]);
}

/** What is said where no answer came, or only a part of one. */
const UNANSWERED: ReadonlySet<string> = new Set([shellMessages.unreachable, shellMessages.cut]);

type Outcome =
  | { readonly type: 'imported'; readonly imported: ImportedView }
  | { readonly type: 'refused' | 'unanswered'; readonly message: string };

async function outcomeOf(file: File): Promise<Outcome> {
  if (!(await canBeRead(file))) return { type: 'refused', message: messages.unreadable };
  try {
    return { type: 'imported', imported: await postFile(file) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { type: UNANSWERED.has(message) ? 'unanswered' : 'refused', message };
  }
}

/** A folder, or a file that is gone, looks like a file until it is read. */
async function canBeRead(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}
