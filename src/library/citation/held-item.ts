import type { SourceCard } from '../../scenario/source-criticism.js';
import type { DocumentTime, LibraryDocument, Party } from '../document.js';
import { oneLine, type CslDate, type CslItem, type CslName } from './csl.js';
import { documentDate } from './dates.js';
import { addressOf, capitalised, genreOf, itemWith, TYPES, volumeFields } from './item-fields.js';
import { personOrBody } from './names.js';
import type { HeldSubject } from './subject.js';

/** An imported document as an item, by what its kind of file says of it. */
export function heldItem(held: HeldSubject): CslItem {
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

function editionItem({ id, document, collection, source }: HeldSubject): CslItem {
  return itemWith(id, 'chapter', {
    text: {
      title: document.title === '' ? capitalised(document.kind) : document.title,
      genre: document.kind,
      number: document.number,
      'event-place': document.place,
      ...volumeFields(collection.title),
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

function newspaperItem({ id, document, collection, source }: HeldSubject): CslItem {
  const { details } = document;
  if (details.type !== 'newspaper') throw new TypeError(`${id} is no newspaper article`);
  return itemWith(id, 'article-newspaper', {
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

function chapterItem({ id, document, collection, source }: HeldSubject): CslItem {
  const { details } = document;
  if (details.type !== 'chapter') throw new TypeError(`${id} is no chapter`);
  return itemWith(id, 'chapter', {
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

function plainItem({ id, document, collection, source }: HeldSubject): CslItem {
  const { kind } = document;
  return itemWith(id, TYPES[kind], {
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

function names(parties: readonly Party[]): readonly CslName[] {
  return parties.map(({ name }) => ({ literal: oneLine(name) }));
}

function authors(document: LibraryDocument, source: SourceCard | null): readonly CslName[] {
  if (document.from.length > 0) return document.from.map(({ name }) => personOrBody(name));
  return (source?.authors ?? []).map(personOrBody);
}

function stated(time: DocumentTime | null): CslDate | undefined {
  return time === null ? undefined : documentDate(time);
}
