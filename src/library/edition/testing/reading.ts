import { readFileSync } from 'node:fs';
import type {
  CatalogueDetails,
  Collection,
  DocumentTime,
  EditionDetails,
  ImportFault,
  Inline,
  LibraryDocument,
} from '../../document.js';
import { readEdition } from '../read-edition.js';

/** A file of these tests. */
export function fixture(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** Bytes of a file, in chunks that cut through words and letters. */
export async function* bytesOf(text: string | Uint8Array, size = 61): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The collection that a file is read as; throws its faults if it is refused. */
export async function collectionOf(text: string, name = 'volume.xml'): Promise<Collection> {
  const result = await readEdition(name, bytesOf(text));
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults));
  return { ...result.collection, file: { name, bytes: 0, sha256: '0'.repeat(64) } };
}

/** The only fault of a file; throws if it is read. */
export async function faultOf(chunks: AsyncIterable<Uint8Array>): Promise<ImportFault> {
  const result = await readEdition('hostile.xml', chunks);
  if (result.type === 'read') throw new Error('this was read');
  if (result.faults.length !== 1) throw new Error('one fault is enough');
  return result.faults[0]!;
}

/** A document by key. */
export function documentIn(collection: Collection, key: string): LibraryDocument {
  const found = collection.documents.find((document) => document.key === key);
  if (found === undefined) throw new Error(`no document ${key}`);
  return found;
}

/** What a printed document's source note and opening say. */
export function editionDetails(document: LibraryDocument): EditionDetails {
  if (document.details.type !== 'edition') throw new Error(`${document.key} is a card`);
  return document.details;
}

/** What a card says. */
export function cardDetails(document: LibraryDocument): CatalogueDetails {
  if (document.details.type !== 'catalogue') throw new Error(`${document.key} is no card`);
  return document.details;
}

/** Inlines in one line: `*italic*`, `**strong**`, `[^fn1]`, `{p. 4}`, `<Document 2 d2>`. */
export function written(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return { plain: '', italic: '*', strong: '**' }[inline.style]
        .concat(inline.text)
        .concat({ plain: '', italic: '*', strong: '**' }[inline.style]);
    case 'note':
      return `[^${inline.note}]`;
    case 'page':
      return `{p. ${inline.page}}`;
    case 'reference':
      return `<${inline.text} ${inline.document ?? '-'}>`;
  }
}

/** A time in one line: its clock, its interval in UTC, its precision and its place. */
export function timeText(time: DocumentTime | null): string {
  if (time === null) return 'no time';
  const iso = (t: number) => new Date(t).toISOString();
  const [from, to] = [iso(time.earliest).slice(0, 16), iso(time.latest).slice(0, 16)];
  const span = from === to ? `${from}Z` : `${from}Z to ${to}Z`;
  return `${time.local} = ${span}, ${time.precision}, ${time.place ?? 'no place'}`;
}
