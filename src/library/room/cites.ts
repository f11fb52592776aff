import { parseCite } from '../../scenario/cite.js';
import type { SourceCard } from '../../scenario/source-criticism.js';
import { documentsAt } from './cited-documents.js';
import type { Room, RoomDocument } from './room.js';
import { linkTitleOf } from './shelf-entry.js';
import type { CiteView } from './views.js';

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
  return { id: document.id, title: linkTitleOf(document) };
}
