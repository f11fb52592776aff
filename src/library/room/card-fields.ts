import type {
  CatalogueDetails,
  ChapterDetails,
  DocumentDetails,
  EditionDetails,
  HandOver,
  NewspaperDetails,
} from '../document.js';
import type { Room, RoomDocument } from './room.js';
import { shelfEntry } from './shelf-entry.js';
import { documentDate, recordedDate } from './time-words.js';
import type { CardField, DateView } from './views.js';

/** A field before it is known whether there is anything to say. */
type Line = readonly [name: string, value: string | number | null, stated?: string | null];

const HAND_OVERS: Readonly<Record<HandOver['type'], string>> = {
  received: 'Received',
  passed: 'Passed on',
  broadcast: 'Broadcast',
  delivered: 'Delivered',
};

const BASES: Readonly<Record<string, string>> = {
  xml: 'whole, in a marked-up edition',
  page: 'whole, on a page',
  excerpt: 'in part',
  recall: 'not at all: from memory',
};

/**
 * The record card of a document, line by line: what it says of itself, what its kind of source says
 * of its documents, and what the scenario says of the source. Lines without a value are left out.
 */
export function cardFields(document: RoomDocument, room: Room): CardField[] {
  const { held } = document;
  const lines = [
    ...headLines(document, room),
    ...(held === null ? [] : detailLines(held.document.details, document, room)),
    ...sourceLines(document, room),
  ];
  return lines.flatMap(([name, value, stated = null]) => {
    if (value === null || value === '') return [];
    const text = String(value);
    return [{ name, value: text, stated: stated === text ? null : stated }];
  });
}

function headLines(document: RoomDocument, room: Room): Line[] {
  const { kind, number, from, to, place, date } = shelfEntry(document, room);
  const { held, card } = document;
  const printed = held?.document ?? null;
  const newspaper = printed?.details.type === 'newspaper';
  return [
    ['Kind', kind],
    ['Number', number],
    [newspaper ? 'Headline' : 'Title', printed?.title ?? card?.title ?? null],
    // A newspaper has bylines and a dateline in their stead.
    ['From', newspaper ? null : listed(from)],
    ['To', listed(to)],
    ['Place', newspaper ? null : place],
    ['Date', dateText(date), printed?.date?.stated ?? card?.date?.stated ?? null],
    ['Signed', printed?.signed ?? null],
    ...(printed === null ? [['Classification', card?.classification ?? null] as const] : []),
  ];
}

function detailLines(details: DocumentDetails, document: RoomDocument, room: Room): Line[] {
  const classification = document.card?.classification ?? null;
  switch (details.type) {
    case 'edition':
      return editionLines(details, classification, document, room);
    case 'catalogue':
      return catalogueLines(details, classification);
    case 'newspaper':
      return newspaperLines(details);
    case 'chapter':
      return chapterLines(details);
    case 'plain':
      return [['Classification', details.classification ?? classification]];
  }
}

function editionLines(
  details: EditionDetails,
  classification: string | null,
  document: RoomDocument,
  room: Room,
): Line[] {
  return [
    ['Classification', details.classification ?? classification],
    ['Precedence', details.precedence],
    ['Handling', listed(details.handling)],
    ['Telegram number', details.telegram],
    ['Carries', details.carries],
    ...[...details.deliveries, ...details.receipts].map(handOverLine),
    ['Points to', listed(details.crossReferences.map((key) => pointedTo(key, document, room)))],
    ['Note on the source', details.sourceNote],
  ];
}

function handOverLine({ type, at, to, stated }: HandOver): Line {
  const date = dateText(documentDate(at));
  return [HAND_OVERS[type], to === null ? date : `${date}: ${to}`, stated];
}

/** A document that another points to, by the number it is printed under. */
function pointedTo(key: string, { collection }: RoomDocument, room: Room): string {
  const number = room.documents.get(`${collection}/${key}`)?.held?.document.number ?? null;
  return number === null ? key : `document ${number}`;
}

function catalogueLines(details: CatalogueDetails, classification: string | null): Line[] {
  return [
    ['Entry', details.entry],
    ['Subject', details.subject],
    ['Classification', details.classification ?? classification],
    ['Pages', details.pages],
    ['Archive', details.archive],
  ];
}

function newspaperLines(details: NewspaperDetails): Line[] {
  return [
    ['Byline', listed(details.bylines)],
    ['Newspaper', details.newspaper],
    ['Copyright holder', details.copyrightHolder],
    ['Copyright year', details.copyrightYear],
    ['Weekday', details.weekday],
    ['Tag', details.tag],
    ['Section', details.section],
    ['Page', details.page],
    ['Edition', details.edition],
    ['Supplied by', details.source],
    ['Dateline', details.dateline],
    ['Length', details.length],
  ];
}

function chapterLines({ chapter, part, parts, completed }: ChapterDetails): Line[] {
  return [
    ['Chapter', chapter],
    ['Part', `${part} of ${parts}`],
    ['Chapter completed', completed ? 'yes, the page says so' : 'the page does not say so'],
  ];
}

function sourceLines({ source, held, whole }: RoomDocument, room: Room): Line[] {
  const collection = held?.collection ?? null;
  const published = source?.published ?? null;
  const imported = collection?.published ?? null;
  const date =
    published === null
      ? imported && documentDate(imported)
      : recordedDate(published, room.material.places, false);
  const stated = (published ?? imported)?.stated ?? null;
  const container = whole ? null : (source?.title ?? collection?.title ?? null);
  return [
    ['Source', container],
    ['Authors', listed(source?.authors ?? [])],
    ['Editors', listed(collection?.editors ?? [])],
    ['Appeared in', source?.container ?? null],
    ['Publisher', source?.publisher ?? collection?.publisher ?? null],
    ['Place of publication', collection?.publishedAt ?? null],
    ['Published', dateText(date), stated],
    ['How close it stood', source?.standing ?? null],
    ['How it was read', source === null ? null : (BASES[source.basis] ?? source.basis)],
    ['Where it is', source?.where ?? null],
    ['File', collection?.file.name ?? null],
  ];
}

function listed(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join('; ');
}

/** A date with its flag, if that is not the usual one. */
function dateText(date: DateView | null): string | null {
  if (date === null) return null;
  return date.flag === 'stated' ? date.text : `${date.text}, ${date.flag}`;
}
