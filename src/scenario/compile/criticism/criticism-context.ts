import type { DispatchEntry, Entry } from '../../../core/parts/record.js';
import type { Program } from '../../../core/program.js';
import type { RecordedTime } from '../../../core/time/recorded-time.js';
import type { Zone } from '../../../core/time/zone.js';
import { parseCite } from '../../cite.js';
import type { Report } from '../../reading/report.js';
import { inside, type Spot } from '../../reading/source-file.js';
import type { RoughTimeRow } from '../../schema/fields.js';
import { nearestName } from '../../text/nearest-name.js';
import { parseWrittenTime } from '../../text/recorded-time-text.js';
import { reportTime } from '../record/record-context.js';

/** What the compiler of source criticism works with. */
export interface CriticismContext {
  readonly report: Report;
  /** The record that the sources speak of. */
  readonly program: Program;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly zones: ReadonlyMap<string, Zone>;
  /** What can be named, by its kind; rows at fault are among them. */
  readonly known: Readonly<Record<KnownKind, ReadonlySet<string>>>;
}

export type KnownKind = 'source' | 'account' | 'claim';

/** Reports a name that nothing bears, with the one that was perhaps meant. */
function reportUnknown(
  { report }: CriticismContext,
  kind: string,
  name: string,
  known: readonly string[],
  spot: Spot,
): void {
  report(spot, 'unknown-name', kind, name, nearestName(name, known), known);
}

/** Whether a source, account or claim is there; reports one that is not. */
export function isKnown(c: CriticismContext, kind: KnownKind, name: string, spot: Spot): boolean {
  if (c.known[kind].has(name)) return true;
  reportUnknown(c, kind, name, [...c.known[kind]], spot);
  return false;
}

/** Citations as written; reports those that are none, or name a source that is not there. */
export function citesAt(
  c: CriticismContext,
  cites: readonly string[],
  spot: Spot,
): readonly string[] {
  for (const [i, cite] of cites.entries()) {
    const parts = parseCite(cite);
    if (parts.length === 0) c.report(inside(spot, i), 'bad-cite', cite);
    for (const { source } of parts) isKnown(c, 'source', source, inside(spot, i));
  }
  return cites.map((cite) => cite.trim());
}

/** The same for a field that may not be empty. */
export function someCitesAt(
  c: CriticismContext,
  cites: readonly string[],
  spot: Spot,
): readonly string[] {
  if (cites.length === 0) c.report(spot, 'empty-list', 'cites');
  return citesAt(c, cites, spot);
}

/** Names of a list that are there, each once; reports the others. */
export function eachKnown(
  c: CriticismContext,
  names: readonly string[] | undefined,
  isThere: (name: string, spot: Spot) => boolean,
  spot: Spot,
): string[] {
  const found = new Set<string>();
  for (const [i, name] of (names ?? []).entries()) {
    if (found.has(name)) c.report(inside(spot, i), 'named-twice', name);
    else if (isThere(name, inside(spot, i))) found.add(name);
  }
  return [...found];
}

/** Whether an entry of the record is there; reports an id that is not. */
export function isEntry(c: CriticismContext, id: string, spot: Spot): boolean {
  if (c.entries.has(id)) return true;
  reportUnknown(c, 'entry', id, [...c.entries.keys()], spot);
  return false;
}

/** A dispatch of the record by its id, or null; reports an id that is not there, or no dispatch. */
export function dispatchAt(c: CriticismContext, id: string, spot: Spot): DispatchEntry | null {
  const entry = c.entries.get(id);
  if (entry?.type === 'dispatch') return entry;
  if (entry !== undefined) c.report(spot, 'other-kind', id, entry.type, ['dispatch']);
  else {
    const dispatches = c.program.entries.filter(({ type }) => type === 'dispatch');
    const known = dispatches.map((dispatch) => dispatch.id);
    reportUnknown(c, 'dispatch', id, known, spot);
  }
  return null;
}

/** A time that may be as rough as a year, or null where it is absent or at fault. */
export function roughTimeAt(
  c: CriticismContext,
  row: RoughTimeRow | undefined,
  spot: Spot,
): RecordedTime | null {
  if (row === undefined) return null;
  const isMapping = typeof row === 'object';
  const text = String(isMapping ? row.at : row);
  const at = isMapping ? inside(spot, 'at') : spot;
  const result = parseWrittenTime(text, c.zones, 'years');
  if (result.type !== 'time') {
    reportTime(c, text, result, at, 'bad-rough-time');
    return null;
  }
  const { earliest, latest, nominal, precision, place } = result.time;
  const stated = isMapping ? row.stated : undefined;
  return {
    // What is only known to be no later is no earlier than the crisis.
    earliest: earliest ?? Math.min(c.program.opens, latest),
    latest,
    placed: nominal,
    precision,
    estimated: false,
    ...(place === null ? {} : { place }),
    ...(stated === undefined ? {} : { stated }),
  };
}
