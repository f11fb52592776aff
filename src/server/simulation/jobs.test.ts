import { describe, expect, test } from 'vitest';
import type { JobView, Summary } from '../../protocol/simulation.js';
import { batchOf } from '../../simulate/testing/requests.js';
import { twoBanks } from '../../simulate/testing/two-banks.js';
import type { Failure } from '../failure.js';
import {
  createJobs,
  MOST_KEPT,
  MOST_WAITING,
  type BatchEnd,
  type BatchRunner,
  type JobOrder,
} from './jobs.js';

const program = await twoBanks();
const ORDER: JobOrder = {
  program,
  request: { at: null, doctrines: [], changes: [], runs: 10, seed: 'test' },
  batch: batchOf(program, {}),
};
const DONE: BatchEnd = {
  type: 'done',
  summary: { runs: 10 } as Summary,
  results: { runs: 10, endings: [], pairs: null },
};

/** A runner whose batches end when they are told to, in the order in which they were begun. */
function pausing() {
  const ends: ((end: BatchEnd) => void)[] = [];
  let progress: (done: number) => void = () => undefined;
  const run: BatchRunner = (_program, _batch, { onProgress, signal }) => {
    progress = onProgress;
    return new Promise((resolve) => {
      ends.push(resolve);
      signal.addEventListener('abort', () => resolve({ type: 'cancelled' }));
    });
  };
  return { run, end: (end: BatchEnd) => ends.shift()!(end), progress: (n: number) => progress(n) };
}

function begun(view: JobView | Failure): JobView {
  if (!('state' in view)) throw new Error(view.message);
  return view;
}

async function settled(): Promise<void> {
  for (let n = 0; n < 5; n++) await Promise.resolve();
}

describe('jobs', () => {
  test('one runs, the others wait their turn', async () => {
    const runner = pausing();
    const jobs = createJobs(runner.run);
    const [first, second] = [begun(jobs.start(ORDER)), begun(jobs.start(ORDER))];
    await settled();
    expect([jobs.view(first.job), jobs.view(second.job)]).toMatchObject([
      { state: 'running' },
      { state: 'waiting' },
    ]);
    runner.end(DONE);
    await settled();
    expect(jobs.results(first.job)).toMatchObject({ summary: { runs: 10 } });
    expect(jobs.view(second.job)).toMatchObject({ state: 'running' });
    await jobs.close();
  });

  test('progress is told with rate and time left', async () => {
    const runner = pausing();
    let now = 0;
    const jobs = createJobs(runner.run, () => now);
    const { job } = begun(jobs.start(ORDER));
    await settled();
    now = 2000;
    runner.progress(4);
    expect(jobs.view(job)).toMatchObject({ done: 4, total: 10, perSecond: 2, secondsLeft: 3 });
    await jobs.close();
  });

  test('too many at once are refused, and a place that is given up is free again', async () => {
    const jobs = createJobs(pausing().run);
    const started = Array.from({ length: MOST_WAITING + 1 }, () => begun(jobs.start(ORDER)));
    expect(jobs.start(ORDER)).toMatchObject({ status: 429, code: 'too-many-jobs' });
    expect(jobs.cancel(started[1]!.job)).toMatchObject({ state: 'cancelled' });
    expect(jobs.start(ORDER)).toMatchObject({ state: 'waiting' });
    await jobs.close();
  });

  test('what is cancelled has no results, and what failed says why', async () => {
    const runner = pausing();
    const jobs = createJobs(runner.run);
    const [first, second] = [begun(jobs.start(ORDER)), begun(jobs.start(ORDER))];
    await settled();
    jobs.cancel(first.job);
    await settled();
    expect(jobs.results(first.job)).toMatchObject({ status: 409 });
    runner.end({ type: 'cancelled' });
    runner.end({ type: 'fault', message: 'run 3 has no end' });
    await settled();
    expect(jobs.view(second.job)).toMatchObject({ state: 'failed', message: 'run 3 has no end' });
    await jobs.close();
  });

  test('only the last results are kept', async () => {
    const jobs = createJobs(async () => DONE);
    const ids: string[] = [];
    for (let n = 0; n < MOST_KEPT + 2; n++) {
      ids.push(begun(jobs.start(ORDER)).job);
      await settled();
    }
    expect(jobs.view(ids[0]!)).toMatchObject({ status: 404, code: 'no-such-job' });
    expect(jobs.results(ids.at(-1)!)).toMatchObject({ summary: { runs: 10 } });
  });
});
