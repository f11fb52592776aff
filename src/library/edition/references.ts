const POINTER = /^(?:(?<volume>[^#\s]+))?#(?<key>d\d+[A-Z]?)(?:fn\d+|a\d+)?$/;
const NAMED =
  /(?<volume>vols?\.\s+[IVXLC]+(?:\/[IVXLC]+)*,\s+)?\bDocuments?\s+(?<number>\d+[A-Z]?)\b/gi;

/**
 * The key of the document that a pointer of the file leads to: `#d60fn1` gives `d60`. Null where
 * it leads out of this collection, or to no document.
 */
export function documentOfTarget(target: string, collection: string): string | null {
  const groups = POINTER.exec(target)?.groups;
  if (groups === undefined) return null;
  const { volume, key } = groups;
  return volume === undefined || volume.toLowerCase() === collection ? key! : null;
}

/** Keys of documents of the same volume that a text names: `See Document 34.` */
export function documentsNamed(text: string): readonly string[] {
  return [...text.matchAll(NAMED)]
    .filter(({ groups }) => groups!['volume'] === undefined)
    .map(({ groups }) => `d${groups!['number']}`);
}
