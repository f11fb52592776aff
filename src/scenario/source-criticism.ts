import type { RecordedTime } from '../core/time/recorded-time.js';

/**
 * What a scenario says of its sources: which there are, how close each stood to the event, which
 * documents they hold, how these came to be open, and what each account claims. It moves nothing
 * in a history: the record is what moves, and this is why it is believed.
 */
export interface SourceCriticism {
  readonly sources: readonly SourceCard[];
  /** Every document that the scenario cites or describes, each once, in order of source and key. */
  readonly documents: readonly DocumentCard[];
  readonly custodies: readonly Custody[];
  readonly accounts: readonly Account[];
  readonly claims: readonly Claim[];
  readonly disagreements: readonly Disagreement[];
}

/** Of a scenario that says nothing of any source. */
export const NO_CRITICISM: SourceCriticism = {
  sources: [],
  documents: [],
  custodies: [],
  accounts: [],
  claims: [],
  disagreements: [],
};

/** How close a source stood to what it tells of, closest first. */
export const STANDINGS = [
  'the text itself',
  'official record of the day',
  'staff paper of the day',
  'press of the day',
  'edited documents',
  'memory of a participant',
  'later study',
  'later press',
  'retelling',
  'from memory',
] as const;

export type Standing = (typeof STANDINGS)[number];

/** A source, as a bibliography and a reader need it. */
export interface SourceCard {
  /** As citations name it, such as `F06`. */
  readonly id: string;
  readonly title: string;
  readonly where: string;
  readonly basis: 'xml' | 'page' | 'excerpt' | 'recall';
  readonly standing: Standing | null;
  /** What it is as a whole, such as `edition` or `book`; null where the file does not say. */
  readonly type: SourceType | null;
  readonly authors: readonly string[];
  /** What it appeared in. */
  readonly container: string | null;
  readonly publisher: string | null;
  /** When it could first be read by anybody; null where the file does not say. */
  readonly published: RecordedTime | null;
  /** The collection that a reader can import as this source, such as `frus1961-63v06`. */
  readonly collection: string | null;
}

export const SOURCE_TYPES = [
  'edition',
  'book',
  'chapter',
  'article',
  'newspaper article',
  'web page',
  'report',
  'letter',
  'telegram',
  'memorandum',
  'broadcast',
  'press release',
  'interview',
] as const;

export type SourceType = (typeof SOURCE_TYPES)[number];

/** The kinds of document that a reader tells apart. */
export const DOCUMENT_KINDS = [
  'letter',
  'telegram',
  'message',
  'memorandum',
  'memorandum of conversation',
  'oral statement',
  'informal communication',
  'broadcast',
  'press release',
  'record of a meeting',
  'report',
  'editorial note',
  'newspaper article',
  'chapter',
  'book',
  'article',
  'web page',
  'interview',
  'document',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document of a source: the place in it that citations name, or the source as a whole. */
export interface DocumentCard {
  readonly source: string;
  /** Such as `d65`; null for the source as a whole. */
  readonly key: string | null;
  /** In our words; null where neither the scenario nor a dispatch names it. */
  readonly title: string | null;
  /** Null where the scenario does not say. */
  readonly kind: DocumentKind | null;
  /** What it says, in our words. */
  readonly gist: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string | null;
  readonly date: RecordedTime | null;
  readonly classification: string | null;
  /** Entries of the record that cite it, and those that it is said to speak of, by id. */
  readonly entries: readonly string[];
  /** The dispatch whose text it bears, or of which it is the report; null where there is none. */
  readonly dispatch: string | null;
  readonly custody: string | null;
  /**
   * Since when anybody could read its text: since the release of its custody; where no custody let
   * it out, since the hour of its dispatch if it bears the words of a public one; else since it was
   * first printed, or its source came out. Null where none of these is known: then nobody knows,
   * and it does not count as open on any day. A leak or a summary in the press opens nothing.
   */
  readonly open: RecordedTime | null;
}

/** How documents were locked away and let out, together or one by one. */
export interface Custody {
  readonly id: string;
  readonly title: string;
  /** Dispatches that it kept. */
  readonly dispatches: readonly string[];
  readonly steps: readonly CustodyStep[];
}

export const CUSTODY_STEPS = [
  'sealed',
  'requested',
  'campaigned for',
  'released',
  'reported',
] as const;

export interface CustodyStep {
  readonly type: (typeof CUSTODY_STEPS)[number];
  readonly at: RecordedTime;
  /** Who did it. */
  readonly by: string;
  readonly says: string;
  /** Of a release: whether all came out at once. */
  readonly together: boolean;
  readonly cites: readonly string[];
}

/** What one source tells of the crisis as a whole: a founding document, a book. */
export interface Account {
  readonly id: string;
  readonly title: string;
  readonly source: string;
}

/** What the record makes of a claim. */
export const VERDICTS = ['confirmed', 'partly', 'contradicted', 'unconfirmed', 'garbled'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Something that one account says happened, right or wrong. */
export interface Claim {
  readonly id: string;
  readonly account: string;
  /** In our words. */
  readonly says: string;
  /** The piece of the account's text it stands in, such as `p4`; null where nobody marked it. */
  readonly at: string | null;
  readonly verdict: Verdict;
  /** What the record has instead, or beside it. */
  readonly record: string;
  readonly cites: readonly string[];
  /** Entries of the record that it speaks of, the one to look at first. */
  readonly entries: readonly string[];
}

/** A point on which sources do not agree. */
export interface Disagreement {
  readonly id: string;
  readonly topic: string;
  /** Why they differ, such as `different denominators`. */
  readonly kind: string;
  readonly positions: readonly { readonly cites: readonly string[]; readonly says: string }[];
  readonly resolution: string;
  readonly claims: readonly string[];
  readonly entries: readonly string[];
}
