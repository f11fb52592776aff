import type { RecordedTime } from '../../core/time/recorded-time.js';
import type { Zone } from '../../core/time/zone.js';
import type {
  DocumentCard,
  DocumentKind,
  SourceCard,
  SourceType,
} from '../../scenario/source-criticism.js';
import type { Collection, DocumentTime, LibraryDocument, Party } from '../document.js';
import {
  oneLine,
  webAddress,
  type CslDate,
  type CslDateField,
  type CslItem,
  type CslName,
  type CslNameField,
  type CslTextField,
  type CslType,
} from './csl.js';
import { documentDate, recordedDate } from './dates.js';
import { personOrBody } from './names.js';

/** What is cited: a document whose text is held, or one of which there is a card only. */
export type CitationSubject =
  | {
      readonly type: 'held';
      /** As the room names it: `F06/d65`. */
      readonly id: string;
      readonly document: LibraryDocument;
      readonly collection: Collection;
      /** The scenario's card of the source that the collection is; null where it has none. */
      readonly source: SourceCard | null;
    }
  | {
      readonly type: 'card';
      readonly id: string;
      readonly card: DocumentCard;
      readonly source: SourceCard;
      /** The places of the scenario: their titles, and the clocks that its times mean. */
      readonly places: readonly CitationPlace[];
    };

interface CitationPlace {
  readonly name: string;
  readonly title: string;
  readonly zone: Zone;
}

/** The Office of the Historian keeps every volume of FRUS at an address of this form. */
const FRUS_ADDRESS = 'https://history.state.gov/historicaldocuments/';

const TYPES: Readonly<Record<DocumentKind | SourceType, CslType>> = {
  letter: 'personal_communication',
  telegram: 'personal_communication',
  message: 'personal_communication',
  'informal communication': 'personal_communication',
  memorandum: 'document',
  'memorandum of conversation': 'document',
  'oral statement': 'document',
  'press release': 'document',
  'record of a meeting': 'document',
  'editorial note': 'document',
  document: 'document',
  report: 'report',
  broadcast: 'broadcast',
  'newspaper article': 'article-newspaper',
  chapter: 'chapter',
  edition: 'book',
  book: 'book',
  article: 'article-journal',
  'web page': 'webpage',
  interview: 'interview',
};

/** Kinds whose CSL type says all; of any other the kind is kept as the item's genre. */
const PLAIN_KINDS = new Set([
  'newspaper article',
  'chapter',
  'book',
  'edition',
  'article',
  'web page',
]);

/**
 * A document as a bibliographic item. A document printed in a volume is a chapter of that volume:
 * `issued` is when the volume came out, `original-date` when the document was written. Nothing is
 * made up: what neither the file nor the scenario says is absent, and so is a day of access.
 */
export function itemOf(subject: CitationSubject): CslItem {
  return subject.type === 'held' ? heldItem(subject) : cardItem(subject);
}

type Held = Extract<CitationSubject, { readonly type: 'held' }>;
type Carded = Extract<CitationSubject, { readonly type: 'card' }>;

function heldItem(held: Held): CslItem {
  switch (held.document.details.type) {
    case 'edition':
      return editionItem(held);
    case 'catalogue':
      return held.document.details.reference === undefined
        ? editionItem(held)
        : { ...held.document.details.reference, id: held.id };
    case 'newspaper':
      return newspaperItem(held);
    case 'chapter':
      return chapterItem(held);
    case 'plain':
      return plainItem(held);
  }
}

function editionItem({ id, document, collection, source }: Held): CslItem {
  return item(id, 'chapter', {
    text: {
      title: document.title === '' ? capitalised(document.kind) : document.title,
      genre: document.kind,
      number: document.number,
      'event-place': document.place,
      ...volume(collection.title),
      publisher: collection.publisher,
      'publisher-place': collection.publishedAt,
      URL: addressOf(collection.id, document.key, source),
    },
    names: {
      author: names(document.from),
      recipient: names(document.to),
      editor: collection.editors.map(personOrBody),
    },
    dates: {
      issued: stated(collection.published),
      'original-date': stated(document.date),
    },
  });
}

function newspaperItem({ id, document, collection, source }: Held): CslItem {
  const { details } = document;
  if (details.type !== 'newspaper') throw new TypeError(`${id} is no newspaper article`);
  return item(id, 'article-newspaper', {
    text: {
      title: document.title,
      'container-title': details.newspaper,
      section: details.section,
      page: details.page,
      edition: details.edition,
      source: details.source,
      'event-place': details.dateline,
      'call-number': details.tag,
      URL: source?.where ?? null,
    },
    names: { author: details.bylines.map(personOrBody) },
    dates: { issued: stated(document.date ?? collection.published) },
  });
}

function chapterItem({ id, document, collection, source }: Held): CslItem {
  const { details } = document;
  if (details.type !== 'chapter') throw new TypeError(`${id} is no chapter`);
  return item(id, 'chapter', {
    text: {
      title: document.title,
      'chapter-number': String(details.chapter),
      'part-number': details.parts > 1 ? `${details.part} of ${details.parts}` : null,
      'container-title': source?.container ?? null,
      publisher: collection.publisher ?? source?.publisher ?? null,
      'publisher-place': collection.publishedAt,
      URL: source?.where ?? null,
    },
    names: { author: authors(document, source) },
    dates: { issued: stated(document.date ?? collection.published) },
  });
}

function plainItem({ id, document, collection, source }: Held): CslItem {
  const { kind } = document;
  return item(id, TYPES[kind], {
    text: {
      title: document.title,
      genre: genreOf(kind),
      number: document.number,
      'event-place': document.place,
      'container-title': source?.container ?? null,
      publisher: collection.publisher ?? source?.publisher ?? null,
      'publisher-place': collection.publishedAt,
      URL: source?.where ?? null,
    },
    names: { author: authors(document, source), recipient: names(document.to) },
    dates: { issued: stated(document.date) },
  });
}

/** A source of these types prints documents; a key in any other is a place in one document. */
const PRINTS_DOCUMENTS = new Set<SourceType | null>(['edition', 'book']);

function cardItem(carded: Carded): CslItem {
  const { card, source } = carded;
  const printed = card.key !== null && PRINTS_DOCUMENTS.has(source.type);
  return printed ? printedItem(carded) : singleItem(carded);
}

function printedItem({ id, card, source, places }: Carded): CslItem {
  return item(id, 'chapter', {
    text: {
      title: titleOf(card),
      genre: card.kind ?? null,
      number: numberOf(card),
      'event-place': placeTitle(card.place, places),
      ...volume(source.title),
      publisher: source.publisher,
      ...identifier(source.where),
      URL: addressOf(source.collection, card.key, source),
    },
    names: {
      author: card.from === null ? [] : [{ literal: card.from }],
      recipient: card.to === null ? [] : [{ literal: card.to }],
      editor: source.authors.map(personOrBody),
    },
    dates: {
      issued: dated(source.published, places),
      'original-date': dated(card.date, places),
    },
  });
}

function singleItem({ id, card, source, places }: Carded): CslItem {
  const kind = card.kind ?? source.type ?? 'document';
  return item(id, TYPES[kind], {
    text: {
      title: card.key === null ? source.title : titleOf(card),
      genre: genreOf(kind),
      'event-place': placeTitle(card.place, places),
      'container-title': source.container,
      publisher: source.publisher,
      ...identifier(source.where),
      URL: source.where,
    },
    names: {
      author: writers(card, source),
      recipient: card.to === null ? [] : [{ literal: card.to }],
    },
    dates: {
      issued: dated(card.date ?? source.published, places),
      'available-date': card.date === null ? undefined : dated(source.published, places),
    },
  });
}

function writers(card: DocumentCard, source: SourceCard): readonly CslName[] {
  return card.from === null ? source.authors.map(personOrBody) : [{ literal: card.from }];
}

interface Fields {
  readonly text: { readonly [F in CslTextField]?: string | null };
  readonly names: { readonly [F in CslNameField]?: readonly CslName[] };
  readonly dates: { readonly [F in CslDateField]?: CslDate | undefined };
}

/** The item with those fields that say something; an address that is none is left out. */
function item(id: string, type: CslType, { text, names: people, dates }: Fields): CslItem {
  const given = { ...text, URL: webAddress(text.URL ?? '') };
  const texts = Object.entries(given).map(([field, value]) => [field, oneLine(value ?? '')]);
  return {
    id,
    type,
    ...Object.fromEntries(texts.filter(([, value]) => value !== '')),
    ...Object.fromEntries(Object.entries(people).filter(([, list]) => list.length > 0)),
    ...Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== undefined)),
  } as CslItem;
}

/** A volume of a series by its parts, where its title tells them; else its title alone. */
function volume(title: string): Partial<Record<CslTextField, string>> {
  const parts = /^(.+?), Volumes? ([IVXLCDM\d/–-]+), (.+)$/.exec(oneLine(title));
  const [, series, number, own] = parts ?? [];
  if (series === undefined || number === undefined || own === undefined) {
    return { 'container-title': title };
  }
  return { 'collection-title': series, volume: number, 'container-title': own };
}

function addressOf(
  collection: string | null,
  key: string | null,
  source: SourceCard | null,
): string | null {
  const where = source?.where ?? null;
  if (key === null) return where;
  if (where?.startsWith(FRUS_ADDRESS) === true) return `${where.replace(/\/$/, '')}/${key}`;
  return collection?.startsWith('frus') === true ? `${FRUS_ADDRESS}${collection}/${key}` : where;
}

function identifier(where: string): { readonly ISBN?: string } {
  const number = /^ISBN ([\d-]+X?)$/.exec(where)?.[1];
  return number === undefined ? {} : { ISBN: number };
}

/**
 * A scenario's title of a document is its own, not the document's: where it says who wrote to whom,
 * that is what the document goes by.
 */
function titleOf({ kind, from, to, title }: DocumentCard): string {
  const named = capitalised(kind ?? 'document');
  return from !== null && to !== null ? `${named} from ${from} to ${to}` : (title ?? named);
}

/** An edition's keys are its documents' numbers after a `d`. */
function numberOf({ key }: DocumentCard): string | null {
  return /^d(\d+[A-Za-z]?)$/.exec(key ?? '')?.[1] ?? key;
}

function names(parties: readonly Party[]): readonly CslName[] {
  return parties.map(({ name }) => ({ literal: oneLine(name) }));
}

function authors(document: LibraryDocument, source: SourceCard | null): readonly CslName[] {
  if (document.from.length > 0) return document.from.map(({ name }) => personOrBody(name));
  return (source?.authors ?? []).map(personOrBody);
}

function genreOf(kind: DocumentKind | SourceType): string | null {
  return PLAIN_KINDS.has(kind) ? null : kind;
}

/** A place of the scenario by its title; any other as the card has it. */
function placeTitle(place: string | null, places: readonly CitationPlace[]): string | null {
  return places.find(({ name }) => name === place)?.title ?? place;
}

function stated(time: DocumentTime | null): CslDate | undefined {
  return time === null ? undefined : documentDate(time);
}

function dated(time: RecordedTime | null, places: readonly CitationPlace[]): CslDate | undefined {
  if (time === null) return undefined;
  return recordedDate(time, places.find(({ name }) => name === time.place)?.zone ?? null);
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
