import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

// One hash object and one result for the whole module: making them anew takes longer than hashing.
const fresh = sha256.create();
const hash = sha256.create();
const bytes = new Uint8Array(fresh.outputLen);
const digest = new DataView(bytes.buffer);

/** Texts as short as a run's key are written here, and read through a view of their length. */
const SHORT = 64;
const short = new Uint8Array(SHORT);
const views = Array.from({ length: SHORT + 1 }, (_, length) => short.subarray(0, length));

/**
 * SHA-256 of the UTF-8 form of a text, as a view from which big-endian words can be read. It is the
 * same view at every call: read it before the next.
 */
export function textDigest(text: string): DataView {
  fresh._cloneInto(hash);
  hash.update(bytesOf(text)).digestInto(bytes);
  return digest;
}

function bytesOf(text: string): Uint8Array {
  const { length } = text;
  if (length > SHORT) return utf8ToBytes(text);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return utf8ToBytes(text);
    short[i] = code;
  }
  return views[length]!;
}
