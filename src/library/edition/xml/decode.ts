import { TextDecoder } from 'node:util';
import { importFault, type ImportPlace } from '../../import-messages.js';
import type { ImportFault } from '../../document.js';

/** A stretch of a file's text, or why its bytes are no text. */
export type Decoded =
  | { readonly type: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly type: 'bad'; readonly good: string; readonly fault: FaultAt };

export type FaultAt = (place: ImportPlace) => ImportFault;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes that are decoded at a time, so that no single stretch of text is long. */
const PIECE = 16_384;

/**
 * The text of a file, piece by piece: UTF-8, or UTF-16 where the file begins with its byte order
 * mark. It ends with `bad` at the first bytes that are neither; `good` is what came before them in
 * their piece.
 */
export async function* decodedText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Decoded> {
  let decoder: TextDecoder | null = null;
  let encoding: Encoding = 'utf-8';
  for await (const piece of piecesOf(chunks)) {
    if (decoder === null) {
      if (isUnmarkedUtf16(piece)) return yield bad('', 'unmarked-utf16');
      encoding = encodingOf(piece);
      decoder = new TextDecoder(encoding, { fatal: true });
    }
    const text = decoded(decoder, piece);
    if (text === null) return yield bad(goodPart(piece, encoding), badCode(encoding));
    yield { type: 'text', text, encoding };
  }
  if (decoder !== null && decoded(decoder, null) === null) yield bad('', badCode(encoding));
}

/** Pieces of at most {@link PIECE} bytes; the first has at least four, if the file does. */
async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | null = new Uint8Array();
  for await (const chunk of chunks) {
    const bytes: Uint8Array = first === null ? chunk : Buffer.concat([first, chunk]);
    first = first !== null && bytes.length < 4 ? bytes : null;
    if (first !== null) continue;
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
  }
  if (first !== null && first.length > 0) yield first;
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x3c && bytes[1] === 0) || (bytes[0] === 0 && bytes[1] === 0x3c);
}

/** Null if the bytes are not in the decoder's encoding, or, at the end of a file, not whole. */
function decoded(decoder: TextDecoder, bytes: Uint8Array | null): string | null {
  try {
    return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** What stands in a piece before its bad bytes, so that the fault can say where they are. */
function goodPart(piece: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(piece);
  return text.slice(0, Math.max(0, text.indexOf('\uFFFD', 1)));
}

function badCode(encoding: Encoding): 'bad-utf8' | 'bad-utf16' {
  return encoding === 'utf-8' ? 'bad-utf8' : 'bad-utf16';
}

function bad(good: string, code: 'bad-utf8' | 'bad-utf16' | 'unmarked-utf16'): Decoded {
  return { type: 'bad', good, fault: (place) => importFault(place, code) };
}
