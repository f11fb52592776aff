import type { ReplayView } from '../../protocol/replay.js';
import type { Scene } from '../knowledge/scene.js';
import type { Selection } from '../shell/address.js';
import { instant } from '../time/instant.js';
import type { Point } from './geometry.js';
import { laneAt, lanesOf } from './lanes.js';
import type { SheetOfPaper } from './sheet-of-paper.js';

/** Something that stands so near to another on paper that a pointer may not tell them apart. */
export interface Neighbour {
  readonly selection: Selection;
  readonly title: string;
}

interface Standing extends Neighbour {
  readonly at: number;
  readonly lane: string | undefined;
}

/** What stands within `reach` ms of the selected thing, on the same lane. */
export function neighboursOf(
  view: Pick<ReplayView, 'lanes' | 'places' | 'seats'>,
  scene: Scene,
  selection: Selection,
  reach: number,
): readonly Neighbour[] {
  const all = standings(view, scene);
  const own = all.find((other) => same(other.selection, selection));
  if (own === undefined) return [];
  return all.filter(
    ({ selection: other, at, lane }) =>
      !same(other, selection) && lane === own.lane && Math.abs(at - own.at) <= reach,
  );
}

/** The letter or mark whose own point is nearest to a pointer and in its reach, if there is one. */
export function nearestTo(sheet: SheetOfPaper, pointer: Point, reach: number): Selection | null {
  const points = [
    ...sheet.letters.flatMap(({ item, departure }) =>
      item.partial ? [] : [{ type: 'letter' as const, id: item.letter.id, ...departure }],
    ),
    ...sheet.marks.map(({ item, x, y }) => ({ type: 'mark' as const, id: item.mark.id, x, y })),
  ];
  const near = points
    .map(({ type, id, x, y }) => ({ type, id, far: Math.hypot(x - pointer.x, y - pointer.y) }))
    .filter(({ far }) => far <= reach)
    .toSorted((a, b) => a.far - b.far)[0];
  return near === undefined ? null : { type: near.type, id: near.id };
}

function standings(
  view: Pick<ReplayView, 'lanes' | 'places' | 'seats'>,
  { letters, marks }: Scene,
): readonly Standing[] {
  const lanes = lanesOf(view);
  const homes = new Map(view.seats.map(({ name, place }) => [name, place]));
  return [
    ...letters
      .filter(({ partial }) => !partial)
      .map(({ letter, legs }) => {
        const first = legs.find(({ leg }) => leg.leg === 0)?.leg;
        const place = first?.from.place ?? homes.get(letter.from) ?? '';
        return {
          selection: { type: 'letter', id: letter.id } as const,
          title: letter.title,
          at: instant((first ?? letter).sent.placed),
          lane: laneAt(lanes, place)?.name,
        };
      }),
    ...marks.map(({ mark }) => ({
      selection: { type: 'mark', id: mark.id } as const,
      title: mark.title,
      at: instant(mark.at.placed),
      lane: laneAt(lanes, mark.place)?.name,
    })),
  ];
}

function same(a: Selection, b: Selection): boolean {
  return a.type === b.type && a.id === b.id;
}
