import { createHash } from 'node:crypto';
import { reasonOf } from './system-reason.js';

/** A stream that counts and hashes what passes, and ends where it gets too long or breaks off. */
export interface Meter {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes that have passed. */
  readonly bytes: () => number;
  /** SHA-256 of what has passed, in hexadecimal; to be asked once, at the end. */
  readonly sha256: () => string;
  /** Why the stream ended before its source did; null where it did not. */
  readonly stopped: () => Stopped | null;
}

export type Stopped =
  { readonly type: 'too large' } | { readonly type: 'unreadable'; readonly reason: string };

/** Meters a stream that may bring at most `most` bytes. */
export function meterOf(source: AsyncIterable<Uint8Array>, most: number): Meter {
  const hash = createHash('sha256');
  let bytes = 0;
  let stopped: Stopped | null = null;
  async function* pass(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for await (const chunk of source) {
        if (bytes + chunk.length > most) {
          stopped = { type: 'too large' };
          return;
        }
        bytes += chunk.length;
        hash.update(chunk);
        yield chunk;
      }
    } catch (error) {
      stopped = { type: 'unreadable', reason: reasonOf(error) };
    }
  }
  return {
    chunks: pass(),
    bytes: () => bytes,
    sha256: () => hash.digest('hex'),
    stopped: () => stopped,
  };
}
