import type { Scene } from '../knowledge/scene.js';
import type { Selection } from '../shell/address.js';
import { instant } from '../time/instant.js';

/** Something that stands so near to another on paper that a pointer may not tell them apart. */
export interface Neighbour {
  readonly selection: Selection;
  readonly title: string;
}

interface Standing extends Neighbour {
  readonly at: number;
  readonly place: string;
}

/** What stands within `reach` ms of the selected thing, on the same lane. */
export function neighboursOf(
  scene: Scene,
  selection: Selection,
  reach: number,
): readonly Neighbour[] {
  const all = standings(scene);
  const own = all.find((other) => same(other.selection, selection));
  if (own === undefined) return [];
  return all.filter(
    ({ selection: other, at, place }) =>
      !same(other, selection) && place === own.place && Math.abs(at - own.at) <= reach,
  );
}

function standings({ letters, marks }: Scene): readonly Standing[] {
  return [
    ...letters.map(({ letter, legs }) => ({
      selection: { type: 'letter', id: letter.id } as const,
      title: letter.title,
      at: instant(letter.sent.placed),
      place: legs[0]?.leg.from.place ?? letter.from,
    })),
    ...marks.map(({ mark }) => ({
      selection: { type: 'mark', id: mark.id } as const,
      title: mark.title,
      at: instant(mark.at.placed),
      place: mark.place,
    })),
  ];
}

function same(a: Selection, b: Selection): boolean {
  return a.type === b.type && a.id === b.id;
}
