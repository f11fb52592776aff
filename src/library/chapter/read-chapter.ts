import { slugOf } from '../collection-id.js';
import type { ImportFault, ImportRemark, LibraryDocument, ReadFile } from '../document.js';
import { importFault, importRemark } from '../import-messages.js';
import type { TextFile } from '../text-document.js';
import { paragraphBlocks, paragraphsOf, singleDocument } from '../text-document.js';
import type { ChapterPage } from './page-lines.js';
import { readPage } from './page-lines.js';

/**
 * Reads a part of a chapter, saved as text from a page of a reading site: a heading such as
 * `Chapter 548 A title(2/2)`, the text, and the site's controls above and below, which fall off.
 * The parts of one chapter get ids that differ in their last number only.
 *
 * @returns null where the text is no such page
 */
export function readChapter(source: TextFile): ReadFile | null {
  const page = readPage(source.text);
  if (page === null) return null;
  const { chapter, title, completed } = page;
  const [part, parts] = [page.part ?? 1, page.parts ?? 1];
  const paragraphs = paragraphsOf(page.text);
  const fault = faultOf(source, part, parts, paragraphs.length);
  if (fault !== null) return { type: 'faulty', faults: [fault] };

  const key = String(part);
  const document: LibraryDocument = {
    key,
    kind: 'chapter',
    number: String(chapter),
    title,
    from: [],
    to: [],
    place: null,
    date: null,
    signed: null,
    details: { type: 'chapter', chapter, part, parts, completed },
    blocks: paragraphBlocks(paragraphs),
    notes: [],
  };
  const collection = {
    id: `${slugOf(`chapter ${chapter} ${title}`)}-${part}`,
    type: 'chapter',
    title: `Chapter ${chapter} ${title} (${part}/${parts})`,
    publisher: null,
    published: null,
  } as const;
  const remarks = remarksOn(page, key);
  return { type: 'read', collection: singleDocument(source, collection, document, remarks) };
}

function faultOf(
  { name }: TextFile,
  part: number,
  parts: number,
  paragraphs: number,
): ImportFault | null {
  const place = { file: name, line: null, column: null };
  if (part < 1 || part > parts) return importFault(place, 'impossible-part', part, parts);
  return paragraphs === 0 ? importFault(place, 'no-text') : null;
}

function remarksOn({ part, above }: ChapterPage, key: string): readonly ImportRemark[] {
  const unpaged = part === null ? [importRemark(key, 'unpaged-chapter')] : [];
  const leftOut = above.map((line) => importRemark(key, 'left-out-line', line));
  return [...unpaged, ...leftOut];
}
