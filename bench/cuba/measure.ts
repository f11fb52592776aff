/**
 * The missile crisis in batches, as one line of JSON: `measure.mjs one RUNS` on this thread,
 * `measure.mjs threads COUNT RUNS WORKER` as `simulate` runs them, with the worker's bundle.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runBatch } from '../../src/simulate/runner.js';
import { compile } from '../kernel/two-banks.js';
import { lineupBatch, play } from './batch.js';

const [mode, ...words] = process.argv.slice(2);
const program = await compile('cuban-missile-crisis');
if (mode === 'one') {
  console.log(JSON.stringify(play(program, lineupBatch(program, Number(words[0])))));
} else {
  const [workers, runs, worker] = words;
  const batch = lineupBatch(program, Number(runs));
  let begun = NaN;
  let before = 0;
  const end = await runBatch(program, batch, {
    workers: Number(workers),
    worker: pathToFileURL(resolve(worker!)),
    sink: { chunk: () => undefined },
    onProgress: ({ done }) => {
      // Counted from when every thread has its code and has run a while.
      if (!Number.isNaN(begun) || done < batch.runs / 4) return;
      begun = performance.now();
      before = done;
    },
  });
  if (end.type !== 'done') throw new Error('the batch did not come to its end');
  const seconds = (performance.now() - begun) / 1000;
  const rss = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(JSON.stringify({ runs: batch.runs - before, seconds, rss }));
}
