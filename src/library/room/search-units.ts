import type { Inline } from '../document.js';
import type { Room, RoomDocument } from './room.js';
import { titleOf } from './shelf-entry.js';

/** A stretch of a document that is looked through by itself. */
export interface SearchUnit {
  /** The document's id. */
  readonly document: string;
  /** The block or note it belongs to; null for the card. */
  readonly block: string | null;
  readonly text: string;
}

/** Longer blocks are cut, so that the place of a find is never far to seek. */
const MOST_CHARACTERS = 2000;

/** Everything that can be found in a room: the card of each document, its blocks, its notes. */
export function searchUnits(room: Room): SearchUnit[] {
  return [...room.documents.values()].flatMap(unitsOf);
}

function unitsOf(document: RoomDocument): SearchUnit[] {
  const held = document.held?.document;
  const pieces = [...(held?.blocks ?? []), ...(held?.notes ?? [])];
  const texts = pieces.flatMap(({ id, inlines }) =>
    cut(plainText(inlines)).map((text) => ({ document: document.id, block: id, text })),
  );
  const cards = cut(cardText(document)).map((text) => ({
    document: document.id,
    block: null,
    text,
  }));
  return [...cards, ...texts];
}

/** What stands on the card, the title first, as one text to be found and quoted. */
function cardText(document: RoomDocument): string {
  const { card, held } = document;
  const printed = held?.document ?? null;
  const people = [...(printed?.from ?? []), ...(printed?.to ?? [])].map(({ name }) => name);
  const details = printed?.details;
  return [
    titleOf(document),
    card?.title ?? null,
    card?.gist ?? null,
    ...people,
    card?.from ?? null,
    card?.to ?? null,
    printed?.place ?? null,
    printed?.signed ?? null,
    details?.type === 'catalogue' ? details.entry : null,
    details?.type === 'newspaper' ? details.newspaper : null,
  ]
    .filter((line, i, lines) => line !== null && line !== '' && lines.indexOf(line) === i)
    .join(' · ');
}

/** The words of a block as they are read, without marks of notes and pages. */
function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.type === 'text' || inline.type === 'reference' ? inline.text : ''))
    .join('');
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > MOST_CHARACTERS) {
    const space = rest.lastIndexOf(' ', MOST_CHARACTERS);
    const at = space > 0 ? space : MOST_CHARACTERS;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest.trim() === '' ? pieces : [...pieces, rest];
}
