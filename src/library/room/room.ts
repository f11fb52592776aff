import type { DocumentCard, SourceCard } from '../../scenario/source-criticism.js';
import type { Collection, LibraryDocument } from '../document.js';
import type { RoomMaterial } from './material.js';
import { mentionsOf, type Mentions } from './mentions.js';

/** A reading room with every document in its place. */
export interface Room {
  readonly material: RoomMaterial;
  readonly collections: readonly RoomCollection[];
  /** By the id that addresses name it by: `F06/d65`, `MAL28`. */
  readonly documents: ReadonlyMap<string, RoomDocument>;
  /** What is said of each document, by its id. */
  readonly mentions: ReadonlyMap<string, Mentions>;
}

/** A source of the scenario, or files of the reader's that are none, with their documents. */
export interface RoomCollection {
  readonly id: string;
  readonly source: SourceCard | null;
  /** The files that were imported of it: one volume, or parts of a chapter in their order. */
  readonly imported: readonly Collection[];
  readonly documents: readonly RoomDocument[];
}

/** A document that the scenario speaks of, that the reader imported, or both. */
export interface RoomDocument {
  readonly id: string;
  readonly collection: string;
  readonly source: SourceCard | null;
  readonly card: DocumentCard | null;
  readonly held: HeldDocument | null;
  /** Whether it is its source as a whole, beside documents of that source. */
  readonly whole: boolean;
}

export interface HeldDocument {
  readonly collection: Collection;
  readonly document: LibraryDocument;
}

/** Puts every document of a scenario and of the reader's library in its place. */
export function openRoom(material: RoomMaterial): Room {
  const taken = new Set<Collection>();
  const ofSources = material.criticism.sources.map((source) => {
    const imported = importedOf(source, material.collections);
    for (const collection of imported) taken.add(collection);
    const cards = material.criticism.documents.filter((card) => card.source === source.id);
    return sourceCollection(source, imported, cards);
  });
  const others = material.collections.filter((collection) => !taken.has(collection));
  const collections = [...ofSources, ...readerCollections(others)];
  const documents = new Map<string, RoomDocument>();
  for (const document of collections.flatMap((collection) => collection.documents)) {
    if (!documents.has(document.id)) documents.set(document.id, document);
  }
  return { material, collections, documents, mentions: mentionsOf(material.criticism, documents) };
}

/** A chapter is one source, however many of its parts are here. */
function importedOf(source: SourceCard, collections: readonly Collection[]): Collection[] {
  const wanted = source.collection;
  if (wanted === null) return [];
  const stems = new Set([wanted, stemOf(wanted)]);
  return collections
    .filter(({ id, type }) => id === wanted || (type === 'chapter' && stems.has(stemOf(id))))
    .toSorted((a, b) => partOf(a) - partOf(b));
}

/** The id of a chapter without its part. */
function stemOf(id: string): string {
  return id.replace(/-\d+$/, '');
}

function partOf({ documents }: Collection): number {
  const details = documents[0]?.details;
  return details?.type === 'chapter' ? details.part : 0;
}

function sourceCollection(
  source: SourceCard,
  imported: readonly Collection[],
  cards: readonly DocumentCard[],
): RoomCollection {
  const base = { collection: source.id, source };
  const byKey = new Map(cards.map((card) => [card.key, card]));
  const main = mainOf(source, imported);
  const held = imported.flatMap((collection) =>
    collection.documents.map((document): RoomDocument => {
      const key = collection === main && isSingle(collection) ? null : document.key;
      const id = key === null ? source.id : `${source.id}/${key}`;
      const card = byKey.get(key) ?? null;
      return { ...base, id, card, held: { collection, document }, whole: false };
    }),
  );
  const placed = new Set(held.map(({ card }) => card));
  const unheld = cards.filter((card) => !placed.has(card)).toSorted(byNaturalKey);
  const keyed = held.some(({ id }) => id !== source.id) || unheld.some(({ key }) => key !== null);
  const onCards = unheld.map((card): RoomDocument => {
    const id = card.key === null ? source.id : `${source.id}/${card.key}`;
    return { ...base, id, card, held: null, whole: card.key === null && keyed };
  });
  return { id: source.id, source, imported, documents: inOrder(held, onCards) };
}

/**
 * Which of the files is the source itself: the one that it names, or of a chapter named without its
 * part the last that is here. Other parts stand beside it.
 */
function mainOf({ collection }: SourceCard, imported: readonly Collection[]): Collection | null {
  const named = imported.find(({ id }) => id === collection) ?? null;
  const wantsPart = collection !== null && stemOf(collection) !== collection;
  return named ?? (wantsPart ? null : (imported.at(-1) ?? null));
}

/** Whether a file is one text, which then goes by the name of the file; a list of one is a list. */
function isSingle({ type, documents: [first, second] }: Collection): boolean {
  return type !== 'edition' && first?.details.type !== 'catalogue' && second === undefined;
}

/** A source as a whole stands before its documents, and cards after the texts that are held. */
function inOrder(
  held: readonly RoomDocument[],
  onCards: readonly RoomDocument[],
): readonly RoomDocument[] {
  const documents = [...onCards.filter(({ whole }) => whole), ...held];
  return [...documents, ...onCards.filter(({ whole }) => !whole)];
}

function byNaturalKey(a: DocumentCard, b: DocumentCard): number {
  return naturalOrder(a.key ?? '', b.key ?? '');
}

/** Orders `d9` before `d65` and `d273` before `d273A`. */
function naturalOrder(a: string, b: string): number {
  const [numberA, numberB] = [a, b].map((key) => Number(/\d+/.exec(key)?.[0] ?? 0));
  if (numberA !== numberB) return numberA! - numberB!;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Files that no source of the scenario is: each a collection of its own, chapters with all parts.
 */
function readerCollections(collections: readonly Collection[]): RoomCollection[] {
  const groups = new Map<string, Collection[]>();
  for (const collection of collections) {
    const { id, type } = collection;
    const group = type === 'chapter' ? stemOf(id) : id;
    groups.set(group, [...(groups.get(group) ?? []), collection]);
  }
  return [...groups].map(([id, files]) => {
    const imported = files.toSorted((a, b) => partOf(a) - partOf(b));
    const documents = imported.flatMap((collection) =>
      collection.documents.map((document): RoomDocument => {
        const held = { collection, document };
        const own = isSingle(collection) ? collection.id : `${collection.id}/${document.key}`;
        return { id: own, collection: id, source: null, card: null, held, whole: false };
      }),
    );
    return { id, source: null, imported, documents };
  });
}
