import { civilDay, MS_PER_DAY, MS_PER_MINUTE } from '../../core/time/instant.js';
import { FIRST_CLOCK, LAST_CLOCK } from '../../core/time/zone.js';
import { slugOf } from '../collection-id.js';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentTime,
  type ImportRemark,
  type LibraryDocument,
  type Party,
  type ReadFile,
} from '../document.js';
import { importRemark } from '../import-messages.js';
import type { TextFile } from '../text-document.js';
import { noteOf } from './chicago.js';
import type { CslDate, CslItem, CslName, CslType } from './csl.js';
import { dateWords } from './date-words.js';
import { distinctKeys } from './distinct-keys.js';
import { nameText } from './names.js';
import { parseCslJson } from './read-csl.js';

const KINDS: Readonly<Partial<Record<CslType, DocumentKind>>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'newspaper article',
  article: 'article',
  book: 'book',
  broadcast: 'broadcast',
  chapter: 'chapter',
  interview: 'interview',
  personal_communication: 'letter',
  'post-weblog': 'web page',
  post: 'web page',
  report: 'report',
  review: 'article',
  'review-book': 'article',
  webpage: 'web page',
};

/** Whether a text begins as a list of objects, as CSL-JSON does and no other text that is read. */
export function isReferences(text: string): boolean {
  return /^\s*\[\s*\{/.test(text);
}

/**
 * A bibliography in CSL-JSON as a collection: a card for each item, without a text. Each keeps the
 * item that it was read from, so that it can be cited as it came.
 */
export async function readReferences({ name, file, text }: TextFile): Promise<ReadFile> {
  const read = await parseCslJson(name, text);
  if (read.type === 'faulty') return read;
  const keys = keysOf(read.items);
  const documents = read.items.map((item, i) => documentOf(item, keys[i]!));
  const title = file.name.replace(/\.[^.]*$/, '');
  return {
    type: 'read',
    collection: {
      format: 'backchannel-collection/1',
      id: slugOf(title),
      type: 'plain',
      title,
      editors: [],
      publisher: null,
      publishedAt: null,
      published: null,
      file,
      documents,
      remarks: [...read.remarks.map(toKeys(read.items, keys)), ...vagueDates(read.items, keys)],
    },
  };
}

/** Keys for addresses, unlike each other. */
function keysOf(items: readonly CslItem[]): readonly string[] {
  return distinctKeys(
    items.map(({ id }) => slugOf(id, 60)),
    '-',
  );
}

function toKeys(
  items: readonly CslItem[],
  keys: readonly string[],
): (remark: ImportRemark) => ImportRemark {
  const keyOf = new Map(items.map(({ id }, i) => [id, keys[i]!]));
  return (remark) => ({
    ...remark,
    document: remark.document === null ? null : (keyOf.get(remark.document) ?? null),
  });
}

function vagueDates(items: readonly CslItem[], keys: readonly string[]): readonly ImportRemark[] {
  return items.flatMap((item, i) => {
    const date = dateOf(item);
    if (date === undefined || !('literal' in date)) return [];
    return [importRemark(keys[i]!, 'unread-field', 'issued', date.literal)];
  });
}

function documentOf(item: CslItem, key: string): LibraryDocument {
  const date = dateOf(item);
  return {
    key,
    kind: kindOf(item),
    number: item.number ?? null,
    title: item.title ?? '',
    from: parties(item.author),
    to: parties(item.recipient),
    place: item['event-place'] ?? null,
    date: date === undefined || 'literal' in date ? null : timeOf(date),
    signed: null,
    details: {
      type: 'catalogue',
      entry: noteOf(item),
      subject: null,
      classification: null,
      pages: null,
      archive: item.archive ?? null,
      reference: item,
    },
    blocks: [],
    notes: [],
  };
}

function kindOf({ type, genre }: CslItem): DocumentKind {
  const named = DOCUMENT_KINDS.find((kind) => kind === genre?.toLowerCase());
  return named ?? KINDS[type] ?? 'document';
}

/** When it was written, or else when it came out. */
function dateOf(item: CslItem): CslDate | undefined {
  return item['original-date'] ?? item['event-date'] ?? item.issued;
}

function parties(names: readonly CslName[] | undefined): readonly Party[] {
  return (names ?? []).map((name) => ({ name: nameText(name), key: null }));
}

/** A date that names no clock is those days on any clock of the earth. */
function timeOf(date: Extract<CslDate, { 'date-parts': unknown }>): DocumentTime {
  const [first = [], last = first] = date['date-parts'];
  const local = [first, last].map((parts) =>
    parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-'),
  );
  const single = local[0] === local[1];
  return {
    earliest: firstDay(first) - FIRST_CLOCK * MS_PER_MINUTE,
    latest: lastDayEnd(last) - LAST_CLOCK * MS_PER_MINUTE - 1,
    precision: single ? (['year', 'month', 'day'] as const)[first.length - 1]! : 'interval',
    local: single ? local[0]! : local.join('..'),
    place: null,
    stated: dateWords(date),
    inferred: date.circa === true,
  };
}

function firstDay([year = 0, month = 1, day = 1]: readonly number[]): number {
  return civilDay(year, month, day);
}

function lastDayEnd([year = 0, month, day]: readonly number[]): number {
  if (day !== undefined) return civilDay(year, month ?? 1, day) + MS_PER_DAY;
  const next = month === undefined || month === 12 ? [year + 1, 1] : [year, month + 1];
  return civilDay(next[0]!, next[1]!, 1);
}
