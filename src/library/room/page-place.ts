import type { ChapterDetails } from '../document.js';
import type { RoomCollection, RoomDocument } from './room.js';
import { titleOf } from './shelf-entry.js';
import type { NeighbourView, PageView } from './views.js';

/**
 * Where a document stands in its collection: before and after what, and as which part of how many.
 */
export function placeOf(document: RoomDocument, collection: RoomCollection): PageView['place'] {
  const details = document.held?.document.details;
  if (details?.type === 'chapter') return placeInChapter(details, collection);
  const documents = collection.documents.filter(({ whole }) => !whole);
  const at = documents.indexOf(document);
  if (at === -1) return { ...ALONE };
  return {
    previous: neighbour(documents[at - 1]),
    next: neighbour(documents[at + 1]),
    part: at + 1,
    parts: documents.length,
    unit: 'document',
    absent: [],
  };
}

const ALONE: PageView['place'] = {
  previous: null,
  next: null,
  part: 1,
  parts: 1,
  unit: 'document',
  absent: [],
};

function placeInChapter(
  { part, parts }: ChapterDetails,
  { documents }: RoomCollection,
): PageView['place'] {
  const held = new Map(
    documents.flatMap((document) => {
      const details = document.held?.document.details;
      return details?.type === 'chapter' ? [[details.part, document] as const] : [];
    }),
  );
  const numbers = Array.from({ length: Math.min(parts, MOST_PARTS) }, (_, i) => i + 1);
  const at = (number: number): NeighbourView | null =>
    number < 1 || number > parts
      ? null
      : (neighbour(held.get(number)) ?? { id: null, title: `Part ${number} of ${parts}` });
  return {
    previous: at(part - 1),
    next: at(part + 1),
    part,
    parts,
    unit: 'part',
    absent: numbers.filter((number) => !held.has(number)),
  };
}

/** A chapter that claims to have more parts than this does not get its absent ones listed. */
const MOST_PARTS = 1000;

function neighbour(document: RoomDocument | undefined): NeighbourView | null {
  return document === undefined ? null : { id: document.id, title: titleOf(document) };
}
