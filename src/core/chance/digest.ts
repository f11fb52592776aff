import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

// One hash object and one result for the whole module: making them anew takes longer than hashing.
const fresh = sha256.create();
const hash = sha256.create();
const bytes = new Uint8Array(fresh.outputLen);
const digest = new DataView(bytes.buffer);

/**
 * SHA-256 of the UTF-8 form of a text, as a view from which big-endian words can be read. It is the
 * same view at every call: read it before the next.
 */
export function textDigest(text: string): DataView {
  fresh._cloneInto(hash);
  hash.update(utf8ToBytes(text)).digestInto(bytes);
  return digest;
}
