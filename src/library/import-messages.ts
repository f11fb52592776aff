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
  'too-many-documents': (most: number) =>
    `the file holds more than ${most} documents; import its volumes or parts one by one`,
  'bad-utf8': () => 'the file is not UTF-8 from here on; save it as UTF-8',
  'bad-utf16': () => 'the file begins as UTF-16 but is not from here on; save it as UTF-8',
  'unmarked-utf16': () =>
    'this looks like UTF-16 without its byte order mark; save the file as UTF-8',
  'binary-file': (what: string, right: string) => `this is ${what}, not text; ${right}`,
  'data-file': () =>
    "this is JSON, which holds data and not a text to read; a scenario goes to 'backchannel check'",
  'html-file': () =>
    'this is a web page in HTML; open it in a browser and save it as text (.txt), or copy its text',
  'other-xml': (root: string) =>
    `this is XML whose root is ${quote(root)}; of XML, only TEI P5 (root \`TEI\`) can be imported`,

  // Single texts
  'no-newspaper': () =>
    'the record names no newspaper; its name stands on a line before `Copyright` or `DATE:`',
  'no-headline': () => 'there is nothing below the fields; headline and text should follow',
  'no-text': () => 'there is no text below the heading',
  'impossible-part': (part: number, parts: number) =>
    `the heading says part ${part} of ${parts}; parts count from 1 to the last`,
  'bad-header': (reason: string) =>
    `the header between the lines \`---\` is not YAML: ${reason}; write lines such as \`title: …\``,
  'header-shape': (field: string) =>
    `${quote(field)} in the header should be a text, or for \`from\` and \`to\` a list of texts`,

  // Editions in XML
  'bad-xml': (reason: string) => `not well-formed XML: ${reason}`,
  'xml-too-deep': (levels: number) => `elements are nested deeper than ${levels} levels`,
  'xml-doctype': () =>
    'a document type declaration can define entities and fetch files; take out the `<!DOCTYPE …>`',
  'xml-entity': (name: string) =>
    `the entity ${quote(name)} is not one of XML's own five; write the character itself`,
  'xml-encoding': (encoding: string) =>
    `the file says that it is in ${quote(encoding)}; save it as UTF-8`,
  'xml-ampersand': () => 'an ampersand stands alone here; write it as `&amp;`',
  'xml-too-many-attributes': (most: number) => `an element has more than ${most} attributes`,
  'xml-too-long': (megabytes: number) =>
    `a tag, a comment or a stretch of text is longer than ${megabytes} MB`,
  'document-too-fine': (most: number) =>
    `a document of this file has more than ${most} elements and stretches of text; split it`,
  'title-too-long': (most: number) =>
    `a document of this file has a title of more than ${most} characters; end it with a line end`,
  'duplicate-id': (id: string) =>
    `the id ${quote(id)} stands twice in this file; an id names one thing`,
  'no-documents': () => 'there is no document in this file; an edition holds at least one',

  // Bibliographies
  'bad-json': (reason: string) => `not well-formed JSON: ${reason}`,
  'json-too-deep': (levels: number) =>
    `its lists and objects are nested deeper than ${levels} levels`,
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

  // Single texts
  'unkept-field': (field: string, wording: string) =>
    `a document has no field for ${quote(field)}; it says ${quote(wording)}, which is left out`,
  'repeated-field': (field: string) => `${quote(field)} stands twice; the first is kept`,
  'other-weekday': (wording: string) => `${quote(wording)} did not fall on that day of the week`,
  'unpaged-chapter': () => 'the heading names no part; this is kept as part 1 of 1',
  'left-out-line': (wording: string) =>
    `${quote(wording)} above the heading is no part of the chapter; it is left out`,
  'unread-markdown': (why: 'too long' | 'too deep') =>
    `it is kept as plain text, as ${
      why === 'too long'
        ? 'it has more than a million characters of Markdown'
        : 'its quotations or lists are nested too deeply for Markdown'
    }`,

  // Editions in XML
  'unread-date': (wording: string) =>
    `its date says ${quote(wording)}, which cannot be read as one; it is left out`,
  'date-differs': (wording: string, mark: string) =>
    `its date is printed ${quote(wording)} but marked ${quote(mark)}; the mark is followed`,
  'date-without-year': (wording: string) =>
    `${quote(wording)} names no year, and nothing around it does; it is left out`,
  'unplaced-clock': (wording: string) =>
    `nobody says on which clock ${quote(wording)} is meant; it is kept as on any clock on earth`,
  'unplaced-days': (dates: number) =>
    `dates without a place whose clock is known: ${dates}; each is kept as on any clock on earth`,
  'year-of-neighbour': (wording: string) =>
    `the year of ${quote(wording)} was inferred from the document before it, as it has no date`,
  'no-classification': () => 'its source note names neither a classification nor a handling',
  'hand-over-too-late': (wording: string) =>
    `${quote(wording)} would be after the document that tells of it; it is left out`,
  'parties-disagree': (head: string) =>
    `the marks of who it is from and to do not follow its heading ${quote(head)}; they are kept`,
  'unknown-references': (keys: string) =>
    `it points to documents that this file does not hold: ${quote(keys)}`,
  'misleading-pointers': (words: string) =>
    `its words name another volume where its marks point into this one: ${quote(words)}; they lead nowhere`,
  'unread-entry': (what: string) => `its entry names no ${what}, or not so that it can be read`,
  'blanks-restored': (blanks: number) =>
    `blanks missing between a full stop, colon or comma and a name: ${blanks}; they were put back`,

  // Bibliographies
  'unkept-fields': (names: readonly string[]) =>
    "left out, since of a bibliography's items these fields are not kept: " +
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

/** A fault as a command prints it: `letter.txt:12:5: …`, or without the place if it has none. */
export function importFaultText({ file, line, column, message }: ImportFault): string {
  return [file, line ?? [], column ?? [], ` ${message}`].flat().join(':');
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
