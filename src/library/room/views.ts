import type { Block, DocumentDetails, DocumentKind, ImportRemark, Note } from '../document.js';

/** The shelf of a scenario: every document that it knows of, and what the reader imported. */
export interface ShelfView {
  readonly scenario: { readonly id: string; readonly title: string };
  readonly collections: readonly CollectionView[];
  readonly documents: readonly ShelfEntry[];
}

/** A collection on the shelf: a source of the scenario, or a file of the reader's, or both. */
export interface CollectionView {
  /** The scenario's id of the source, such as `F06`; else the collection's own. */
  readonly id: string;
  readonly title: string;
  /** Where its texts can be got; null where there is no address. */
  readonly where: string | null;
  /** The file to import, such as `frus1961-63v06.xml`; null where no importer reads it. */
  readonly file: string | null;
  readonly standing: string | null;
  readonly basis: string | null;
  readonly documents: number;
  /** Documents whose text is held. */
  readonly held: number;
  readonly remarks: readonly ImportRemark[];
}

/** One document on the shelf. */
export interface ShelfEntry {
  /** As addresses and permalinks name it: `F06/d65`, `MAL28`. */
  readonly id: string;
  readonly collection: string;
  readonly kind: DocumentKind;
  /** As printed; null where it bears none. */
  readonly number: string | null;
  readonly title: string;
  /** What the scenario calls it, where it is printed under another heading. */
  readonly called: string | null;
  readonly gist: string | null;
  /** People and bodies that it is from and to. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly place: string | null;
  readonly date: DateView | null;
  /** Whether its text is here; else there is its card only. */
  readonly text: 'held' | 'card' | 'catalogue';
  /** Since when anybody may read it; null where nobody knows. */
  readonly open: DateView | null;
  readonly custody: string | null;
  /** How many claims speak of it, or stand in it. */
  readonly claims: number;
  readonly entries: readonly string[];
}

/** A time as a screen shows it, with the interval to sort and filter by (milliseconds UTC). */
export interface DateView {
  readonly earliest: number;
  readonly latest: number;
  /** Such as `26 October 1962, 19:00 (16:00Z)`. */
  readonly text: string;
  readonly flag: 'stated' | 'estimated' | 'inferred' | 'from memory';
}

/** One document, opened. */
export interface PageView {
  readonly scenario: { readonly id: string; readonly title: string };
  readonly entry: ShelfEntry;
  readonly card: readonly CardField[];
  /** What its kind of source says of it; null for a card. */
  readonly details: DocumentDetails | null;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  readonly remarks: readonly ImportRemark[];
  /** How to get the text, where it is not held. */
  readonly getting: { readonly where: string | null; readonly file: string | null } | null;
  readonly place: {
    /** The document before and after in its collection; a part that is not held has no id. */
    readonly previous: NeighbourView | null;
    readonly next: NeighbourView | null;
    /** From 1. */
    readonly part: number;
    readonly parts: number;
    /** What a part is: `document` of a volume, `part` of a chapter. */
    readonly unit: 'document' | 'part';
    /** Parts that are not held, by number. */
    readonly absent: readonly number[];
  };
  readonly claims: readonly ClaimView[];
  readonly disagreements: readonly DisagreementView[];
  readonly letters: readonly CarriedLetterView[];
  readonly custody: CustodyView | null;
}

/** A line of the record card. */
export interface CardField {
  readonly name: string;
  readonly value: string;
  /** The wording it was read from, where that differs. */
  readonly stated: string | null;
}

export interface NeighbourView {
  /** Null where the text is not held and there is no card. */
  readonly id: string | null;
  readonly title: string;
}

/** A citation with the document that it leads to. */
export interface CiteView {
  /** As written: `F06 d65, fn 0`. */
  readonly text: string;
  /** The documents of the shelf that it names. */
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly source: string;
  readonly standing: string | null;
  readonly basis: string;
}

/** An entry of the record, and the instant at which Replay shows it. */
export interface MomentView {
  readonly entry: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** An address in the app. */
  readonly replay: string;
}

export interface ClaimView {
  readonly id: string;
  readonly account: { readonly id: string; readonly title: string; readonly document: string };
  readonly says: string;
  /** The block of this page that it stands in, or null: it is about the page as a whole. */
  readonly block: string | null;
  readonly verdict: 'confirmed' | 'partly' | 'contradicted' | 'unconfirmed' | 'garbled';
  readonly record: string;
  readonly cites: readonly CiteView[];
  readonly moments: readonly MomentView[];
  /** Disagreements that it has a part in: who says otherwise. */
  readonly disagreements: readonly string[];
}

export interface DisagreementView {
  readonly id: string;
  readonly topic: string;
  readonly kind: string;
  readonly positions: readonly { readonly cites: readonly CiteView[]; readonly says: string }[];
  readonly resolution: string;
  readonly claims: readonly string[];
  readonly moments: readonly MomentView[];
}

/** A letter of the record whose text this document bears, with the way it went. */
export interface CarriedLetterView {
  readonly id: string;
  readonly title: string;
  readonly moment: MomentView;
  readonly legs: readonly {
    readonly from: string;
    readonly to: string;
    readonly channel: string;
    readonly sent: DateView;
    /** Null where it never arrived. */
    readonly arrived: DateView | null;
  }[];
}

export interface CustodyView {
  readonly id: string;
  readonly title: string;
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly steps: readonly {
    readonly type: string;
    readonly at: DateView;
    readonly by: string;
    readonly says: string;
    readonly together: boolean;
    readonly cites: readonly CiteView[];
  }[];
}

/** Claims of all accounts and all disagreements: `accounts SCENARIO --json`, and the cards. */
export interface AccountsView {
  readonly scenario: { readonly id: string; readonly title: string };
  readonly accounts: readonly {
    readonly id: string;
    readonly title: string;
    readonly document: string;
  }[];
  readonly claims: readonly ClaimView[];
  readonly disagreements: readonly DisagreementView[];
}

/** What a full-text search found, best first. */
export interface SearchView {
  readonly query: string;
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

export interface SearchHit {
  /** The document. */
  readonly id: string;
  /** The block that fits best, or null: its card. */
  readonly block: string | null;
  /** Words around the find; `found` marks what was looked for. */
  readonly excerpt: readonly { readonly text: string; readonly found: boolean }[];
}

/** Documents that speak of an entry of the record, or bear its text. */
export interface SpeakingView {
  readonly entry: string;
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: DocumentKind;
    /** How it speaks of it. */
    readonly as: 'text' | 'cited' | 'claim' | 'disagreement';
  }[];
}

/** The forms in which a document can be cited. */
export const CITATION_FORMATS = ['text', 'csl-json', 'bibtex', 'ris'] as const;

export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** What came of a dropped file. */
export interface ImportedView {
  readonly collection: {
    readonly id: string;
    readonly title: string;
    readonly documents: number;
  };
  /** What went by the same id and came of a file with other bytes: it is no longer held. */
  readonly replaced: { readonly title: string; readonly file: string } | null;
  readonly remarks: readonly ImportRemark[];
}
