import { elementsIn, plainText, type XmlElement, type XmlNode } from './xml/element.js';

/** The heading of a document, or null, and everything else in it. */
export function splitHead(div: XmlElement): [XmlElement | null, ...XmlNode[]] {
  const head = elementsIn(div.children).find(({ name }) => name === 'head') ?? null;
  return [head, ...div.children.filter((child) => child !== head)];
}

/** The notes in a stretch of text, in order; not those within notes. */
export function notesIn(element: XmlElement): readonly XmlElement[] {
  return elementsIn(element.children).flatMap((child) =>
    child.name === 'note' ? [child] : notesIn(child),
  );
}

/**
 * The note on the source of a document: in its heading, or, in the newer encoding, just below it.
 * Null if it has none.
 */
export function sourceNoteOf(div: XmlElement): XmlElement | null {
  const [head] = splitHead(div);
  const inHead = head === null ? [] : notesIn(head);
  const below = elementsIn(div.children).filter(({ name }) => name === 'note');
  const marked = [...inHead, ...below].find(
    ({ attributes }) => attributes.get('type') === 'source' || attributes.get('n') === '0',
  );
  return marked ?? inHead.find((note) => /^Source\s*:/.test(plainText(note))) ?? null;
}

/**
 * The id of a note within its document: `fn1` for `d65fn1`. Unlike all that are `taken`, and, as it
 * begins with `fn`, unlike those of paragraphs.
 */
export function noteId(note: XmlElement, key: string, taken: ReadonlySet<string>): string {
  const id = note.attributes.get('xml:id') ?? `fn${note.attributes.get('n') ?? '0'}`;
  const short = id.startsWith(`${key}fn`) ? id.slice(key.length) : id;
  const own = short.startsWith('fn') ? short : `fn-${short}`;
  if (!taken.has(own)) return own;
  let number = taken.size;
  while (taken.has(`${own}-${number}`)) number += 1;
  return `${own}-${number}`;
}
