import { isCivilDate } from '../../core/time/instant.js';
import { MOST_DOCUMENTS, type ImportFault, type ImportRemark } from '../document.js';
import { importFault, importRemark } from '../import-messages.js';
import {
  CSL_DATE_FIELDS,
  CSL_NAME_FIELDS,
  CSL_TEXT_FIELDS,
  CSL_TYPES,
  oneLine,
  type CslDate,
  type CslItem,
  type CslName,
  type CslType,
} from './csl.js';
import { loadCitationJs } from './load-citation-js.js';

/** The items of a bibliography, with what was left out of them, by the item's id. */
export type ReadCsl =
  | {
      readonly type: 'read';
      readonly items: readonly CslItem[];
      readonly remarks: readonly ImportRemark[];
    }
  | { readonly type: 'faulty'; readonly faults: readonly ImportFault[] };

type Row = Readonly<Record<string, unknown>>;

/** Fields by the names that older files and Zotero give them. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  event: 'event-title',
  shortTitle: 'title-short',
};

/** An item of a bibliography has five. */
const MOST_LEVELS = 100;

const KEPT = new Set<string>([...CSL_TEXT_FIELDS, ...CSL_NAME_FIELDS, ...CSL_DATE_FIELDS]);

/**
 * Reads CSL-JSON: a list of items, each with an id, a type of CSL and a title. The text is data and
 * nothing else: no address in it is fetched, no identifier looked up, nothing evaluated. A field
 * that is not what CSL-JSON has there is left out, and a remark says so.
 */
export async function parseCslJson(name: string, text: string): Promise<ReadCsl> {
  const parsed = parsedJson(name, text.replace(/^\uFEFF/, ''));
  if (parsed.type === 'faulty') return parsed;
  const faults = faultsOf(name, parsed.value);
  if (faults.length > 0) return { type: 'faulty', faults };
  if (isNestedDeeper(parsed.value, MOST_LEVELS)) return tooDeep(name);
  const { input } = await loadCitationJs();
  const rows = parsed.value as readonly Row[];
  const read = rows.map((row) => readItem(row, (item) => input.util.clean([item])[0] ?? {}));
  return {
    type: 'read',
    items: read.map(({ item }) => item),
    remarks: [...unkeptFields(rows), ...read.flatMap(({ remarks }) => remarks)],
  };
}

function parsedJson(
  file: string,
  text: string,
): { readonly type: 'json'; readonly value: unknown } | Extract<ReadCsl, { type: 'faulty' }> {
  try {
    return { type: 'json', value: JSON.parse(text) };
  } catch (error) {
    const reason = (error as SyntaxError).message;
    const place = { file, ...placeIn(text, reason) };
    return { type: 'faulty', faults: [importFault(place, 'bad-json', firstWords(reason))] };
  }
}

/** Where the parser stopped, as it says itself: `… in JSON at position 12`. */
function placeIn(text: string, reason: string): { line: number | null; column: number | null } {
  const position = /at position (\d+)/.exec(reason)?.[1];
  if (position === undefined) return { line: null, column: null };
  const before = text.slice(0, Number(position));
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The parser's reason without the piece of the file that it repeats. */
function firstWords(reason: string): string {
  return oneLine(reason.split(/, ?(?:\.\.\.)?"| in JSON| is not valid/)[0] ?? '');
}

/** Goes through a value level by level: a function for each would run out of stack. */
function isNestedDeeper(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= levels && level.length > 0; depth += 1) {
    level = level.flatMap((part) =>
      typeof part === 'object' && part !== null ? Object.values(part) : [],
    );
  }
  return level.length > 0;
}

function tooDeep(file: string): ReadCsl {
  const place = { file, line: null, column: null };
  return { type: 'faulty', faults: [importFault(place, 'json-too-deep', MOST_LEVELS)] };
}

function faultsOf(file: string, value: unknown): readonly ImportFault[] {
  const place = { file, line: null, column: null };
  if (!Array.isArray(value)) return [importFault(place, 'not-references')];
  if (value.length === 0) return [importFault(place, 'no-references')];
  if (value.length > MOST_DOCUMENTS) {
    return [importFault(place, 'too-many-documents', MOST_DOCUMENTS)];
  }
  return value.flatMap((row: unknown, i) => {
    const missing = missingIn(row);
    return missing === null ? [] : [importFault(place, 'bad-reference', i + 1, missing)];
  });
}

/** What an item must have and has not. */
function missingIn(row: unknown): 'object' | 'id' | 'type' | 'title' | null {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'object';
  const { id, type, title } = row as Row;
  if (textOf(id) === '') return 'id';
  if (typeof type !== 'string' || type === '') return 'type';
  return textOf(title) === '' ? 'title' : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) : '';
}

/** Fields that no item keeps: said once for the file. */
function unkeptFields(rows: readonly Row[]): readonly ImportRemark[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)).map(nowCalled))]
    .filter((name) => !KEPT.has(name) && !['id', 'type', 'citation-key'].includes(name))
    .toSorted();
  return names.length === 0 ? [] : [importRemark(null, 'unkept-fields', names)];
}

function nowCalled(field: string): string {
  return Object.hasOwn(OTHER_NAMES, field) ? (OTHER_NAMES[field] ?? field) : field;
}

function readItem(
  row: Row,
  clean: (item: Row) => Row,
): { readonly item: CslItem; readonly remarks: readonly ImportRemark[] } {
  const id = textOf(row['id']);
  const given = Object.entries(row).map(([field, value]) => [nowCalled(field), value] as const);
  const wanted = given.filter(([field]) => KEPT.has(field));
  const cleaned = clean({ type: row['type'], ...Object.fromEntries(wanted) });
  const fields = wanted.map(([field]) => [field, readField(field, cleaned[field])] as const);
  const type = typeRead(cleaned['type']);
  const lost = wanted.filter((_, i) => fields[i]![1] === null && !isEmpty(wanted[i]![1]));
  return {
    item: {
      id,
      type: type ?? 'document',
      ...Object.fromEntries(fields.filter(([, value]) => value !== null)),
    },
    remarks: [
      ...(type === null ? [importRemark(id, 'unread-field', 'type', String(row['type']))] : []),
      ...lost.map(([field, value]) => importRemark(id, 'unread-field', field, wording(value))),
    ],
  };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function wording(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '').slice(0, 100);
}

function typeRead(type: unknown): CslType | null {
  return CSL_TYPES.find((known) => known === type) ?? null;
}

function readField(field: string, value: unknown): CslItem[keyof CslItem] | null {
  if (CSL_NAME_FIELDS.some((known) => known === field)) return readNames(value);
  if (CSL_DATE_FIELDS.some((known) => known === field)) return readDate(value);
  return textOf(value) === '' ? null : textOf(value);
}

function readNames(value: unknown): readonly CslName[] | null {
  if (!Array.isArray(value)) return null;
  const names = (value as readonly Row[]).flatMap((name) => readName(name) ?? []);
  return names.length === 0 ? null : names;
}

function readName(row: Row): CslName | null {
  const family = ['dropping-particle', 'non-dropping-particle', 'family']
    .map((part) => textOf(row[part]))
    .filter((part) => part !== '')
    .join(' ');
  const [given, suffix, literal] = ['given', 'suffix', 'literal'].map((part) => textOf(row[part]));
  if (family !== '' && given !== undefined && given !== '') {
    return suffix === undefined || suffix === '' ? { family, given } : { family, given, suffix };
  }
  const whole = [literal, given, family].find((part) => part !== undefined && part !== '');
  return whole === undefined ? null : { literal: whole };
}

function readDate(value: unknown): CslDate | null {
  if (typeof value !== 'object' || value === null) return null;
  const row = value as Row;
  const groups = row['date-parts'];
  if (!Array.isArray(groups)) {
    const literal = textOf(row['literal'] ?? row['raw']);
    return literal === '' ? null : { literal };
  }
  const ends = (groups as readonly (readonly number[])[]).filter((parts) => parts.length > 0);
  if (!isSpan(ends)) return null;
  const circa = [true, 1, '1', 'true'].includes(row['circa'] as never);
  return { 'date-parts': ends, ...(circa ? { circa: true as const } : {}) };
}

/** One date, or two of which the second is not before the first. */
function isSpan(ends: readonly (readonly number[])[]): boolean {
  const [first, last] = ends;
  if (first === undefined || ends.length > 2 || !ends.every(isDate)) return false;
  return last === undefined || sortable(first) <= sortable(last);
}

/** Not the first and last year of the calendar: on some clocks they begin or end outside it. */
function isDate(parts: readonly number[]): boolean {
  const [year = 0, month = 1, day = 1] = parts;
  return parts.length <= 3 && year > 0 && year < 9999 && isCivilDate(year, month, day);
}

function sortable([year = 0, month = 0, day = 0]: readonly number[]): number {
  return (year * 13 + month) * 32 + day;
}
