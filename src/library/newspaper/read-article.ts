import { slugOf } from '../collection-id.js';
import type {
  DocumentTime,
  ImportRemark,
  LibraryDocument,
  NewspaperDetails,
  ReadFile,
} from '../document.js';
import { importFault, importRemark } from '../import-messages.js';
import type { TextFile } from '../text-document.js';
import { paragraphBlocks, paragraphsOf, singleDocument, squeezed } from '../text-document.js';
import { placeIn } from '../time/places.js';
import { dayTime } from '../time/stated-time.js';
import type { ArchiveHeader, Label } from './archive-header.js';
import { readHeader, UNKEPT } from './archive-header.js';
import { readArchiveDate } from './archive-date.js';

const KEY = '1';
const LONGEST_TAG = 24;

/**
 * Reads a record of a newspaper's archive, as many American papers kept them: bylines, newspaper
 * and copyright, then fields such as `DATE: TUESDAY, January 7, 1992`, then headline and body. The
 * fields may stand on lines of their own or run together. The date is a day on the clock of the
 * town that the newspaper is named after, if that is known.
 *
 * @returns null where the text is no such record
 */
export function readArticle(source: TextFile): ReadFile | null {
  const header = readHeader(source.text);
  if (header === null) return null;
  const place = { file: source.name, line: null, column: null };
  const { newspaper } = header;
  const [headline, ...body] = textLines(header.below);
  if (newspaper === null) return faulty(importFault(place, 'no-newspaper'));
  if (headline === undefined) return faulty(importFault(place, 'no-headline'));
  const paragraphs = paragraphsOf(body);
  if (paragraphs.length === 0) return faulty(importFault(place, 'no-text'));

  const dated = dateOf(header, newspaper);
  const title = squeezed(headline);
  const document: LibraryDocument = {
    key: KEY,
    kind: 'newspaper article',
    number: null,
    title,
    from: header.bylines.map((name) => ({ name, key: null })),
    to: [],
    place: valueOf(header, 'DATELINE'),
    date: dated.date,
    signed: null,
    details: detailsOf(header, newspaper, dated.weekday),
    blocks: paragraphBlocks(paragraphs),
    notes: [],
  };
  const parts = {
    id: idOf(header, newspaper, dated.date, title),
    type: 'newspaper',
    title,
    publisher: newspaper,
    published: dated.date,
  } as const;
  const remarks = [...dated.remarks, ...remarksOn(header)];
  return { type: 'read', collection: singleDocument(source, parts, document, remarks) };
}

function detailsOf(
  header: ArchiveHeader,
  newspaper: string,
  weekday: string | null,
): NewspaperDetails {
  return {
    type: 'newspaper',
    bylines: header.bylines,
    newspaper,
    copyrightYear: header.copyright?.year ?? null,
    copyrightHolder: header.copyright?.holder ?? null,
    weekday,
    tag: valueOf(header, 'TAG'),
    section: valueOf(header, 'SECTION'),
    page: valueOf(header, 'PAGE'),
    edition: valueOf(header, 'EDITION'),
    source: valueOf(header, 'SOURCE'),
    dateline: valueOf(header, 'DATELINE'),
    length: valueOf(header, 'LENGTH'),
  };
}

interface Dated {
  readonly date: DocumentTime | null;
  readonly weekday: string | null;
  readonly remarks: readonly ImportRemark[];
}

function dateOf(header: ArchiveHeader, newspaper: string): Dated {
  const stated = header.fields.get('DATE') ?? '';
  const written = readArchiveDate(stated);
  if (written === null) {
    const remark = importRemark(KEY, 'unread-field', 'DATE', stated);
    return { date: null, weekday: null, remarks: [remark] };
  }
  const place = placeIn(newspaper);
  const date = dayTime(written.day, { stated, place, inferred: false });
  const remarks = place === null ? [importRemark(KEY, 'unplaced-clock', stated)] : [];
  return {
    date,
    weekday: written.weekday,
    remarks: written.fits ? remarks : [...remarks, importRemark(KEY, 'other-weekday', stated)],
  };
}

function remarksOn(header: ArchiveHeader): readonly ImportRemark[] {
  const unkept = UNKEPT.flatMap((label) => {
    const value = valueOf(header, label);
    return value === null ? [] : [importRemark(KEY, 'unkept-field', label, value)];
  });
  const repeated = header.repeated.map((label) => importRemark(KEY, 'repeated-field', label));
  const missing =
    header.copyright === null ? [importRemark(KEY, 'missing-field', 'Copyright')] : [];
  return [...missing, ...unkept, ...repeated];
}

function valueOf({ fields }: ArchiveHeader, label: Label): string | null {
  const value = fields.get(label);
  return value === undefined || value === '' ? null : value;
}

/** By newspaper, day and tag; where one is missing, the headline keeps articles apart. */
function idOf(
  header: ArchiveHeader,
  newspaper: string,
  date: DocumentTime | null,
  title: string,
): string {
  const tag = valueOf(header, 'TAG');
  const last =
    date === null || tag === null ? slugOf(title, LONGEST_TAG) : slugOf(tag, LONGEST_TAG);
  return [slugOf(newspaper), date?.local ?? 'undated', last].join('-');
}

function textLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first);
}

function faulty(fault: ReturnType<typeof importFault>): ReadFile {
  return { type: 'faulty', faults: [fault] };
}
