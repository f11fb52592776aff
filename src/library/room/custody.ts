import type { Custody } from '../../scenario/source-criticism.js';
import { citeViews, linkTo } from './cites.js';
import type { Room, RoomDocument } from './room.js';
import { recordedDate } from './time-words.js';
import type { CustodyView } from './views.js';

/** How the documents of a custody were locked away and let out; null for a document of none. */
export function custodyOf({ card }: RoomDocument, room: Room): CustodyView | null {
  const custody = room.material.criticism.custodies.find(({ id }) => id === card?.custody);
  return custody === undefined ? null : custodyView(custody, room);
}

function custodyView({ id, title, steps }: Custody, room: Room): CustodyView {
  const kept = [...room.documents.values()].filter(({ card }) => card?.custody === id);
  return {
    id,
    title,
    documents: kept.map(linkTo),
    steps: steps.map((step) => ({
      type: step.type,
      at: recordedDate(step.at, room.material.places, isFromMemory(step.cites, room)),
      by: step.by,
      says: step.says,
      together: step.together,
      cites: citeViews(step.cites, room),
    })),
  };
}

/** Whether nothing that was looked up stands behind some citations, of which there are any. */
function isFromMemory(cites: readonly string[], room: Room): boolean {
  return cites.length > 0 && citeViews(cites, room).every(({ basis }) => basis === 'recall');
}
