import type { RecordedTime } from '../../core/time/recorded-time.js';
import type { DocumentCard, SourceCard, SourceType } from '../../scenario/source-criticism.js';
import type { RoomPlace } from '../room/material.js';
import type { CslDate, CslItem, CslName } from './csl.js';
import { recordedDate } from './dates.js';
import { addressOf, capitalised, genreOf, itemWith, TYPES, volumeFields } from './item-fields.js';
import { personOrBody } from './names.js';
import type { CardSubject } from './subject.js';

/** A source of these types prints documents; a key in any other is a place in one document. */
const PRINTS_DOCUMENTS = new Set<SourceType | null>(['edition', 'book']);

/** A document of which there is a card only, as an item. */
export function cardItem(carded: CardSubject): CslItem {
  const { card, source } = carded;
  const printed = card.key !== null && PRINTS_DOCUMENTS.has(source.type);
  return printed ? printedItem(carded) : singleItem(carded);
}

function printedItem({ id, card, source, places }: CardSubject): CslItem {
  return itemWith(id, 'chapter', {
    text: {
      title: titleOf(card),
      genre: card.kind ?? null,
      number: numberOf(card),
      'event-place': placeTitle(card.place, places),
      ...volumeFields(source.title),
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

function singleItem({ id, card, source, places }: CardSubject): CslItem {
  const kind = card.kind ?? source.type ?? 'document';
  return itemWith(id, TYPES[kind], {
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

/** A place of the scenario by its title; any other as the card has it. */
function placeTitle(place: string | null, places: readonly RoomPlace[]): string | null {
  return places.find(({ name }) => name === place)?.title ?? place;
}

function dated(time: RecordedTime | null, places: readonly RoomPlace[]): CslDate | undefined {
  if (time === null) return undefined;
  return recordedDate(time, places.find(({ name }) => name === time.place)?.zone ?? null);
}
