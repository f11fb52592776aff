import { parseCite } from '../../scenario/cite.js';
import type { SourceCard } from '../../scenario/source-criticism.js';
import type { Room, RoomDocument } from './room.js';
import { titleOf } from './shelf-entry.js';
import type { CiteView } from './views.js';

/** The documents of a room by id, or any other table of them. */
export type KnownDocuments = Pick<ReadonlyMap<string, unknown>, 'has'>;

/**
 * The documents of the room that a citation names, such as `F06 d60 and fn 0-1`: those of its keys,
 * and where there is no such document, or no key, the source as a whole.
 */
export function citedDocuments(cite: string, documents: KnownDocuments): string[] {
  const ids = parseCite(cite).flatMap(({ source, keys }) => documentsAt(source, keys, documents));
  return [...new Set(ids)];
}

function documentsAt(
  source: string,
  keys: readonly string[],
  documents: KnownDocuments,
): readonly string[] {
  const ids = keys.map((key) => `${source}/${key}`).filter((id) => documents.has(id));
  if (ids.length > 0) return ids;
  return documents.has(source) ? [source] : [];
}

/** Citations with the documents that they lead to: one view for each source that one names. */
export function citeViews(cites: readonly string[], room: Room): CiteView[] {
  return cites.flatMap((cite) => {
    const parts = parseCite(cite);
    return parts.map(({ source, keys }) => {
      const text = parts.length === 1 ? cite : [source, keys.join(', ')].join(' ').trim();
      const card = room.material.criticism.sources.find(({ id }) => id === source);
      return citeView(text, source, documentsAt(source, keys, room.documents), card, room);
    });
  });
}

function citeView(
  text: string,
  source: string,
  ids: readonly string[],
  card: SourceCard | undefined,
  room: Room,
): CiteView {
  const documents = ids.map((id) => linkTo(room.documents.get(id)!));
  const { standing = null, basis = 'recall' } = card ?? {};
  return { text, documents, source, standing, basis };
}

/** A document's id and title, as a link needs them. */
export function linkTo(document: RoomDocument): { readonly id: string; readonly title: string } {
  return { id: document.id, title: titleOf(document) };
}
