import type { SearchHit, ShelfEntry } from '../../../protocol/reading.js';
import type { DocumentMarks } from '../reading-marks.js';
import type { ShelfFilters, ShelfSort } from '../read-address.js';
import { daysOf } from './day.js';
import { opennessOn, type Openness } from './openness.js';

/** A row of the shelf. */
export interface ShelfRow {
  readonly entry: ShelfEntry;
  /** What a search found in it; null where nothing was looked for. */
  readonly hit: SearchHit | null;
  /** On the chosen day; null where none is chosen. */
  readonly openness: Openness | null;
}

/** The shelf narrowed, and what the chosen day keeps from it. */
export interface ShelfSelection {
  readonly rows: readonly ShelfRow[];
  /** Left out as they were sealed on the chosen day. */
  readonly sealed: number;
  /** Left out as nothing had published them by the chosen day. */
  readonly unpublished: number;
  /** Left out by a stretch of days, as they bear no date. */
  readonly undated: number;
}

interface ShelfQuestion {
  readonly filters: ShelfFilters;
  /** Hits of a search, best first; null where nothing is looked for. */
  readonly hits: readonly SearchHit[] | null;
  readonly marksOf: (document: string) => DocumentMarks;
}

/** The documents that the filters leave, in order, and how many are left out for what reason. */
export function selectRows(
  entries: readonly ShelfEntry[],
  { filters, hits, marksOf }: ShelfQuestion,
): ShelfSelection {
  const fitting = found(entries, hits).filter(
    ({ entry }) => fits(entry, filters) && isMarked(marksOf(entry.id), filters),
  );
  const dated = fitting.filter(({ entry }) => isWithin(entry, filters));
  const judged = dated.map((row) => ({ ...row, openness: openness(row.entry, filters.open) }));
  const closed = judged.filter((row) => row.openness === 'not open');
  const sealed = closed.filter(({ entry }) => entry.custody !== null).length;
  const limited = filters.from !== '' || filters.to !== '';
  return {
    rows: sorted(
      judged.filter((row) => row.openness !== 'not open'),
      filters.sort ?? (hits === null ? 'date' : null),
    ),
    sealed,
    unpublished: closed.length - sealed,
    undated: limited ? fitting.filter(({ entry }) => entry.date === null).length : 0,
  };
}

function openness(entry: ShelfEntry, day: string): Openness | null {
  return day === '' ? null : opennessOn(entry.open, day);
}

type FoundRow = Pick<ShelfRow, 'entry' | 'hit'>;

/** Every document, or the found ones in the order of the search. */
function found(
  entries: readonly ShelfEntry[],
  hits: readonly SearchHit[] | null,
): readonly FoundRow[] {
  if (hits === null) return entries.map((entry) => ({ entry, hit: null }));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const rows = new Map<string, FoundRow>();
  for (const hit of hits) {
    const entry = byId.get(hit.id);
    if (entry !== undefined && !rows.has(hit.id)) rows.set(hit.id, { entry, hit });
  }
  return [...rows.values()];
}

function fits(entry: ShelfEntry, filters: ShelfFilters): boolean {
  const { kind, place, collection, person, held, cited } = filters;
  if (kind !== '' && entry.kind !== kind) return false;
  if (place !== '' && entry.place !== place) return false;
  if (collection !== '' && entry.collection !== collection) return false;
  if (held && entry.text !== 'held') return false;
  if (cited && entry.entries.length === 0 && entry.claims === 0) return false;
  const wanted = person.trim().toLowerCase();
  return wanted === '' || peopleOf(entry).some((name) => name.toLowerCase().includes(wanted));
}

function isMarked(marks: DocumentMarks, { unread, favourite }: ShelfFilters): boolean {
  return !(unread && marks.completed) && !(favourite && !marks.favourite);
}

function isWithin({ date }: ShelfEntry, { from, to }: ShelfFilters): boolean {
  if (from === '' && to === '') return true;
  if (date === null) return false;
  const { first, last } = daysOf(date);
  return (from === '' || last >= from) && (to === '' || first <= to);
}

/** Everybody that a document is from or to. */
export function peopleOf({ from, to }: ShelfEntry): readonly string[] {
  return [...from, ...to];
}

function sorted(rows: readonly ShelfRow[], sort: ShelfSort | null): readonly ShelfRow[] {
  if (sort === null) return rows;
  const compare = (one: ShelfRow, other: ShelfRow) =>
    (sort === 'date' ? 0 : inWords(wordFor(one, sort), wordFor(other, sort))) ||
    timeOf(one) - timeOf(other) ||
    endOf(one) - endOf(other);
  return rows.toSorted(compare);
}

function wordFor({ entry }: ShelfRow, sort: 'kind' | 'person'): string {
  return sort === 'kind' ? entry.kind : (peopleOf(entry)[0] ?? '');
}

/** In the order of the alphabet; what has no word comes last. */
function inWords(one: string, other: string): number {
  if (one === '' || other === '') return Number(one === '') - Number(other === '');
  return one.localeCompare(other, 'en');
}

/** The middle of its time: a day on a clock that nobody knows begins before that of any other. */
function timeOf({ entry: { date } }: ShelfRow): number {
  return date === null ? Number.MAX_SAFE_INTEGER : (date.earliest + date.latest) / 2;
}

function endOf({ entry }: ShelfRow): number {
  return entry.date?.latest ?? Number.MAX_SAFE_INTEGER;
}
