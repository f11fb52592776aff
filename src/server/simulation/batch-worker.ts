import { parentPort, workerData } from 'node:worker_threads';
import { outcomeColumns } from '../../core/history/outcome-columns.js';
import type { Chunk } from '../../simulate/chunk.js';
import { rowSource } from '../../simulate/parts.js';
import { runBatch } from '../../simulate/runner.js';
import { summarize } from '../../simulate/summarize.js';
import type { BatchEnd } from './jobs.js';
import { holdResults } from './results.js';
import type { BatchTask, BatchWord } from './batch-thread.js';

/** A thread of its own for one batch: it runs the workers, sums up and tells how far it is. */
const { program, batch } = workerData as BatchTask;

function tell(word: BatchWord): void {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(word);
}

async function run(): Promise<BatchEnd> {
  const chunks: Chunk[] = [];
  const end = await runBatch(program, batch, {
    onProgress: ({ done }) => tell({ type: 'progress', done }),
    sink: {
      chunk: (chunk) => {
        chunks.push(chunk);
      },
    },
  });
  if (end.type === 'fault') return { type: 'fault', message: end.message };
  tell({ type: 'summing' });
  const columns = outcomeColumns(program);
  const inOrder = chunks.toSorted((a, b) => a.index - b.index);
  const summary = summarize(program, batch, rowSource({ chunks: () => inOrder }, columns));
  return { type: 'done', summary, results: holdResults(batch, columns, inOrder) };
}

tell({ type: 'end', end: await run() });
