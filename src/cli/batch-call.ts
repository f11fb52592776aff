import { availableParallelism } from 'node:os';
import { MOST_RUNS } from '../simulate/batch.js';
import type { RunnerOptions } from '../simulate/runner.js';
import { createProgressBar } from './batch-progress.js';
import { callMessages } from './call-messages.js';
import type { Call, Io } from './command.js';
import { refuse } from './command.js';

/** The count that an option gives: a whole number of 1 or more; null after telling it is none. */
export function countOption(call: Call, name: string, io: Io): number | null {
  const text = call.required(name);
  if (/^\d{1,9}$/.test(text) && Number(text) > 0 && Number(text) <= MOST_RUNS) {
    return Number(text);
  }
  refuse(io, 2, callMessages.notACount(name, text));
  return null;
}

/** Each thread costs some megabytes, and more than there are cores save nothing. */
const MOST_THREADS = 256;

/** The number of threads; null after telling that the option gives none. */
export function workersOption(call: Call, io: Io): number | null {
  if (call.value('workers') === null) return availableParallelism();
  const count = countOption(call, 'workers', io);
  if (count === null || count <= MOST_THREADS) return count;
  refuse(io, 2, callMessages.tooManyThreads(MOST_THREADS));
  return null;
}

/** Does something that runs a batch: with a bar that shows how far it is, and a way to stop it. */
export async function interruptible<T>(
  work: (options: Required<Pick<RunnerOptions, 'onProgress' | 'signal'>>) => Promise<T>,
): Promise<T> {
  const bar = createProgressBar();
  const stop = new AbortController();
  const onSignal = () => {
    stop.abort();
  };
  // Only the first one is taken: who asks twice means it.
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    return await work({ onProgress: bar.show, signal: stop.signal });
  } finally {
    bar.end();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
