import { join } from 'node:path';
import type { Collection, LibraryDocument } from '../document.js';
import { collectionPath, collectionsFolder } from './collection-file.js';
import type { Disk } from './disk.js';
import { isSystemError, reasonOf } from '../system-reason.js';
import type { FolderLock } from './folder-lock.js';
import { lockFolder } from './folder-lock.js';
import type { LibraryFault } from './folder-messages.js';
import { libraryFault } from './folder-messages.js';
import type { CollectionSummary } from './index-file.js';
import { indexBytes, indexPath, issueWithin, readIndex, sha256 } from './index-file.js';

export interface AddedCollection {
  readonly summary: CollectionSummary;
  /** What went by its id before; null where nothing did. */
  readonly replaced: CollectionSummary | null;
}

export type Added =
  /** In the order in which they were given. */
  | { readonly type: 'added'; readonly added: readonly AddedCollection[] }
  | { readonly type: 'faulty'; readonly fault: LibraryFault };

interface Parcel {
  readonly summary: CollectionSummary;
  readonly bytes: Uint8Array;
}

/** Files that this program writes; anything else in the folder is somebody else's. */
const OURS = /^(?:[0-9a-f]{64}\.json|[0-9a-f]{64}\.part)$/;

/**
 * Adds all collections or none: their files first, then the index in one rename, each waited for
 * until it is on the disk.
 *
 * @param onWait is called where another import makes this one wait
 * @throws RangeError if an id stands twice, or a collection could not be read back by its index
 */
export async function addCollections(
  disk: Disk,
  folder: string,
  collections: readonly Collection[],
  onWait?: () => void,
): Promise<Added> {
  const parcels = collections.map(parcelOf);
  refuseTwins(parcels);
  try {
    await disk.makeFolder(collectionsFolder(folder));
    const lock = await lockFolder(folder, onWait);
    if (lock === null) return { type: 'faulty', fault: libraryFault('busy-library', folder) };
    try {
      return await addLocked(disk, folder, parcels, lock);
    } finally {
      await lock.release();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { type: 'faulty', fault: libraryFault('unwritable-library', folder, reasonOf(error)) };
  }
}

async function addLocked(
  disk: Disk,
  folder: string,
  parcels: readonly Parcel[],
  lock: FolderLock,
): Promise<Added> {
  const index = await readIndex(disk, folder);
  if (index.type === 'faulty') return index;
  const before = index.collections;
  const kept = before.filter(({ id }) => !parcels.some(({ summary }) => summary.id === id));
  const after = [...kept, ...parcels.map(({ summary }) => summary)];
  await sweep(disk, folder, before);
  try {
    await writeCollections(disk, folder, parcels);
    await disk.write(newIndexPath(folder), indexBytes(after));
    const now = await disk.read(indexPath(folder));
    if (!lock.isHeld() || !sameBytes(now, index.bytes)) {
      return { type: 'faulty', fault: libraryFault('busy-library', folder) };
    }
    await disk.rename(newIndexPath(folder), indexPath(folder));
  } catch (error) {
    await sweepIfPossible(disk, folder, before);
    throw error;
  }
  return await confirm(disk, folder, parcels, before, after);
}

async function writeCollections(
  disk: Disk,
  folder: string,
  parcels: readonly Parcel[],
): Promise<void> {
  for (const { summary, bytes } of parcels) {
    const path = collectionPath(folder, summary.stored);
    const beside = path.replace(/\.json$/, '.part');
    await disk.write(beside, bytes);
    await disk.rename(beside, path);
  }
  await disk.syncFolder(collectionsFolder(folder));
}

/** The library has changed; what is left is to make sure that it stays so, and to tidy up. */
async function confirm(
  disk: Disk,
  folder: string,
  parcels: readonly Parcel[],
  before: readonly CollectionSummary[],
  after: readonly CollectionSummary[],
): Promise<Added> {
  try {
    await disk.syncFolder(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { type: 'faulty', fault: libraryFault('unconfirmed-library', folder, reasonOf(error)) };
  }
  await sweepIfPossible(disk, folder, after);
  return { type: 'added', added: parcels.map(({ summary }) => addedOf(summary, before)) };
}

function addedOf(
  summary: CollectionSummary,
  before: readonly CollectionSummary[],
): AddedCollection {
  return { summary, replaced: before.find(({ id }) => id === summary.id) ?? null };
}

/** Removes what no index names: what a killed import left, and what was replaced. */
async function sweep(
  disk: Disk,
  folder: string,
  collections: readonly CollectionSummary[],
): Promise<void> {
  const named = new Set(collections.map(({ stored }) => `${stored}.json`));
  for (const name of await disk.list(collectionsFolder(folder))) {
    if (named.has(name) || !OURS.test(name)) continue;
    await disk.remove(join(collectionsFolder(folder), name));
  }
  await disk.remove(newIndexPath(folder));
}

/** What cannot be swept away now is swept away by the next import. */
async function sweepIfPossible(
  disk: Disk,
  folder: string,
  collections: readonly CollectionSummary[],
): Promise<void> {
  try {
    await sweep(disk, folder, collections);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

function newIndexPath(folder: string): string {
  return join(folder, 'library.part');
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

function parcelOf(collection: Collection): Parcel {
  const { id, type, title, file, documents, remarks } = collection;
  const bytes = Buffer.from(`${JSON.stringify(collection)}\n`);
  const summary: CollectionSummary = {
    id,
    type,
    title,
    file,
    documents: documents.length,
    kinds: countKinds(documents),
    remarks: remarks.length,
    stored: sha256(bytes),
  };
  const issue = issueWithin(summary);
  if (issue !== null) throw new RangeError(`${JSON.stringify(id)} cannot be added: ${issue}`);
  return { summary, bytes };
}

function countKinds(documents: readonly LibraryDocument[]): CollectionSummary['kinds'] {
  const counts = new Map<LibraryDocument['kind'], number>();
  for (const { kind } of documents) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].map(([kind, count]) => ({ kind, documents: count }));
  return kinds.toSorted((a, b) => b.documents - a.documents || (a.kind < b.kind ? -1 : 1));
}

function refuseTwins(parcels: readonly Parcel[]): void {
  const ids = parcels.map(({ summary }) => summary.id);
  const twin = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twin !== undefined) throw new RangeError(`${twin} is added twice at once`);
}
