import type { SourceType } from '../../scenario/source-criticism.js';
import type { DocumentKind } from '../document.js';
import type { Room, RoomDocument } from './room.js';
import { documentDate, recordedDate } from './time-words.js';
import type { DateView, ShelfEntry } from './views.js';

/** What a source is as a whole, as one of the kinds of document. */
const KINDS_OF_SOURCES: Readonly<Record<SourceType, DocumentKind>> = {
  edition: 'book',
  book: 'book',
  chapter: 'chapter',
  article: 'article',
  'newspaper article': 'newspaper article',
  'web page': 'web page',
  report: 'report',
  letter: 'letter',
  telegram: 'telegram',
  memorandum: 'memorandum',
  broadcast: 'broadcast',
  'press release': 'press release',
  interview: 'interview',
};

/**
 * A document as the shelf shows it: text, date and fields as imported, gist, entries and custody as
 * the scenario has them.
 */
export function shelfEntry(document: RoomDocument, room: Room): ShelfEntry {
  const { id, collection, card } = document;
  const printed = document.held?.document ?? null;
  return {
    id,
    collection,
    kind: kindOf(document),
    number: printed?.number ?? null,
    title: titleOf(document),
    called: calledOf(document),
    gist: card?.gist ?? null,
    from: printed?.from.length ? printed.from.map(({ name }) => name) : named(card?.from),
    to: printed?.to.length ? printed.to.map(({ name }) => name) : named(card?.to),
    place: printed?.place ?? placeOf(document, room),
    date: dateOf(document, room),
    text: textOf(document),
    open: openSince(document, room),
    custody: card?.custody ?? null,
    claims: room.mentions.get(id)?.claims.length ?? 0,
    entries: card?.entries ?? [],
  };
}

/** The head of the imported document, else what the scenario calls it. */
export function titleOf({ held, card, source, id }: RoomDocument): string {
  return held?.document.title || (card?.title ?? source?.title ?? id);
}

/** The scenario's own name of a document, where its printed heading is another. */
function calledOf(document: RoomDocument): string | null {
  const name = document.card?.title ?? null;
  return name === titleOf(document) ? null : name;
}

/**
 * What a link to a document says: printed headings, such as `Letter From Chairman Khrushchev to
 * President Kennedy`, are alike, so that the scenario's own name of it comes first.
 */
export function linkTitleOf(document: RoomDocument): string {
  return calledOf(document) ?? titleOf(document);
}

/**
 * The kind that the import found, else the one that the scenario says, else, for a source that is
 * one document, that of the source.
 */
export function kindOf({ id, held, card, source }: RoomDocument): DocumentKind {
  const found = held?.document.kind ?? 'document';
  if (found !== 'document') return found;
  const own = id === source?.id ? source.type : null;
  return card?.kind ?? (own === null ? 'document' : KINDS_OF_SOURCES[own]);
}

/** When the document was written or sent. */
function dateOf({ held, card, source }: RoomDocument, room: Room): DateView | null {
  const printed = held?.document.date ?? null;
  if (printed !== null) return documentDate(printed);
  const time = card?.date ?? null;
  return time === null
    ? null
    : recordedDate(time, room.material.places, source?.basis === 'recall');
}

/** Since when anybody may read it: its release, else when its source came out. */
function openSince({ held, card, source }: RoomDocument, room: Room): DateView | null {
  const time = card?.open ?? source?.published ?? null;
  if (time !== null) return recordedDate(time, room.material.places, source?.basis === 'recall');
  if (held === null) return null;
  const { collection, document } = held;
  const published =
    collection.published ?? (collection.type === 'newspaper' ? document.date : null);
  return published === null ? null : documentDate(published);
}

/** Whether the text is here; an entry of a catalogue is none, though it may have remarks. */
export function textOf({ held }: RoomDocument): ShelfEntry['text'] {
  if (held === null) return 'card';
  return held.document.details.type === 'catalogue' ? 'catalogue' : 'held';
}

function placeOf({ card }: RoomDocument, room: Room): string | null {
  const place = card?.place ?? null;
  return room.material.places.find(({ name }) => name === place)?.title ?? place;
}

function named(name: string | null | undefined): readonly string[] {
  return name === null || name === undefined ? [] : [name];
}
