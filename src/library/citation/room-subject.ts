import type { RoomPlace } from '../room/material.js';
import type { RoomDocument } from '../room/room.js';
import type { CitationSubject } from './subject.js';

/** A document of a reading room as what is cited: its text where it is held, else its card. */
export function roomSubject(
  { id, held, card, source }: RoomDocument,
  places: readonly RoomPlace[],
): CitationSubject | null {
  if (held !== null) return { type: 'held', id, source, ...held };
  if (card === null || source === null) return null;
  return { type: 'card', id, card, source, places };
}
