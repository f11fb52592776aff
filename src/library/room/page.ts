import { claimView, disagreementView } from './accounts.js';
import { cardFields } from './card-fields.js';
import { documentAddress, sourceNames } from './collection-words.js';
import { custodyOf } from './custody.js';
import { carriedLetters } from './letters.js';
import { placeOf } from './page-place.js';
import type { Room, RoomCollection, RoomDocument } from './room.js';
import { shelfEntry, textOf } from './shelf-entry.js';
import type { PageView } from './views.js';

/** A document opened, by its id such as `F06/d65`; null where the room has none of that id. */
export function pageView(id: string, room: Room): PageView | null {
  const document = room.documents.get(id);
  const collection = room.collections.find((one) => one.id === document?.collection);
  if (document === undefined || collection === undefined) return null;
  const { held } = document;
  const mentions = room.mentions.get(id);
  return {
    scenario: room.material.scenario,
    entry: shelfEntry(document, room),
    card: cardFields(document, room),
    details: held?.document.details ?? null,
    blocks: held?.document.blocks ?? [],
    notes: held?.document.notes ?? [],
    remarks: remarksOn(document),
    getting: gettingOf(document, collection),
    place: placeOf(document, collection),
    claims: (mentions?.claims ?? []).map(({ claim, block }) => claimView(claim, block, room)),
    disagreements: (mentions?.disagreements ?? []).map((one) => disagreementView(one, room)),
    letters: carriedLetters(document, room),
    custody: custodyOf(document, room),
  };
}

/**
 * What the import could not read of this document; of a file with one document, also of the file.
 */
function remarksOn({ held }: RoomDocument): PageView['remarks'] {
  if (held === null) return [];
  const { collection, document } = held;
  const alone = collection.documents.length === 1;
  return collection.remarks.filter(
    ({ document: key }) => key === document.key || (alone && key === null),
  );
}

function gettingOf(document: RoomDocument, collection: RoomCollection): PageView['getting'] {
  const { held, card, source } = document;
  if (textOf(document) === 'held') return null;
  const { where, file } = sourceNames(collection);
  const key = held?.document.key ?? card?.key ?? null;
  const address = documentAddress(where, source?.collection ?? null, key);
  // A file that is here already has given all that it holds.
  return { where: address, file: collection.imported.length > 0 ? null : file };
}
