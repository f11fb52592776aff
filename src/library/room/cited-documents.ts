import { parseCite } from '../../scenario/cite.js';

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

/** The documents that keys of a source name, else the source as a whole if it is there. */
export function documentsAt(
  source: string,
  keys: readonly string[],
  documents: KnownDocuments,
): readonly string[] {
  const ids = keys.map((key) => `${source}/${key}`).filter((id) => documents.has(id));
  if (ids.length > 0) return ids;
  return documents.has(source) ? [source] : [];
}
