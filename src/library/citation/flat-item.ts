import { CSL_NAME_FIELDS, CSL_TEXT_FIELDS, oneLine, type CslItem, type CslName } from './csl.js';
import { dateWords } from './date-words.js';
import { distinctKeys } from './distinct-keys.js';
import { nameText } from './names.js';

/** Where BibTeX and RIS have room for a document's number, by type; elsewhere it goes to a note. */
const NUMBERED = new Set(['report', 'patent']);

/**
 * An item for a format that knows less than CSL-JSON: one day instead of a range, the number of a
 * printed document as that of a chapter, and a note for all that has no field of its own.
 */
export function flatItem(item: CslItem): CslItem {
  const { number, ...rest } = item;
  const asChapter = item.type === 'chapter' && item['chapter-number'] === undefined;
  const note = [item.note, ...unplaced(item)].filter(Boolean).join('; ');
  return {
    ...rest,
    ...(number !== undefined && NUMBERED.has(item.type) ? { number } : {}),
    ...(number !== undefined && asChapter ? { 'chapter-number': number, genre: 'document' } : {}),
    ...(note === '' ? {} : { note }),
  };
}

function unplaced(item: CslItem): readonly string[] {
  const { genre, number, issued, 'original-date': written, 'event-place': place } = item;
  const recipients = (item.recipient ?? []).map(nameText);
  const vague = issued !== undefined && dateIsVague(issued) ? `dated ${dateWords(issued)}` : '';
  return [
    item.type === 'chapter' ? (genre ?? '') : '',
    number === undefined ? '' : `document ${number}`,
    recipients.length === 0 ? '' : `to ${recipients.join(' and ')}`,
    place ?? '',
    written === undefined ? '' : dateWords(written),
    vague,
  ];
}

function dateIsVague(date: NonNullable<CslItem['issued']>): boolean {
  return 'literal' in date || date.circa === true || date['date-parts'].length > 1;
}

/** The item with every text in it written otherwise; texts that come out empty are left out. */
export function rewritten(item: CslItem, write: (text: string) => string): CslItem {
  const texts = CSL_TEXT_FIELDS.flatMap((field) => {
    const text = item[field];
    return text === undefined
      ? []
      : [[field, field === 'URL' ? oneLine(text) : write(text)] as const];
  });
  const names = CSL_NAME_FIELDS.flatMap((field) => {
    const list = item[field]?.map((name) => rewrittenName(name, write)).filter(hasName) ?? [];
    return [[field, list.length === 0 ? undefined : list] as const];
  });
  const kept = [...texts, ...names].filter(([, value]) => value !== undefined && value !== '');
  const { id, type, issued } = item;
  return { id, type, ...Object.fromEntries(kept), ...(issued === undefined ? {} : { issued }) };
}

function rewrittenName(name: CslName, write: (text: string) => string): CslName {
  if ('literal' in name) return { literal: write(name.literal) };
  const { family, given, suffix } = name;
  const parts = { family: write(family), given: write(given) };
  return suffix === undefined ? parts : { ...parts, suffix: write(suffix) };
}

function hasName(name: CslName): boolean {
  return 'literal' in name ? name.literal !== '' : name.family !== '';
}

/** Keys of the items, unlike each other, of letters, digits and `_`: `F06/d65` gives `F06_d65`. */
export function citationKeys(items: readonly CslItem[]): readonly string[] {
  const plain = ({ id }: CslItem): string =>
    id.replaceAll(/[^A-Za-z0-9]+/g, '_').replaceAll(/^_|_$/g, '') || 'item';
  return distinctKeys(items.map(plain), '_');
}
