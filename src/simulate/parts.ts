import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { OutcomeColumn } from '../core/history/outcome-columns.js';
import type { Batch } from './batch.js';
import { chunkCount, DIVERGENCE_SIDES, type Chunk } from './chunk.js';
import type { PairRow, RowSource } from './row-source.js';
import type { ChunkSink } from './runner.js';

/** The chunks of a batch in a folder, so that no more than one is ever held. */
export interface Parts {
  readonly sink: Required<ChunkSink>;
  /**
   * Every chunk, in the order of runs, with its events only where these are asked for; throws where
   * one is missing or damaged.
   */
  readonly chunks: (withEvents?: 'with events') => Generator<Chunk>;
}

const DIGEST_BYTES = 32;

/**
 * Keeps the chunks of a batch in a folder, which is made if need be. A file stands there whole or
 * not at all, and one that was damaged counts as missing. Events have files of their own: they are
 * many, and one table alone reads them.
 */
export function openParts(folder: string, batch: Batch): Parts {
  mkdirSync(folder, { recursive: true });
  const pathOf = (index: number, kind: string) =>
    join(folder, `${String(index).padStart(7, '0')}.${kind}`);
  const read = (index: number, kind: string): unknown => {
    const value = readPart(pathOf(index, kind));
    if (value === null) throw new Error(`${pathOf(index, kind)} is missing or damaged`);
    return value;
  };
  return {
    sink: {
      has: (index) =>
        isWhole(pathOf(index, 'chunk')) && (!batch.events || isWhole(pathOf(index, 'events'))),
      chunk: ({ events, ...chunk }) => {
        if (batch.events) writePart(pathOf(chunk.index, 'events'), events);
        writePart(pathOf(chunk.index, 'chunk'), chunk);
      },
    },
    chunks: function* chunks(withEvents) {
      for (let index = 0; index < chunkCount(batch); index++) {
        const chunk = read(index, 'chunk') as Omit<Chunk, 'events'>;
        const events = withEvents ? (read(index, 'events') as Chunk['events']) : [];
        yield { ...chunk, events };
      }
    },
  };
}

function writePart(path: string, value: unknown): void {
  const body = serialize(value);
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, Buffer.concat([digestOf(body), body]));
  renameSync(beside, path);
}

function isWhole(path: string): boolean {
  return existsSync(path) && bodyOf(path) !== null;
}

function readPart(path: string): unknown {
  const body = existsSync(path) ? bodyOf(path) : null;
  return body === null ? null : deserialize(body);
}

/** What a file holds after its digest, or null where the two do not fit. */
function bodyOf(path: string): Buffer | null {
  const bytes = readFileSync(path);
  const body = bytes.subarray(DIGEST_BYTES);
  return digestOf(body).equals(bytes.subarray(0, DIGEST_BYTES)) ? body : null;
}

function digestOf(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest();
}

/** The chunks of a batch as its statistics read them. */
export function rowSource(
  parts: { readonly chunks: () => Iterable<Chunk> },
  columns: readonly OutcomeColumn[],
): RowSource {
  return {
    columns,
    rows: function* rows(variant) {
      for (const chunk of parts.chunks()) yield chunk.rows[variant]!;
    },
    pairs: function* pairs(variant) {
      for (const chunk of parts.chunks()) yield* pairRows(chunk, variant);
    },
  };
}

function* pairRows(chunk: Chunk, variant: number): Generator<PairRow> {
  const pairs = chunk.pairs[variant - 1]!;
  for (let run = 0; run < chunk.count; run++) {
    yield {
      identical: pairs.identical[run] === 1,
      at: pairs.at[run]!,
      in: DIVERGENCE_SIDES[pairs.side[run]!]!,
      divergence: pairs.reasons[pairs.reason[run]!]!,
      unaligned: pairs.unaligned[run]!,
    };
  }
}
