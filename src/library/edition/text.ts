import type { Block, Inline, Note } from '../document.js';
import { tidy } from './inlines.js';
import { noteId, notesIn, sourceNoteOf, splitHead } from './notes.js';
import { documentOfTarget } from './references.js';
import { descendantsOf, plainText, type XmlElement, type XmlNode } from './xml/element.js';

/** The text of a document, and what was mended in it. */
export interface EditionText {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  /** The one of them that is on its source; null if none is. */
  readonly source: Note | null;
  /** Words of pointers into this volume that name another one. */
  readonly misled: readonly string[];
  /** Blanks that were missing between a full stop and a name. */
  readonly restored: number;
}

/** What the text of a document needs to know of where it stands. */
export interface Whereabouts {
  /** The id of the collection, in lower case. */
  readonly collection: string;
  readonly key: string;
  /** Pages that begin just before it. */
  readonly pages: readonly string[];
}

type BlockType = Block['type'];
type Style = 'plain' | 'italic' | 'strong';

interface Draft {
  readonly type: BlockType;
  readonly inlines: Inline[];
}

interface Writer extends Whereabouts {
  readonly drafts: Draft[];
  readonly notes: Note[];
  readonly noteIds: Set<string>;
  readonly sourceNote: XmlElement | null;
  readonly misled: string[];
  /** Page marks that wait for the next block. */
  waiting: Inline[];
  current: Draft | null;
  sourceId: string | null;
  restored: number;
}

/** Elements that stand on lines of their own and hold others that do. */
const CONTAINERS = new Set(
  (
    'div body floatingText opener closer postscript list lg table figure quote cit argument ' +
    'epigraph frus:attachment'
  ).split(' '),
);
const LINES = new Map<string, BlockType>([
  ['head', 'heading'],
  ['p', 'paragraph'],
  ['ab', 'paragraph'],
  ['dateline', 'line'],
  ['byline', 'line'],
  ['salute', 'line'],
  ['label', 'line'],
  ['l', 'line'],
  ['row', 'line'],
  ['figDesc', 'line'],
  ['item', 'item'],
  ['signed', 'signature'],
]);
/** Elements whose start after a full stop shows that a blank was lost in the file. */
const NAMES = new Set('persName gloss hi ref term placeName orgName title'.split(' '));
const OTHER_VOLUME = /\bvols?\.\s+[IVXLC]+(?:\/[IVXLC]+)*,\s*$/i;
/** What the volume's makers noted about its scans. */
const NOT_TEXT = /^(?:frus:(?!attachment$)|\?:|graphic$|uh-oh$)/;

/** Reads everything in a document but its heading: blocks in order, and the notes in them. */
export function readText(div: XmlElement, where: Whereabouts): EditionText {
  const writer: Writer = {
    ...where,
    drafts: [],
    notes: [],
    noteIds: new Set(),
    sourceNote: sourceNoteOf(div),
    misled: [],
    waiting: where.pages.map((page) => ({ type: 'page', page })),
    current: null,
    sourceId: null,
    restored: 0,
  };
  const [head, ...rest] = splitHead(div);
  for (const note of head === null ? [] : notesIn(head)) writeNote(writer, note);
  for (const page of head === null ? [] : descendantsOf(head, ['pb'])) {
    writePage(writer, page.attributes.get('n') ?? '');
  }
  writeBlocks(writer, rest, null);
  const { notes, sourceId, misled, restored } = writer;
  const source = notes.find(({ id }) => id === sourceId) ?? null;
  return { blocks: finished(writer), notes, source, misled, restored };
}

/** Writes nodes that stand on lines of their own; `as` is what their paragraphs are. */
function writeBlocks(writer: Writer, nodes: readonly XmlNode[], as: BlockType | null): void {
  for (const node of nodes) {
    if (typeof node === 'string' || !standsAlone(node.name)) {
      writeInline(writer, node, as ?? 'paragraph', 'plain');
    } else writeBlock(writer, node, as);
  }
  end(writer);
}

function standsAlone(name: string): boolean {
  return CONTAINERS.has(name) || LINES.has(name);
}

function writeBlock(writer: Writer, element: XmlElement, as: BlockType | null): void {
  end(writer);
  const { name, children } = element;
  if (CONTAINERS.has(name)) {
    return writeBlocks(writer, children, name === 'quote' ? 'quotation' : asWithin(name, as));
  }
  const type = LINES.get(name)!;
  const styled = type === 'paragraph' ? paragraphStyle(element) : { type, style: 'plain' as const };
  const own = styled.type === 'paragraph' && as !== null ? as : styled.type;
  children.forEach((child, i) => {
    if (name === 'row' && i > 0 && typeof child !== 'string') {
      writeInline(writer, ' ', own, 'plain');
    }
    writeInline(writer, child, own, styled.style);
  });
  end(writer);
}

/** Loose words in a closing, such as `End text`, are lines of their own. */
function asWithin(name: string, as: BlockType | null): BlockType | null {
  return name === 'closer' || name === 'opener' ? 'line' : as;
}

/** A paragraph that the edition sets as a title within a text, such as `Begin text`. */
function paragraphStyle(p: XmlElement): { type: BlockType; style: Style } {
  const rend = p.attributes.get('rend') ?? '';
  if (!rend.startsWith('sectiontitle')) return { type: 'paragraph', style: 'plain' };
  return { type: 'line', style: rend.endsWith('ital') ? 'italic' : 'plain' };
}

function writeInline(writer: Writer, node: XmlNode, type: BlockType, style: Style): void {
  if (typeof node === 'string') return writeText(writer, node, type, style);
  const { name, attributes, children } = node;
  if (NOT_TEXT.test(name)) return;
  if (standsAlone(name)) return writeBlock(writer, node, type === 'paragraph' ? null : type);
  if (name === 'pb') return writePage(writer, attributes.get('n') ?? '');
  if (name === 'lb') return writeLineBreak(writer, type);
  if (name === 'note') return placeNote(writer, node);
  restoreBlank(writer, node);
  if (name === 'ref') return writeReference(writer, node, type);
  const inner = name === 'hi' ? styleOf(node, style) : style;
  for (const child of children) writeInline(writer, child, type, inner);
}

function styleOf(hi: XmlElement, outer: Style): Style {
  const rend = hi.attributes.get('rend') ?? '';
  if (/strong|bold/.test(rend)) return 'strong';
  return /ital/.test(rend) ? 'italic' : outer;
}

function writeText(writer: Writer, text: string, type: BlockType, style: Style): void {
  if (writer.current === null && text.trim() === '') return;
  open(writer, type).inlines.push({ type: 'text', text, style });
}

function writeReference(writer: Writer, ref: XmlElement, type: BlockType): void {
  const target = documentOfTarget(ref.attributes.get('target') ?? '', writer.collection);
  const misled = target !== null && namesOtherVolume(writer);
  const document = misled ? null : target;
  // A mark of a note within the pointer would be lost with its text.
  for (const note of notesIn(ref)) writeNote(writer, note);
  const text = plainText(ref, ['note']);
  if (misled) writer.misled.push(text);
  if (text !== '') open(writer, type).inlines.push({ type: 'reference', text, document });
}

/** `see vol. XI, Document 59` with a pointer to document 59 of this volume: the words are right. */
function namesOtherVolume({ current }: Writer): boolean {
  const last = current?.inlines.at(-1);
  return last !== undefined && 'text' in last && OTHER_VOLUME.test(last.text);
}

function writePage(writer: Writer, page: string): void {
  (writer.current?.inlines ?? writer.waiting).push({ type: 'page', page });
}

/** A line of a signature or an address begins; items and headings run on. */
function writeLineBreak(writer: Writer, type: BlockType): void {
  if (writer.current === null) return;
  if (type === 'item' || type === 'heading') writeText(writer, ' ', type, 'plain');
  else end(writer);
}

/** The mark goes where the text is: in the block at hand, or at the end of the last. */
function placeNote(writer: Writer, note: XmlElement): void {
  const id = writeNote(writer, note);
  if (note === writer.sourceNote) return;
  const draft = writer.current ?? writer.drafts.at(-1) ?? open(writer, 'paragraph');
  draft.inlines.push({ type: 'note', note: id });
}

function writeNote(writer: Writer, note: XmlElement): string {
  const id = noteId(note, writer.key, writer.noteIds);
  writer.noteIds.add(id);
  const inner: Writer = { ...writer, drafts: [], waiting: [], current: null, restored: 0 };
  writeBlocks(inner, note.children, null);
  const pieces = inner.drafts.flatMap<Inline>(({ inlines }, i) =>
    i === 0 ? inlines : [{ type: 'text', text: ' ', style: 'plain' }, ...inlines],
  );
  const isSource = note === writer.sourceNote;
  const mark = isSource ? null : (note.attributes.get('n') ?? null);
  writer.notes.push({ id, mark, inlines: tidy([...pieces, ...inner.waiting]) });
  writer.sourceId = isSource ? id : writer.sourceId;
  writer.restored += inner.restored;
  return id;
}

/** The older encoding lost the blank between a full stop or a colon and a marked name. */
function restoreBlank(writer: Writer, element: XmlElement): void {
  const last = writer.current?.inlines.at(-1);
  if (!NAMES.has(element.name) || last === undefined || !('text' in last)) return;
  if (!/[\p{L}\p{N})\]”"’][.:;?!,]$/u.test(last.text)) return;
  if (!/^[\p{Lu}\p{N}]/u.test(plainText(element))) return;
  writer.current!.inlines.push({ type: 'text', text: ' ', style: 'plain' });
  writer.restored += 1;
}

function open(writer: Writer, type: BlockType): Draft {
  if (writer.current !== null) return writer.current;
  writer.current = { type, inlines: writer.waiting };
  writer.waiting = [];
  writer.drafts.push(writer.current);
  return writer.current;
}

function end(writer: Writer): void {
  writer.current = null;
}

function finished(writer: Writer): readonly Block[] {
  for (const mark of writer.waiting) writer.drafts.at(-1)?.inlines.push(mark);
  return writer.drafts
    .map(({ type, inlines }) => ({ type, inlines: tidy(inlines) }))
    .filter(({ inlines }) => inlines.length > 0)
    .map((block, i) => ({ id: `p${i + 1}`, ...block }));
}
