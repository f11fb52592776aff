import type { Batch } from './batch.js';

/**
 * What some runs of a batch came to: the same for every number of workers, since a chunk is a
 * function of batch and index alone. Typed arrays, so that threads hand it over without a copy.
 */
export interface Chunk {
  readonly index: number;
  /** The first run, and how many. */
  readonly first: number;
  readonly count: number;
  /** By variant: rows of `outcomeColumns`, one after the other. */
  readonly rows: readonly Float64Array[];
  /** By later variant: how each run compares with the same run of the first; empty if unpaired. */
  readonly pairs: readonly ChunkPairs[];
  /** By variant; empty where events are not asked for. */
  readonly events: readonly ChunkEvents[];
}

/** By run: how its history compares with that of the first variant (R25). */
export interface ChunkPairs {
  /** 1 where both are the same to the last event. */
  readonly identical: Uint8Array;
  /** First instant at which they differ, in ms UTC; NaN where they never do. */
  readonly at: Float64Array;
  /** In which history something happens there: see `DIVERGENCE_SIDES`. */
  readonly side: Uint8Array;
  /** What happens there, in words; an index into `reasons`. */
  readonly reason: Uint32Array;
  readonly reasons: readonly string[];
  /** Draws that only one of the two used. */
  readonly unaligned: Uint32Array;
}

/** What {@link ChunkPairs.side} counts. */
export const DIVERGENCE_SIDES = ['', 'baseline', 'change', 'both'] as const;

/** Every event of the runs of a chunk, in order. */
export interface ChunkEvents {
  /** Events of each run. */
  readonly counts: Uint32Array;
  /** Instant, in ms UTC. */
  readonly at: Float64Array;
  /** What the kernel does, by its place in `TASKS`. */
  readonly task: Uint8Array;
  /** What of the scenario it is an event of; an index into `names`. */
  readonly name: Uint32Array;
  readonly names: readonly string[];
  readonly idHigh: Uint32Array;
  readonly idLow: Uint32Array;
}

/** Histories of one chunk, all variants together: enough to spare messages, few enough to lose. */
const HISTORIES = 200;
const HISTORIES_WITH_EVENTS = 40;

/** How many runs, each of all variants, a chunk has; the last may have fewer. */
function runsPerChunk({ variants, events }: Batch): number {
  return Math.max(1, Math.floor((events ? HISTORIES_WITH_EVENTS : HISTORIES) / variants.length));
}

export function chunkCount(batch: Batch): number {
  return Math.ceil(batch.runs / runsPerChunk(batch));
}

/** The runs of a chunk: the first, and how many. */
export function chunkRuns(
  batch: Batch,
  index: number,
): { readonly first: number; readonly count: number } {
  const size = runsPerChunk(batch);
  const first = index * size;
  return { first, count: Math.min(size, batch.runs - first) };
}
