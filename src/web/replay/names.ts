import type { LetterView, ReplayView } from '../../protocol/replay.js';

/** Titles of the seats, sides, places and channels that a view speaks of by name. */
export interface Names {
  readonly seat: (name: string) => string;
  /** Whom a letter is for: each by title, or everyone. */
  readonly readers: (letter: Addressed) => string;
  /** Whether a letter is for all seats but its sender's, and these are more than one. */
  readonly isForAll: (letter: Addressed) => boolean;
  readonly party: (name: string) => string;
  readonly place: (name: string) => string;
  readonly viewpoint: string;
}

type Addressed = Pick<LetterView, 'from' | 'to'>;

/** The titles of one view; a name without a title is written with spaces. */
export function namesOf(view: ReplayView): Names {
  const seats = new Map(view.seats.map(({ name, title }) => [name, title]));
  const sides = new Map(view.sides.map(({ name, title }) => [name, title]));
  const places = new Map(view.places.map(({ name, title }) => [name, title]));
  const seat = (name: string) => seats.get(name) ?? plain(name);
  const isForAll = ({ from, to }: Addressed) => {
    const others = view.seats.filter(({ name }) => name !== from);
    return others.length > 1 && others.every(({ name }) => to.includes(name));
  };
  return {
    seat,
    readers: (letter) => (isForAll(letter) ? 'everyone' : letter.to.map(seat).join(', ')),
    isForAll,
    party: (name) => sides.get(name) ?? seat(name),
    place: (name) => places.get(name) ?? plain(name),
    viewpoint: view.as === 'truth' ? 'the truth' : seat(view.as),
  };
}

/** A name of the scenario file as words. */
export function plain(name: string): string {
  return name.replaceAll('_', ' ');
}
