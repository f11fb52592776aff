import { workerData } from 'node:worker_threads';
import { createChunkRun, type BatchWork, type ChunkResult } from './chunk-run.js';

const runChunk = createChunkRun(workerData as BatchWork);

/** What a thread of a batch is asked for: one chunk, by its index. */
export function chunk(index: number): ChunkResult {
  return runChunk(index);
}
