import type { ImportFault } from './document.js';
import { isReferences } from './citation/read-references.js';
import { importFault } from './import-messages.js';

/** The largest file of text that is read, in bytes: it is held in memory whole. */
const MOST_TEXT_BYTES = 8 * 1024 * 1024;

/** The longest text of one document, in characters. */
const MOST_DOCUMENT_CHARACTERS = 4 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export type ReadText =
  /** Lines end in `\n`; there is no byte order mark and no NUL. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'faulty'; readonly faults: readonly ImportFault[] };

/** Reads a file of text that is one document, strictly. */
export async function readText(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): Promise<ReadText> {
  const place = { file: name, line: null, column: null };
  const bytes = await gathered(chunks);
  if (bytes === null) {
    return faulty(importFault(place, 'text-too-large', MOST_TEXT_BYTES / MEGABYTE));
  }
  const decoded = decode(bytes, encoding);
  if (decoded === null) return faulty(misencoded(name, bytes, encoding));
  const nul = decoded.indexOf('\0');
  if (nul >= 0) return faulty(binary(name, decoded, nul));
  const text = decoded.replaceAll(/\r\n?/g, '\n');
  if (text.trim() === '') return faulty(importFault(place, 'empty-file'));
  if (text.length > MOST_DOCUMENT_CHARACTERS) {
    const most = MOST_DOCUMENT_CHARACTERS / MEGABYTE;
    return faulty(importFault(place, 'document-too-long', most));
  }
  const isData = isJson(text) && !isReferences(text);
  return isData ? faulty(importFault(place, 'data-file')) : { type: 'text', text };
}

/** All bytes; null where they are more than a file of text may have. */
async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MOST_TEXT_BYTES) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function misencoded(name: string, bytes: Uint8Array, encoding: TextEncoding): ImportFault {
  const good = wellEncoded(bytes, encoding);
  const text = new TextDecoder(encoding).decode(good, { stream: true });
  const code = encoding === 'utf-8' ? 'bad-utf8' : 'bad-utf16';
  return importFault(positionIn(name, text, text.length), code);
}

/** The longest beginning that is encoded well, its last character perhaps unfinished. */
function wellEncoded(bytes: Uint8Array, encoding: TextEncoding): Uint8Array {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (beginsWell(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return bytes.subarray(0, good);
}

function beginsWell(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function binary(name: string, text: string, at: number): ImportFault {
  const what = 'a binary file (it has a NUL here)';
  const right = 'import a file of text';
  return importFault(positionIn(name, text, at), 'binary-file', what, right);
}

function positionIn(
  file: string,
  text: string,
  at: number,
): { readonly file: string; readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split(/\r\n?|\n/);
  return { file, line: before.length, column: before.at(-1)!.length + 1 };
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function faulty(fault: ImportFault): ReadText {
  return { type: 'faulty', faults: [fault] };
}
