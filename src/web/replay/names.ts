import type { ReplayView } from '../../protocol/replay.js';

/** Titles of the seats, sides, places and channels that a view speaks of by name. */
export interface Names {
  readonly seat: (name: string) => string;
  readonly seats: (names: readonly string[]) => string;
  readonly party: (name: string) => string;
  readonly place: (name: string) => string;
  readonly viewpoint: string;
}

/** The titles of one view; a name without a title is written with spaces. */
export function namesOf(view: ReplayView): Names {
  const seats = new Map(view.seats.map(({ name, title }) => [name, title]));
  const sides = new Map(view.sides.map(({ name, title }) => [name, title]));
  const places = new Map(view.places.map(({ name, title }) => [name, title]));
  const seat = (name: string) => seats.get(name) ?? plain(name);
  return {
    seat,
    seats: (names) => names.map(seat).join(', '),
    party: (name) => sides.get(name) ?? seat(name),
    place: (name) => places.get(name) ?? plain(name),
    viewpoint: view.as === 'truth' ? 'the truth' : seat(view.as),
  };
}

/** A name of the scenario file as words. */
export function plain(name: string): string {
  return name.replaceAll('_', ' ');
}
