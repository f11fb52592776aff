import { slugOf } from '../collection-id.js';
import type {
  Block,
  DocumentKind,
  DocumentTime,
  ImportRemark,
  LibraryDocument,
  ReadFile,
} from '../document.js';
import { DOCUMENT_KINDS } from '../document.js';
import { importFault, importRemark } from '../import-messages.js';
import type { TextFile } from '../text-document.js';
import { paragraphBlocks, paragraphsOf, singleDocument } from '../text-document.js';
import { readHeaderDate } from './header-date.js';
import { isMarkdown, markdownBlocks } from './markdown-blocks.js';
import type { HeaderField, ShortHeader } from './short-header.js';
import { readShortHeader } from './short-header.js';

const KEY = '1';

/** A value of the header, and what to say where it cannot be read. */
interface ReadValue<T> {
  readonly value: T;
  readonly remarks: readonly ImportRemark[];
}

interface Body {
  /** The heading that the text begins with; null where it has none. */
  readonly heading: string | null;
  readonly blocks: readonly Block[];
  readonly remarks: readonly ImportRemark[];
}

/**
 * Reads plain text or Markdown as one document. A short header may say its title, author or from,
 * to, place, date, kind and classification; without a title, the first heading of Markdown is one,
 * else the file's name.
 */
export function readPlain(source: TextFile): ReadFile {
  const read = readShortHeader(source);
  if (read.type === 'faulty') return { type: 'faulty', faults: [read.fault] };
  const { header } = read;
  const body = readBody(header, first(header, 'title') === null);
  if (body.blocks.length === 0) {
    const place = { file: source.name, line: null, column: null };
    return { type: 'faulty', faults: [importFault(place, 'no-text')] };
  }
  const title = first(header, 'title') ?? body.heading ?? stem(source.file.name);
  const kind = readKind(first(header, 'kind'));
  const date = readDate(first(header, 'date'), first(header, 'place'));
  const document: LibraryDocument = {
    key: KEY,
    kind: kind.value,
    number: null,
    title,
    from: parties(header, header.values.has('from') ? 'from' : 'author'),
    to: parties(header, 'to'),
    place: first(header, 'place'),
    date: date.value,
    signed: null,
    details: { type: 'plain', classification: first(header, 'classification') },
    blocks: body.blocks,
    notes: [],
  };
  const parts = {
    id: slugOf(title),
    type: 'plain',
    title,
    publisher: null,
    published: null,
  } as const;
  const remarks = [...kind.remarks, ...date.remarks, ...unkept(header), ...body.remarks];
  return { type: 'read', collection: singleDocument(source, parts, document, remarks) };
}

function readBody({ below, isFrontMatter }: ShortHeader, needsTitle: boolean): Body {
  const text = below.join('\n');
  if (!isFrontMatter && !isMarkdown(text)) return plainBody(below, []);
  const blocks = markdownBlocks(text);
  if (typeof blocks === 'string') {
    return plainBody(below, [importRemark(KEY, 'unread-markdown', blocks)]);
  }
  const [heading] = blocks;
  if (!needsTitle || heading?.type !== 'heading') return { heading: null, blocks, remarks: [] };
  const rest = blocks.slice(1).map((block, i) => ({ ...block, id: `p${i + 1}` }));
  return { heading: textOf(heading), blocks: rest, remarks: [] };
}

function plainBody(lines: readonly string[], remarks: readonly ImportRemark[]): Body {
  return { heading: null, blocks: paragraphBlocks(paragraphsOf(lines)), remarks };
}

function textOf({ inlines }: Block): string {
  return inlines
    .map((inline) => ('text' in inline ? inline.text : ''))
    .join('')
    .trim();
}

function readKind(given: string | null): ReadValue<DocumentKind> {
  if (given === null) return { value: 'document', remarks: [] };
  const kind = DOCUMENT_KINDS.find((name) => name === given.toLowerCase());
  if (kind !== undefined) return { value: kind, remarks: [] };
  return { value: 'document', remarks: [importRemark(KEY, 'unread-field', 'kind', given)] };
}

function readDate(given: string | null, place: string | null): ReadValue<DocumentTime | null> {
  if (given === null) return { value: null, remarks: [] };
  const date = readHeaderDate(given, place);
  if (date === null) {
    return { value: null, remarks: [importRemark(KEY, 'unread-field', 'date', given)] };
  }
  const isPlaced = date.place !== null || /(?:Z|[+-]\d\d:\d\d)$/.test(date.local);
  return { value: date, remarks: isPlaced ? [] : [importRemark(KEY, 'unplaced-clock', given)] };
}

function unkept(header: ShortHeader): readonly ImportRemark[] {
  return header.unkept.map(([name, wording]) => importRemark(KEY, 'unkept-field', name, wording));
}

function parties({ values }: ShortHeader, field: HeaderField): LibraryDocument['from'] {
  return (values.get(field) ?? []).map((name) => ({ name, key: null }));
}

function first({ values }: ShortHeader, field: HeaderField): string | null {
  return values.get(field)?.[0] ?? null;
}

/** A file's name without what follows its last dot. */
function stem(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, '');
}
