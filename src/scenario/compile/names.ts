import { keyOf, type Spot } from '../reading/source-file.js';
import type { Report } from '../reading/report.js';
import { nearestName } from '../text/nearest-name.js';

/** The kinds of thing that a scenario names, each with the section that declares it. */
export const SECTIONS = {
  place: 'places',
  side: 'sides',
  seat: 'seats',
  relay: 'relays',
  track: 'tracks',
  unknown: 'unknowns',
  channel: 'channels',
  route: 'routes',
  act: 'acts',
  incident: 'incidents',
  routine: 'routines',
  letter: 'letters',
  ending: 'endings',
  milestone: 'milestones',
} as const;
export type NameKind = keyof typeof SECTIONS | 'source';

/** All names of a scenario by kind; an index is a place in the order of declaration. */
export interface NameTable {
  readonly all: (kind: NameKind) => readonly string[];
  /** The index of a name, or −1. */
  readonly find: (kind: NameKind, name: string) => number;
  /** The index of a name at a spot; reports a name that is not there, and gives −1. */
  readonly at: (kind: NameKind, name: string, spot: Spot) => number;
}

/** What is declared, but at fault: of a name of these nothing more is said. */
export interface Broken {
  readonly kinds: ReadonlySet<NameKind>;
  readonly names: ReadonlySet<string>;
}

/** A table of the names that are declared. */
export function nameTable(
  declared: Readonly<Partial<Record<NameKind, readonly string[]>>>,
  broken: Broken,
  report: Report,
): NameTable {
  const indices = new Map<NameKind, Map<string, number>>();
  for (const [kind, names] of Object.entries(declared)) {
    indices.set(kind as NameKind, new Map(names.map((name, index) => [name, index])));
  }
  const all = (kind: NameKind) => declared[kind] ?? [];
  const find = (kind: NameKind, name: string) => indices.get(kind)?.get(name) ?? -1;
  const at = (kind: NameKind, name: string, spot: Spot) => {
    const index = find(kind, name);
    if (index < 0 && !broken.kinds.has(kind) && !broken.names.has(name)) {
      report(spot, 'unknown-name', kind, name, nearestName(name, all(kind)), all(kind));
    }
    return index;
  };
  return { all, find, at };
}

/** A field that names at most one thing: its index, or −1 where the field is absent. */
export function optionalName(
  names: NameTable,
  kind: NameKind,
  name: string | undefined,
  spot: Spot,
): number {
  return name === undefined ? -1 : names.at(kind, name, spot);
}

/** The indices of several names, each allowed once. */
export function namesAt(
  names: NameTable,
  kind: NameKind,
  wanted: readonly string[],
  spotOfItem: (index: number) => Spot,
  report: Report,
): number[] {
  const found: number[] = [];
  for (const [i, name] of wanted.entries()) {
    const index = names.at(kind, name, spotOfItem(i));
    if (index >= 0 && found.includes(index)) report(keyOf(spotOfItem(i)), 'named-twice', name);
    else if (index >= 0) found.push(index);
  }
  return found;
}
