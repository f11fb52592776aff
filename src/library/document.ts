import type { DocumentKind } from '../scenario/source-criticism.js';
import type { CslItem } from './citation/csl.js';

export { DOCUMENT_KINDS, type DocumentKind } from '../scenario/source-criticism.js';

/**
 * A document as an importer read it from a file of the reader's: plain data, its text inert. All
 * strings of a document are text, never markup.
 */
export interface LibraryDocument {
  /** Its place within its collection, as in addresses: `d65`; `2` for the second part. */
  readonly key: string;
  readonly kind: DocumentKind;
  /** The number it is printed under, such as `65` or `273A`. */
  readonly number: string | null;
  /** Its heading without the number. */
  readonly title: string;
  readonly from: readonly Party[];
  readonly to: readonly Party[];
  /** Where it was written, as printed. */
  readonly place: string | null;
  /** When it was written or sent; null where the file does not say. */
  readonly date: DocumentTime | null;
  /** Who signed it, as printed. */
  readonly signed: string | null;
  /** What only one kind of source says of its documents. */
  readonly details: DocumentDetails;
  /** Its text in order; empty for an entry of a catalogue. */
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** A person or body that a document is from or to. */
export interface Party {
  /** As printed, such as `Embassy in the Soviet Union`. */
  readonly name: string;
  /** The edition's own key of a person, such as `p_KNS2`; null where it has none. */
  readonly key: string | null;
}

/**
 * A time as a document states it: an interval of instants, both ends included, in milliseconds
 * UTC. A time on a clock that nobody can place is an interval over all clocks of the earth.
 */
export interface DocumentTime {
  readonly earliest: number;
  readonly latest: number;
  readonly precision: 'minute' | 'hour' | 'day' | 'month' | 'year' | 'interval';
  /** On the clock of its place, with offset where that is known: `1962-10-26T19:00+03:00`. */
  readonly local: string;
  /** The place whose clock was meant; null where nobody can tell. */
  readonly place: string | null;
  /** The wording of the document. */
  readonly stated: string;
  /** Whether the editors inferred it, or its year was inferred from the document before it. */
  readonly inferred: boolean;
}

/** One hand-over of a document's text, as its notes or its first paragraph tell it. */
export interface HandOver {
  readonly type: 'received' | 'passed' | 'broadcast' | 'delivered';
  readonly at: DocumentTime;
  /** Who received it, in the words of the document; null where it does not say. */
  readonly to: string | null;
  /** The sentence it was read from. */
  readonly stated: string;
}

/** A document of an edition (FRUS): what its source note and its opening say. */
export interface EditionDetails {
  readonly type: 'edition';
  /** The note on the source, whole. */
  readonly sourceNote: string | null;
  /** As printed, such as `Secret` or `No classification marking`. */
  readonly classification: string | null;
  /** Of a telegram, such as `Niact`. */
  readonly precedence: string | null;
  /** How it was to be handled, such as `Eyes Only`. */
  readonly handling: readonly string[];
  /** The number at the head of a telegram's text. */
  readonly telegram: string | null;
  /** Whose letter a telegram carries, as its first paragraph says; null where it carries none. */
  readonly carries: string | null;
  readonly receipts: readonly HandOver[];
  readonly deliveries: readonly HandOver[];
  /** Keys of documents of the same collection that its text and notes point to, in order. */
  readonly crossReferences: readonly string[];
}

/** An entry of a catalogue: a record card without a text. */
export interface CatalogueDetails {
  readonly type: 'catalogue';
  /** The entry, whole. */
  readonly entry: string;
  readonly subject: string | null;
  readonly classification: string | null;
  readonly pages: number | null;
  readonly archive: string | null;
  /** The item of a bibliography that it was read from. */
  readonly reference?: CslItem;
}

/** A record of a newspaper's archive. */
export interface NewspaperDetails {
  readonly type: 'newspaper';
  readonly bylines: readonly string[];
  readonly newspaper: string;
  readonly copyrightYear: number | null;
  readonly copyrightHolder: string | null;
  readonly weekday: string | null;
  readonly tag: string | null;
  readonly section: string | null;
  readonly page: string | null;
  readonly edition: string | null;
  /** The agency that supplied it. */
  readonly source: string | null;
  readonly dateline: string | null;
  readonly length: string | null;
}

/** A part of a chapter as a reading site pages it. */
export interface ChapterDetails {
  readonly type: 'chapter';
  readonly chapter: number;
  readonly part: number;
  readonly parts: number;
  /** Whether the page says that the chapter ends here. */
  readonly completed: boolean;
}

/** Plain text or Markdown; what its short header says. */
export interface PlainDetails {
  readonly type: 'plain';
  readonly classification: string | null;
}

export type DocumentDetails =
  EditionDetails | CatalogueDetails | NewspaperDetails | ChapterDetails | PlainDetails;

/** A piece of a document's text that stands on lines of its own. */
export interface Block {
  /** What a permalink to it ends in: `p3` is the third piece. */
  readonly id: string;
  readonly type: 'heading' | 'paragraph' | 'item' | 'quotation' | 'line' | 'signature';
  readonly inlines: readonly Inline[];
}

/** A stretch of a block. */
export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly style: 'plain' | 'italic' | 'strong' }
  /** A mark that leads to a note of the document. */
  | { readonly type: 'note'; readonly note: string }
  /** A pointer to another document of the collection, by key, or out of it (null). */
  | { readonly type: 'reference'; readonly text: string; readonly document: string | null }
  /** Where a page of the printed edition begins. */
  | { readonly type: 'page'; readonly page: string };

/** A note of the editors. */
export interface Note {
  /** Such as `fn1`. */
  readonly id: string;
  /** The mark it goes by; the note on the source has none. */
  readonly mark: string | null;
  readonly inlines: readonly Inline[];
}

/** The most documents that one file may hold: ten times those of the largest volumes of FRUS. */
export const MOST_DOCUMENTS = 20_000;

/** What one file of the reader's holds: a volume, an article, a chapter's part, a text. */
export interface Collection {
  readonly format: 'backchannel-collection/1';
  /** Lower-case letters, digits, `-`, `_` and `.`: `frus1961-63v06`. */
  readonly id: string;
  readonly type: 'edition' | 'newspaper' | 'chapter' | 'plain';
  readonly title: string;
  readonly editors: readonly string[];
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  /** When it came out, if the file says. */
  readonly published: DocumentTime | null;
  readonly file: {
    readonly name: string;
    readonly bytes: number;
    /** Of the file, in hexadecimal. */
    readonly sha256: string;
  };
  readonly documents: readonly LibraryDocument[];
  /** What could not be read, and so was left out. */
  readonly remarks: readonly ImportRemark[];
}

/** Something in a file that could not be read as what it seems to be; it was not guessed at. */
export interface ImportRemark {
  /** The key of the document, or null for the file. */
  readonly document: string | null;
  readonly code: string;
  readonly message: string;
}

/** Why a file was not imported; the library is as it was. */
export interface ImportFault {
  readonly file: string;
  /** From 1; null where the fault is no place in the file. */
  readonly line: number | null;
  readonly column: number | null;
  readonly code: string;
  /** What is wrong, and what would be right. */
  readonly message: string;
}

export type ReadFile =
  | { readonly type: 'read'; readonly collection: Collection }
  | { readonly type: 'faulty'; readonly faults: readonly ImportFault[] };
