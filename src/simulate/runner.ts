import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Program } from '../core/program.js';
import type { Batch } from './batch.js';
import { planVariants } from './batch-plan.js';
import { chunkCount, chunkRuns, type Chunk } from './chunk.js';
import { createChunkRun, type BatchFault, type BatchWork, type ChunkResult } from './chunk-run.js';
import { simulateMessages } from './simulate-messages.js';

/** Where the chunks of a batch go; they come in any order, each once. */
export interface ChunkSink {
  readonly chunk: (chunk: Chunk) => void | Promise<void>;
  /** Whether an earlier run of the same batch left this chunk, so that it need not be run. */
  readonly has?: (index: number) => boolean;
}

/** How far a batch is; a history of one variant counts as one. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface RunnerOptions {
  /** Threads; 0 runs in this one, between turns of its event loop. Absent: one per core. */
  readonly workers?: number;
  readonly sink: ChunkSink;
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting it stops after the chunks under way. */
  readonly signal?: AbortSignal;
  /** The bundled `worker.ts`, where it is not the package's own. */
  readonly worker?: URL;
}

export type BatchEnd = (Progress & { readonly type: 'done' | 'stopped' }) | BatchFault;

/** The worker as `npm run build` leaves it: source, library and bundle lie equally deep. */
const WORKER = new URL('../../dist/bin/simulate-worker.js', import.meta.url);

/**
 * Runs every history of a batch, on threads, and hands their chunks to a sink. What a chunk holds
 * does not depend on threads, on their number or on what ran before.
 */
export async function runBatch(
  program: Program,
  batch: Batch,
  options: RunnerOptions,
): Promise<BatchEnd> {
  const { sink, workers = availableParallelism() } = options;
  const filename = fileURLToPath(options.worker ?? WORKER);
  if (workers > 0 && !existsSync(filename)) {
    return { type: 'fault', message: simulateMessages.notBuilt(filename) };
  }
  const todo: number[] = [];
  let known = 0;
  for (let index = 0; index < chunkCount(batch); index++) {
    if (sink.has?.(index) === true) known += chunkRuns(batch, index).count;
    else todo.push(index);
  }
  const work: BatchWork = { batch, plans: planVariants(program, batch) };
  const threads = Math.min(workers, Math.max(todo.length, 1));
  const crew = threads === 0 ? oneThread(work) : await manyThreads(work, threads, filename);
  try {
    return await drive(crew, batch, { ...options, todo, known });
  } finally {
    await crew.stop();
  }
}

/** Whoever runs chunks. */
interface Crew {
  /** Chunks that it takes at once. */
  readonly size: number;
  readonly run: (index: number) => Promise<ChunkResult>;
  readonly stop: () => Promise<void>;
}

function oneThread(work: BatchWork): Crew {
  const runChunk = createChunkRun(work);
  const turn = () =>
    new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  const run = async (index: number) => {
    await turn();
    return runChunk(index);
  };
  return { size: 1, run, stop: turn };
}

async function manyThreads(work: BatchWork, workers: number, filename: string): Promise<Crew> {
  // Loaded only when a batch is run: no other command needs threads.
  const { Piscina } = await import('piscina');
  const pool = new Piscina<number, ChunkResult>({
    filename,
    name: 'chunk',
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Infinity,
    execArgv: [],
    workerData: work,
  });
  return {
    // The next of each thread lies ready, so that none waits for it.
    size: workers * 2,
    run: async (index) => {
      try {
        return await pool.run(index);
      } catch (error) {
        return { type: 'fault', message: simulateMessages.threadFailed(String(error)) };
      }
    },
    stop: async () => {
      await pool.destroy();
    },
  };
}

interface Drive extends RunnerOptions {
  readonly todo: readonly number[];
  /** Runs whose chunks are there already. */
  readonly known: number;
}

async function drive(crew: Crew, batch: Batch, options: Drive): Promise<BatchEnd> {
  const { sink, onProgress, signal, todo, known } = options;
  const variants = batch.variants.length;
  const total = batch.runs * variants;
  let [next, done] = [0, known * variants];
  let fault: BatchFault | null = null;
  onProgress?.({ done, total });
  const lane = async (): Promise<void> => {
    const goesOn = () => next < todo.length && fault === null && signal?.aborted !== true;
    while (goesOn()) {
      const result = await crew.run(todo[next++]!);
      if (result.type === 'fault') {
        fault ??= result;
        return;
      }
      await sink.chunk(result.chunk);
      done += result.chunk.count * variants;
      onProgress?.({ done, total });
    }
  };
  await Promise.all(Array.from({ length: crew.size }, lane));
  if (fault !== null) return fault;
  return { type: done === total ? 'done' : 'stopped', done, total };
}
