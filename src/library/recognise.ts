import { binaryKind } from './binary-kinds.js';
import type { ImportFault } from './document.js';
import { importFault } from './import-messages.js';
import type { TextEncoding } from './text-file.js';

/** What a file is, by its first bytes. */
export type Recognised =
  | { readonly type: 'edition' }
  | { readonly type: 'text'; readonly encoding: TextEncoding }
  | { readonly type: 'refused'; readonly fault: ImportFault };

const BLANK = /^[\s\uFEFF]+/;
const DECLARATION = /^<\?xml\b/;
/** What may stand before the root of an XML document: instructions and comments. */
const MISC = /^(?:<\?[^>]*\?>|<!--[\s\S]*?-->)/;
const DOCTYPE = /^<!DOCTYPE\s+([^\s>[]+)/i;
const ROOT = /^<([\p{L}_][\p{L}\p{N}_.:-]*)([^>]*)/u;
const HTML_BEGINNING = /^(?:html|head|body|script|style|meta|title|link)$/i;
const UTF16_SAMPLE = 1024;
/** Half of the bytes of a Latin text in UTF-16 are zero; of others, those of blanks and lines. */
const LEAST_ZEROS = 3;
const LEAST_ZERO_SHARE = 1 / 16;
const PLAIN = 'import a file of text';

/** Tells from the first 64 KB of a file, or all of a shorter one, how to read it. */
export function recognise(name: string, head: Uint8Array): Recognised {
  const place = { file: name, line: null, column: null };
  const refused = (fault: ImportFault): Recognised => ({ type: 'refused', fault });
  if (head.length === 0) return refused(importFault(place, 'empty-file'));
  const binary = binaryKind(head);
  if (binary !== null) {
    return refused(importFault(place, 'binary-file', binary.what, binary.right));
  }
  const encoding = encodingOf(head);
  if (encoding === null) return refused(importFault(place, 'unmarked-utf16'));
  if (encoding === 'utf-8' && head.includes(0)) {
    return refused(importFault(place, 'binary-file', 'a binary file (it has NULs)', PLAIN));
  }
  const text = new TextDecoder(encoding).decode(head);
  const markup = markupOf(text.replace(BLANK, ''));
  switch (markup.type) {
    case 'none':
      return { type: 'text', encoding };
    case 'html':
      return refused(importFault(place, 'html-file'));
    case 'other':
      return refused(importFault(place, 'other-xml', markup.root));
    case 'tei':
      return { type: 'edition' };
  }
}

type Markup =
  { readonly type: 'none' | 'html' | 'tei' } | { readonly type: 'other'; readonly root: string };

function markupOf(text: string): Markup {
  if (!text.startsWith('<')) return { type: 'none' };
  const declared = DECLARATION.test(text);
  const rest = afterMisc(text);
  const doctype = DOCTYPE.exec(rest)?.[1];
  if (doctype !== undefined) return markupOfRoot(doctype, true);
  const [, root, attributes = ''] = ROOT.exec(rest) ?? [];
  if (root === undefined) return declared ? { type: 'other', root: '?' } : { type: 'none' };
  return markupOfRoot(root, declared || attributes.includes('xmlns'));
}

function markupOfRoot(root: string, isXml: boolean): Markup {
  if (root.split(':').at(-1) === 'TEI') return { type: 'tei' };
  if (HTML_BEGINNING.test(root)) return { type: 'html' };
  return isXml ? { type: 'other', root } : { type: 'none' };
}

function afterMisc(text: string): string {
  let rest = text;
  for (;;) {
    const found = MISC.exec(rest)?.[0];
    if (found === undefined) return rest;
    rest = rest.slice(found.length).trimStart();
  }
}

/** By the byte order mark; null for UTF-16 without one, which cannot be told for sure. */
function encodingOf(head: Uint8Array): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, UTF16_SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]! += 1;
  });
  const [even = 0, odd = 0] = zeros;
  const least = Math.max(LEAST_ZEROS, sample.length * LEAST_ZERO_SHARE);
  return Math.min(even, odd) === 0 && Math.max(even, odd) >= least ? null : 'utf-8';
}
