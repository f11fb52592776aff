import type { Collection } from './document.js';
import type { Added } from './folder/add-collections.js';
import { addCollections } from './folder/add-collections.js';
import type { HeldCollection } from './folder/collection-file.js';
import { readCollection } from './folder/collection-file.js';
import type { Disk } from './folder/disk.js';
import { nodeDisk } from './folder/disk.js';
import type { LibraryFault } from './folder/folder-messages.js';
import type { CollectionSummary } from './folder/index-file.js';
import { readIndex, sha256 } from './folder/index-file.js';

/**
 * A folder that keeps what was imported: `library.json`, the index, and below `collections` one
 * file for each collection, named after the SHA-256 of its bytes. Only the index says what is in
 * the library, and it is replaced in one step.
 */
export interface Library {
  readonly folder: string;
  /** What it holds, in order of ids. */
  readonly list: () => Promise<Listing>;
  readonly read: (id: string) => Promise<HeldCollection>;
  /** A text that changes whenever the library's content does. */
  readonly version: () => Promise<string>;
  /**
   * Adds all collections or none, so that it outlasts a failing of the power; one with an id that
   * is held already replaces that. What an interrupted import left is swept away. `onWait` is
   * called where another import, perhaps one that was killed, makes this one wait.
   */
  readonly add: (collections: readonly Collection[], onWait?: () => void) => Promise<Added>;
}

export type Listing =
  | { readonly type: 'listed'; readonly collections: readonly CollectionSummary[] }
  | { readonly type: 'faulty'; readonly fault: LibraryFault };

/** A library in a folder, which need not be there before something is added. */
export function openLibrary(folder: string, disk: Disk = nodeDisk): Library {
  return {
    folder,
    list: async () => {
      const index = await readIndex(disk, folder);
      return index.type === 'index' ? { type: 'listed', collections: index.collections } : index;
    },
    read: async (id) => await readCollection(disk, folder, id),
    version: async () => {
      const index = await readIndex(disk, folder);
      if (index.type === 'faulty') return index.fault.code;
      return index.bytes === null ? 'empty' : sha256(index.bytes);
    },
    add: async (collections, onWait) => await addCollections(disk, folder, collections, onWait),
  };
}
