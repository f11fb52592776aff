import { sourceNames } from './collection-words.js';
import type { Room, RoomCollection, RoomDocument } from './room.js';
import { shelfEntry, textOf } from './shelf-entry.js';
import type { CollectionView, ShelfView } from './views.js';

/** Every document of a room, in the order of sources and of their documents. */
export function shelfView(room: Room): ShelfView {
  const shown = [...room.documents.values()].filter((document) => isShown(document, room));
  return {
    scenario: room.material.scenario,
    collections: room.collections.map((collection) => collectionView(collection, shown)),
    documents: shown.map((document) => shelfEntry(document, room)),
  };
}

/** A collection as a whole stands beside its documents only where something is said of it. */
function isShown({ id, whole, card }: RoomDocument, room: Room): boolean {
  return !whole || (card?.entries.length ?? 0) > 0 || room.mentions.has(id);
}

function collectionView(
  collection: RoomCollection,
  shown: readonly RoomDocument[],
): CollectionView {
  const { id, source, imported } = collection;
  const documents = shown.filter((document) => document.collection === id);
  const texts = documents.filter((document) => textOf(document) === 'held');
  return {
    id,
    ...sourceNames(collection),
    standing: source?.standing ?? null,
    basis: source?.basis ?? null,
    documents: documents.length,
    held: texts.length,
    remarks: imported.flatMap(({ remarks }) => remarks),
  };
}
