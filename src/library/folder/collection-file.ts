import { join } from 'node:path';
import type { Collection } from '../document.js';
import { collectionSchema } from './collection-schema.js';
import type { Disk } from './disk.js';
import { isSystemError, reasonOf } from '../system-reason.js';
import type { LibraryFault } from './folder-messages.js';
import { libraryFault } from './folder-messages.js';
import type { CollectionSummary } from './index-file.js';
import { firstIssue, jsonOf, readIndex, sha256 } from './index-file.js';

export type HeldCollection =
  | { readonly type: 'held'; readonly collection: Collection }
  | { readonly type: 'faulty'; readonly fault: LibraryFault };

/** An import may replace a collection between the reading of the index and that of its file. */
const MOST_READINGS = 5;

/** The folder of a library's collections. */
export function collectionsFolder(folder: string): string {
  return join(folder, 'collections');
}

/** The path of a stored collection, by the SHA-256 of its bytes. */
export function collectionPath(folder: string, stored: string): string {
  return join(collectionsFolder(folder), `${stored}.json`);
}

/** Reads a collection and checks that it is what was stored. */
export async function readCollection(
  disk: Disk,
  folder: string,
  id: string,
): Promise<HeldCollection> {
  let sought = '';
  for (let readings = 1; ; readings += 1) {
    const index = await readIndex(disk, folder);
    if (index.type === 'faulty') return index;
    const summary = index.collections.find((collection) => collection.id === id);
    if (summary === undefined) return { type: 'faulty', fault: libraryFault('not-held', id) };
    const result = await readStored(disk, folder, summary);
    const isReplaced = summary.stored !== sought && readings < MOST_READINGS;
    if (result.type !== 'absent') return result;
    if (!isReplaced) return damaged(summary, 'its file is gone');
    sought = summary.stored;
  }
}

async function readStored(
  disk: Disk,
  folder: string,
  summary: CollectionSummary,
): Promise<HeldCollection | { readonly type: 'absent' }> {
  try {
    const bytes = await disk.read(collectionPath(folder, summary.stored));
    return bytes === null ? { type: 'absent' } : parseStored(summary, bytes);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { type: 'faulty', fault: libraryFault('unreadable-library', folder, reasonOf(error)) };
  }
}

function parseStored(summary: CollectionSummary, bytes: Buffer): HeldCollection {
  if (sha256(bytes) !== summary.stored) return damaged(summary, 'its file was changed');
  const value = jsonOf(bytes);
  if (value === undefined) return damaged(summary, 'its file is not JSON');
  const parsed = collectionSchema.safeParse(value);
  if (!parsed.success) return damaged(summary, firstIssue(parsed.error));
  if (parsed.data.id !== summary.id) return damaged(summary, 'its file is of another collection');
  return { type: 'held', collection: parsed.data };
}

function damaged({ id, file }: CollectionSummary, reason: string): HeldCollection {
  return { type: 'faulty', fault: libraryFault('damaged-collection', id, file.name, reason) };
}
