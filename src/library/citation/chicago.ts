import { oneLine, type CslItem, type CslName } from './csl.js';
import { dateWords } from './date-words.js';
import { nameText } from './names.js';

/** Types whose title is a part of something larger and so stands in quotation marks. */
const QUOTED = new Set([
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'broadcast',
  'chapter',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'paper-conference',
  'post',
  'post-weblog',
  'review',
  'speech',
  'thesis',
  'webpage',
]);

/** Kinds of document whose titles name writer and reader, and take no quotation marks. */
const UNQUOTED_GENRES =
  /letter|telegram|message|memorandum|statement|communication|note|record|report/;

/**
 * An item as a note of an English text cites it, on one line, without italics (after The Chicago
 * Manual of Style, 18th ed., 2024, chapters 13 and 14; documents of a series of documents as the
 * Office of the Historian asks for them, by number).
 */
export function noteOf(item: CslItem): string {
  const parts = PRINTED_IN.has(item.type) ? printedNote(item) : ownNote(item);
  return `${sentence(parts)}.`.replace(/([.?!])(”?)\.$/, '$1$2');
}

const PRINTED_IN = new Set(['chapter', 'entry', 'paper-conference']);

function printedNote(item: CslItem): readonly string[] {
  const { author, number, 'event-place': place, 'original-date': written } = item;
  const isDocument = isUnquoted(item);
  const container = containerOf(item);
  return [
    isDocument ? '' : people(author),
    titleOf(item),
    place ?? '',
    written === undefined ? '' : dateWords(written),
    item['chapter-number'] === undefined ? '' : `chap. ${item['chapter-number']}`,
    item['part-number'] === undefined ? '' : `part ${item['part-number']}`,
    container === '' ? imprint(item, true) : `in ${container}${imprint(item, false)}`,
    number === undefined ? '' : `doc. ${number}`,
    pages(item),
    item.URL ?? '',
  ];
}

function containerOf(item: CslItem): string {
  const { 'collection-title': series, 'container-title': container, volume, editor } = item;
  const edited = people(editor);
  return [
    series ?? '',
    volume === undefined ? '' : `vol. ${volume}`,
    container ?? '',
    edited === '' ? '' : `ed. ${edited}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function ownNote(item: CslItem): readonly string[] {
  const isBook = item.type === 'book' || item.type === 'report';
  const title = titleOf(item);
  const head =
    isUnquoted(item) && item.type === 'personal_communication' ? '' : people(item.author);
  if (isBook) return [head, `${title}${imprint(item, false)}`, pages(item), item.URL ?? ''];
  return [
    head,
    title,
    item.type === 'article-newspaper' ? '' : (item['event-place'] ?? ''),
    item['container-title'] ?? '',
    item.volume === undefined ? '' : `vol. ${item.volume}`,
    item.issue === undefined ? '' : `no. ${item.issue}`,
    item.publisher ?? '',
    item.issued === undefined ? 'n.d.' : dateWords(item.issued),
    item.edition === undefined ? '' : `${item.edition} ed.`,
    item.section === undefined ? '' : `sec. ${item.section}`,
    pages(item),
    item.URL ?? '',
  ];
}

/** Place, publisher and year: ` (Washington: Government Printing Office, 1996)`. */
function imprint(item: CslItem, alone: boolean): string {
  const { 'publisher-place': place, publisher, issued } = item;
  const house = [place, publisher].filter(Boolean).join(': ');
  const year = issued === undefined ? 'n.d.' : dateWords(issued);
  const words = [house, year].filter(Boolean).join(', ');
  return alone ? words : ` (${words})`;
}

function pages({ page, type }: CslItem): string {
  if (page === undefined) return '';
  return type === 'article-newspaper' || /^\D/.test(page) ? page : `p. ${page}`;
}

function people(names: readonly CslName[] | undefined): string {
  const words = (names ?? []).map(nameText);
  if (words.length > 3) return `${words[0]} et al.`;
  const [last = '', ...before] = words.toReversed();
  if (before.length === 0) return last;
  return `${before.toReversed().join(', ')}${before.length > 1 ? ',' : ''} and ${last}`;
}

function titleOf(item: CslItem): string {
  const title = item.title ?? '';
  if (title === '' || isUnquoted(item) || !QUOTED.has(item.type)) return title;
  const inner = title
    .replaceAll(/"([^"]*)"/g, '‘$1’')
    .replaceAll('“', '‘')
    .replaceAll('”', '’');
  return `“${inner}”`;
}

function isUnquoted({ genre }: CslItem): boolean {
  return genre !== undefined && UNQUOTED_GENRES.test(genre);
}

/** Parts joined by commas; a comma stands inside a closing quotation mark, never after `?`. */
function sentence(parts: readonly string[]): string {
  return parts
    .map(oneLine)
    .filter((part) => part !== '')
    .join(', ')
    .replaceAll('”, ', ',” ')
    .replaceAll(/([?!]),”/g, '$1”');
}
