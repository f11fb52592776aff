import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Program } from '../../core/program.js';
import type { Batch } from '../../simulate/batch.js';
import { shippedPath } from '../package-root.js';
import type { BatchEnd, BatchRunner } from './jobs.js';
import { simulationMessages } from './simulation-messages.js';

/** What the thread of a batch is given. */
export interface BatchTask {
  readonly program: Program;
  readonly batch: Batch;
}

/** What the thread of a batch says. */
export type BatchWord =
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'summing' }
  | { readonly type: 'end'; readonly end: BatchEnd };

/**
 * Runs a batch in a thread of its own, which has the same workers as the command line and sums up
 * what they bring, so that the thread that answers requests has nothing to do but listen.
 */
export const runInThread: BatchRunner = async (program, batch, watch) => {
  const { onProgress, onSumming, signal } = watch;
  const file = shippedPath('dist/bin/batch-worker.js');
  if (!existsSync(file)) return { type: 'fault', message: simulationMessages.notBuilt };
  const task: BatchTask = { program, batch };
  const thread = new Worker(file, { workerData: task, execArgv: [] });
  const stop = (): void => void thread.terminate();
  signal.addEventListener('abort', stop);
  try {
    return await new Promise<BatchEnd>((resolve, reject) => {
      thread.on('message', (word: BatchWord) => {
        if (word.type === 'progress') onProgress(word.done);
        else if (word.type === 'summing') onSumming();
        else resolve(word.end);
      });
      thread.on('error', reject);
      thread.on('exit', () => resolve({ type: 'cancelled' }));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
};
