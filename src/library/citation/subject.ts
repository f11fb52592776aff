import type { DocumentCard, SourceCard } from '../../scenario/source-criticism.js';
import type { Collection, LibraryDocument } from '../document.js';
import type { RoomPlace } from '../room/material.js';

/** What is cited: a document whose text is held, or one of which there is a card only. */
export type CitationSubject = HeldSubject | CardSubject;

export interface HeldSubject {
  readonly type: 'held';
  /** As the room names it: `F06/d65`. */
  readonly id: string;
  readonly document: LibraryDocument;
  readonly collection: Collection;
  /** The scenario's card of the source that the collection is; null where it has none. */
  readonly source: SourceCard | null;
}

export interface CardSubject {
  readonly type: 'card';
  readonly id: string;
  readonly card: DocumentCard;
  readonly source: SourceCard;
  readonly places: readonly RoomPlace[];
}
