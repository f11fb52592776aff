import type { ImportFault, ImportRemark } from './document.js';

/** Why a file is refused: a stable code, and the message that says what would be right. */
export const IMPORT_FAULTS = {
  // Files
  'unreadable-file': (reason: string) =>
    `this cannot be read (${reason}): it should be a file that this user may read`,
  'empty-file': () => 'the file is empty; there is nothing to import',
  'file-too-large': (megabytes: number) =>
    `the file is larger than ${megabytes} MB; import its volumes or parts one by one`,
  'text-too-large': (megabytes: number) =>
    `a text that is not an edition in XML has at most ${megabytes} MB; import its parts one by one`,
  'document-too-long': (megabytes: number) =>
    `a document of this file is longer than ${megabytes} MB; split it`,
  'bad-utf8': () => 'the file is not UTF-8 from here on; save it as UTF-8',
  'bad-utf16': () => 'the file begins as UTF-16 but is not from here on; save it as UTF-8',
  'unmarked-utf16': () =>
    'this looks like UTF-16 without its byte order mark; save the file as UTF-8',
  'binary-file': (what: string, right: string) => `this is ${what}, not text; ${right}`,
  'html-file': () =>
    'this is a web page in HTML; open it in a browser and save it as text (.txt), or copy its text',
  'other-xml': (root: string) =>
    `this is XML whose root is ${quote(root)}; of XML, only TEI P5 (root \`TEI\`) can be imported`,

  // Editions in XML
  'bad-xml': (reason: string) => `not well-formed XML: ${reason}`,
  'xml-too-deep': (levels: number) => `elements are nested deeper than ${levels} levels`,
  'xml-doctype': () =>
    'a document type declaration can define entities and fetch files; take out the `<!DOCTYPE …>`',
  'xml-entity': (name: string) =>
    `the entity ${quote(name)} is not one of XML's own five; write the character itself`,
  'xml-encoding': (encoding: string) =>
    `the file says that it is in ${quote(encoding)}; save it as UTF-8`,
  'no-documents': () => 'there is no document in this file; an edition holds at least one',

  // Bibliographies
  'bad-json': (reason: string) => `not well-formed JSON: ${reason}`,
  'not-references': () =>
    'this JSON is no list; CSL-JSON is a list of items: `[{"id": …, "type": …, "title": …}]`',
  'no-references': () => 'there is no item in this list; a bibliography holds at least one',
  'bad-reference': (item: number, missing: 'object' | 'id' | 'type' | 'title') =>
    missing === 'object'
      ? `item ${item} is no object; an item is written \`{"id": …, "type": …, "title": …}\``
      : `item ${item} has no \`${missing}\`; an item has an id, a type of CSL and a title`,
} as const;

/** What was left out of a document because it could not be read without guessing. */
export const IMPORT_REMARKS = {
  'unread-field': (field: string, wording: string) =>
    `${quote(field)} says ${quote(wording)}, which cannot be read as one; it is left out`,
  'missing-field': (field: string) => `there is no ${quote(field)}`,

  // Bibliographies
  'unkept-fields': (names: readonly string[]) =>
    `${names.length} fields are not kept of a bibliography's items and were left out: ` +
    names.slice(0, 10).map(quote).join(', ') +
    (names.length > 10 ? ' and others' : ''),
} as const;

export type ImportFaultCode = keyof typeof IMPORT_FAULTS;
export type ImportRemarkCode = keyof typeof IMPORT_REMARKS;

type Messages = Readonly<Record<string, (...details: never[]) => string>>;
type Details<T extends Messages, C extends keyof T> = Parameters<T[C]>;

/** A place in a file, from 1; null where the fault is no place in the file. */
export interface ImportPlace {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** A fault at a place of a file. */
export function importFault<C extends ImportFaultCode>(
  { file, line, column }: ImportPlace,
  code: C,
  ...details: Details<typeof IMPORT_FAULTS, C>
): ImportFault {
  const message = IMPORT_FAULTS[code] as (...details: Details<typeof IMPORT_FAULTS, C>) => string;
  return { file, line, column, code, message: message(...details) };
}

/** A remark on a document, by key, or on the file as a whole (null). */
export function importRemark<C extends ImportRemarkCode>(
  document: string | null,
  code: C,
  ...details: Details<typeof IMPORT_REMARKS, C>
): ImportRemark {
  const message = IMPORT_REMARKS[code] as (...details: Details<typeof IMPORT_REMARKS, C>) => string;
  return { document, code, message: message(...details) };
}

/** A quoted word, cut where it is long: a message must not repeat a megabyte of input. */
function quote(word: string): string {
  return `\`${word.length > 60 ? `${word.slice(0, 60)}…` : word}\``;
}
