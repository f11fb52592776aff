import { citedDocuments } from './cited-documents.js';
import type { Room } from './room.js';
import { kindOf, linkTitleOf } from './shelf-entry.js';
import type { SpeakingView } from './views.js';

type As = SpeakingView['documents'][number]['as'];

/** The ways in which a document speaks of an entry, closest first. */
const WAYS: readonly As[] = ['text', 'cited', 'claim', 'disagreement'];

/**
 * Documents that speak of an entry of the record, each once, by the closest way in which it does:
 * bearing its text, cited by it, making a claim about it, or taking part in a disagreement about
 * it. Null where the scenario has no such entry.
 */
export function speakingView(entry: string, room: Room): SpeakingView | null {
  const found = new Map<string, As>();
  const add = (id: string, as: As): void => {
    const known = found.get(id);
    if (known === undefined || WAYS.indexOf(as) < WAYS.indexOf(known)) found.set(id, as);
  };
  addCards(entry, room, add);
  addCriticism(entry, room, add);
  if (found.size === 0 && !room.material.chronicle.has(entry)) return null;
  const documents = [...room.documents.values()].flatMap((document) => {
    const as = found.get(document.id);
    const { id } = document;
    return as === undefined
      ? []
      : [{ id, title: linkTitleOf(document), kind: kindOf(document), as }];
  });
  const ordered = documents.toSorted((a, b) => WAYS.indexOf(a.as) - WAYS.indexOf(b.as));
  return { entry, documents: ordered };
}

function addCards(entry: string, room: Room, add: (id: string, as: As) => void): void {
  for (const { id, card } of room.documents.values()) {
    if (card?.dispatch === entry) add(id, 'text');
    else if (card?.entries.includes(entry)) add(id, 'cited');
  }
}

function addCriticism(entry: string, room: Room, add: (id: string, as: As) => void): void {
  const { accounts, claims, disagreements } = room.material.criticism;
  for (const claim of claims.filter(({ entries }) => entries.includes(entry))) {
    const source = accounts.find(({ id }) => id === claim.account)?.source;
    if (source !== undefined) add(source, 'claim');
  }
  for (const { positions } of disagreements.filter(({ entries }) => entries.includes(entry))) {
    const cites = positions.flatMap((position) => position.cites);
    for (const id of cites.flatMap((cite) => citedDocuments(cite, room.documents))) {
      add(id, 'disagreement');
    }
  }
}
