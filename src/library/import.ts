import type { ImportFault, LibraryDocument, ReadFile } from './document.js';
import { isReferences, readReferences } from './citation/read-references.js';
import { readEdition, type ReadEdition } from './edition/read-edition.js';
import { readArticle } from './newspaper/read-article.js';
import { readChapter } from './chapter/read-chapter.js';
import { importFault } from './import-messages.js';
import type { Meter } from './meter.js';
import { meterOf } from './meter.js';
import { readPlain } from './plain/read-plain.js';
import { recognise } from './recognise.js';
import type { TextFile } from './text-document.js';
import type { ReadText } from './text-file.js';
import { readText } from './text-file.js';

/** The largest file that is read, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A document of so many blocks and stretches of text is none that anybody reads. */
const MOST_PIECES = 200_000;

const HEAD_BYTES = 64 * 1024;
const MOST_NAME_CHARACTERS = 120;

/** In characters: many times the longest of the two volumes of FRUS (208). */
const LONGEST_TITLE = 4000;

/**
 * Reads a file of the reader's: an edition in TEI P5, a record of a newspaper's archive, a page of
 * a chapter, a bibliography in CSL-JSON, plain text or Markdown. What it is shows in its content;
 * its name only names it. A file that is too large is read no further than to the limit, and held
 * in memory only as far as its format needs.
 *
 * @param name of the file, for messages; what is kept of it is the last part, made printable
 * @param size in bytes where it is known beforehand, so that too large a file is not even begun
 */
export async function importFile(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  size = 0,
): Promise<ReadFile> {
  if (size > MOST_BYTES) return faulty(tooLarge(name));
  const meter = meterOf(chunks, MOST_BYTES);
  const all = meter.chunks[Symbol.asyncIterator]();
  try {
    const head = await headOf(all);
    const result = await readRecognised(name, head, joined(head, all));
    const stopped = faultOfMeter(name, meter);
    if (stopped !== null) return faulty(stopped);
    const file = { name: keptName(name), bytes: meter.bytes(), sha256: meter.sha256() };
    if (result.type === 'text') {
      return shortTitled(name, await readTextOf({ name, file, text: result.text }));
    }
    if (result.type === 'faulty') return result;
    return shortTitled(name, { type: 'read', collection: { ...result.collection, file } });
  } finally {
    await all.return?.();
  }
}

async function readRecognised(
  name: string,
  head: Uint8Array,
  chunks: AsyncIterable<Uint8Array>,
): Promise<ReadEdition | ReadText> {
  const recognised = recognise(name, head);
  switch (recognised.type) {
    case 'refused':
      return faulty(recognised.fault);
    case 'edition':
      return await readEdition(name, chunks);
    case 'text':
      return await readText(name, chunks, recognised.encoding);
  }
}

async function readTextOf(source: TextFile): Promise<ReadFile> {
  const read = await readByMarks(source);
  if (read.type === 'faulty' || !read.collection.documents.some(isTooFine)) return read;
  const place = { file: source.name, line: null, column: null };
  return faulty(importFault(place, 'document-too-fine', MOST_PIECES));
}

/** Titles stand in lists, of which a single long one would make a book. */
function shortTitled(name: string, read: ReadFile): ReadFile {
  if (read.type === 'faulty') return read;
  if (!read.collection.documents.some(({ title }) => title.length > LONGEST_TITLE)) return read;
  const place = { file: name, line: null, column: null };
  return faulty(importFault(place, 'title-too-long', LONGEST_TITLE));
}

/** Each reader knows its format by its first lines; plain text is what is left. */
async function readByMarks(source: TextFile): Promise<ReadFile> {
  if (isReferences(source.text)) return await readReferences(source);
  return readArticle(source) ?? readChapter(source) ?? readPlain(source);
}

function isTooFine({ blocks }: LibraryDocument): boolean {
  return blocks.reduce((pieces, { inlines }) => pieces + 1 + inlines.length, 0) > MOST_PIECES;
}

async function headOf(all: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let bytes = 0; bytes < HEAD_BYTES;) {
    const next = await all.next();
    if (next.done === true) break;
    parts.push(next.value);
    bytes += next.value.length;
  }
  return Buffer.concat(parts);
}

async function* joined(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    yield next.value;
  }
}

function faultOfMeter(name: string, meter: Meter): ImportFault | null {
  const place = { file: name, line: null, column: null };
  const stopped = meter.stopped();
  switch (stopped?.type) {
    case undefined:
      return null;
    case 'too large':
      return tooLarge(name);
    case 'unreadable':
      return importFault(place, 'unreadable-file', stopped.reason);
  }
}

function tooLarge(name: string): ImportFault {
  const place = { file: name, line: null, column: null };
  return importFault(place, 'file-too-large', MOST_BYTES / 1024 / 1024);
}

function faulty(fault: ImportFault): Extract<ReadFile, { type: 'faulty' }> {
  return { type: 'faulty', faults: [fault] };
}

/** The last part of a path, without what cannot be printed, cut where it is long. */
function keptName(name: string): string {
  const last = (name.split(/[/\\]/).at(-1) ?? '').slice(0, MOST_NAME_CHARACTERS);
  const kept = last.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
  return kept === '' || /^\.+$/.test(kept) ? 'unnamed' : kept;
}
