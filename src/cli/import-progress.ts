import { createReadStream } from 'node:fs';
import type { Io } from './command.js';

/** A file that is read in less than a moment needs no progress. */
const LARGE_BYTES = 4 * 1024 * 1024;
const STEPS = 20;

/** The bytes of a file; of a large one standard error tells how far it is, if somebody looks. */
export async function* fileChunks(
  path: string,
  name: string,
  size: number,
  io: Io,
): AsyncGenerator<Uint8Array> {
  const isShown = process.stderr.isTTY && size >= LARGE_BYTES;
  let [bytes, shown] = [0, 0];
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    const step = Math.floor((bytes / size) * STEPS);
    if (isShown && step > shown) io.err(`\r${name}: ${Math.round((step / STEPS) * 100)} %`);
    shown = step;
    yield chunk;
  }
  // The line is blanked for what comes next.
  if (isShown) io.err(`\r${' '.repeat(name.length + 8)}\r`);
}
