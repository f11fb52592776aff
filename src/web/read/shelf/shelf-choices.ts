import type { CollectionView, ShelfEntry } from '../../../protocol/reading.js';
import { peopleOf } from './shelf-rows.js';

/** A value to choose, and on how many documents it stands. */
export interface Choice {
  readonly value: string;
  /** What it is called in a list; the value itself where it needs no other name. */
  readonly title: string;
  readonly documents: number;
}

/** What the filters of a shelf can be set to, from what stands on it. */
export interface ShelfChoices {
  readonly kinds: readonly Choice[];
  readonly places: readonly Choice[];
  readonly people: readonly Choice[];
  readonly collections: readonly Choice[];
}

/** The kinds, places, people and collections of a shelf, the most frequent first. */
export function choicesOf(
  entries: readonly ShelfEntry[],
  collections: readonly CollectionView[],
): ShelfChoices {
  const titles = new Map(collections.map(({ id, title }) => [id, `${id}: ${title}`]));
  return {
    kinds: counted(entries.map(({ kind }) => kind)),
    places: counted(entries.flatMap(({ place }) => (place === null ? [] : [place]))),
    people: counted(entries.flatMap((entry) => [...new Set(peopleOf(entry))])),
    collections: counted(entries.map(({ collection }) => collection)).map((choice) => ({
      ...choice,
      title: titles.get(choice.value) ?? choice.title,
    })),
  };
}

function counted(values: readonly string[]): readonly Choice[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, documents]) => ({ value, title: value, documents }))
    .toSorted(
      (one, other) => other.documents - one.documents || (one.value < other.value ? -1 : 1),
    );
}
