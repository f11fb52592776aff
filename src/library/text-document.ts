import type { Block, Collection, ImportRemark, LibraryDocument } from './document.js';

/** A file of text as the readers of single documents get it. */
export interface TextFile {
  /** As faults name it. */
  readonly name: string;
  /** What the collection keeps of it. */
  readonly file: Collection['file'];
  /** Its lines end in `\n`. */
  readonly text: string;
}

/** A collection before its file is known. */
type CollectionParts = Pick<Collection, 'id' | 'type' | 'title' | 'publisher' | 'published'>;

/** The collection that a file with a single document makes. */
export function singleDocument(
  { file }: TextFile,
  parts: CollectionParts,
  document: LibraryDocument,
  remarks: readonly ImportRemark[],
): Collection {
  return {
    format: 'backchannel-collection/1',
    editors: [],
    publishedAt: null,
    ...parts,
    file,
    documents: [document],
    remarks,
  };
}

/** Lines longer than this are no lines of a page but paragraphs. */
const WIDEST_LINE = 120;
const INDENT = /^(?: {2,}|\t)/;

/**
 * The paragraphs of a text. Where a line is longer than any page is wide, each line is a
 * paragraph; else blank lines and indents part them, and the lines between are joined.
 */
export function paragraphsOf(lines: readonly string[]): readonly string[] {
  if (lines.some(({ length }) => length > WIDEST_LINE)) {
    return lines.map(squeezed).filter((line) => line !== '');
  }
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const text = squeezed(line);
    if (text === '') isOpen = false;
    else if (isOpen && !INDENT.test(line)) paragraphs.push(`${paragraphs.pop()!} ${text}`);
    else {
      paragraphs.push(text);
      isOpen = true;
    }
  }
  return paragraphs;
}

/** A text without blanks around it, each run of blanks within it one. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Paragraphs as blocks in order: `p1`, `p2` and so on. */
export function paragraphBlocks(paragraphs: readonly string[]): readonly Block[] {
  return paragraphs.map((text, i) => ({
    id: `p${i + 1}`,
    type: 'paragraph',
    inlines: [{ type: 'text', text, style: 'plain' }],
  }));
}
