import { nameHash } from '../../core/chance/name-hash.js';
import { identityNames } from '../../core/plan.js';
import type { Program } from '../../core/program.js';
import { BUILTINS } from '../../core/world/expression.js';
import { FUNCTIONS } from '../expressions/translate.js';
import { keyOf, spotOf, type SourceFile } from '../reading/source-file.js';
import type { Report } from '../reading/report.js';
import { UNITS, UNIT_WORDS } from '../text/duration.js';
import { isName } from '../text/name-form.js';
import { SECTIONS } from './names.js';

type Kind = keyof typeof SECTIONS;
type Declared = Readonly<Record<string, readonly string[]>>;

/** Kinds whose names stand in one place, so that a name of two of them would be ambiguous. */
const FAMILIES: readonly (readonly Kind[])[] = [
  ['track', 'unknown'],
  ['seat', 'relay'],
  ['act', 'letter', 'incident', 'routine'],
  ['channel', 'route'],
];

/** Names whose meaning is given, by the kinds that may not use them. */
function reservedUse(kind: Kind, name: string): string | null {
  if (kind === 'track' || kind === 'unknown') {
    return reservedWord(name);
  }
  return name === 'everyone' ? 'the word for all seats' : null;
}

/** What a name means in every expression, or null where it is free. */
export function reservedWord(name: string): string | null {
  if ((BUILTINS as readonly string[]).includes(name)) return 'a built-in of expressions';
  if (Object.hasOwn(FUNCTIONS, name)) return 'a function of expressions';
  if (Object.hasOwn(UNITS, name) || Object.hasOwn(UNIT_WORDS, name)) return 'a unit of time';
  return ['true', 'false', 'null', 'in'].includes(name) ? 'a word of expressions' : null;
}

/** Names that are no names, that are taken, or that two things of one family share. */
export function reportNames(declared: Declared, file: SourceFile, report: Report): void {
  for (const [kind, section] of Object.entries(SECTIONS) as [Kind, string][]) {
    for (const name of declared[kind] ?? []) {
      const spot = keyOf(spotOf(file, [section, name]));
      if (!isName(name)) report(spot, 'bad-name', name);
      const use = reservedUse(kind, name);
      if (use !== null) report(spot, 'reserved-name', name, use);
      const other = earlierInFamily(declared, kind, name);
      if (other !== undefined) report(spot, 'shared-name', name, section, SECTIONS[other]);
    }
  }
}

function earlierInFamily(declared: Declared, kind: Kind, name: string): Kind | undefined {
  const family = FAMILIES.find((kinds) => kinds.includes(kind)) ?? [];
  const before = family.slice(0, Math.max(0, family.indexOf(kind)));
  return before.find((other) => declared[other]?.includes(name));
}

/** Every name of a scenario that can order events (R3), by code point, each once. */
export function eventNames(declared: Declared, ids: readonly string[]): string[] {
  return [...new Set([...ids, ...Object.values(declared).flat()])].toSorted(byCodePoint);
}

/** Reports two texts of identities with one hash: their draws would be one (R4). */
export function reportCollisions(program: Program, file: SourceFile, report: Report): void {
  const byHash = new Map<number, string>();
  for (const name of identityNames(program)) {
    const hash = nameHash(name);
    const twin = byHash.get(hash);
    if (twin !== undefined && twin !== name) report(spotOf(file), 'name-collision', twin, name);
    byHash.set(hash, name);
  }
}

/** Names are of ASCII letters, digits, spaces and _, so that code units are code points. */
function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
