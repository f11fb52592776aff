import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the UTF-8 form of a text, as a view from which big-endian words can be read. */
export function textDigest(text: string): DataView {
  const bytes = sha256(utf8ToBytes(text));
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
