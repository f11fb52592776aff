import { createKernel, type Kernel } from '../../src/core/run.js';
import type { Program } from '../../src/core/program.js';
import { generatedCode } from '../../src/doctrine/generated-options.js';
import type { Batch } from '../../src/simulate/batch.js';
import { planVariant } from '../../src/simulate/batch-plan.js';
import { batchOf } from '../../src/simulate/testing/requests.js';

/** Runs between two looks at the memory. */
const SLICE = 50;

/** What a number of histories on one thread came to. */
export interface Played {
  readonly runs: number;
  readonly events: number;
  readonly meetings: number;
  /** Options that meetings weighed. */
  readonly options: number;
  /** Processor time, the engine's own threads included. */
  readonly seconds: number;
  /** Bytes of garbage for an event, by slices in which none was collected. */
  readonly bytesPerEvent: number;
  /** Memory of the process in MB, after a tenth of the runs and after all. */
  readonly early: number;
  readonly late: number;
}

/** A batch of a scenario as `simulate` would run it: its line-up, nothing changed. */
export function lineupBatch(program: Program, runs: number): Batch {
  return batchOf(program, { runs, seed: 'bench' });
}

/** Plays a batch on this thread, as its workers do. */
export function play(program: Program, batch: Batch): Played {
  const plan = planVariant(program, batch, 0);
  if (plan.type === 'refused') throw new Error(plan.reason);
  const kernel = createKernel(plan.program, { compiler: generatedCode });
  const run = (k: number): Done => runOnce(kernel, { ...plan.options, run: k });
  for (let k = 0; k < Math.ceil(batch.runs / 10); k++) run(batch.runs + k);
  const early = megabytes();
  const sum = { events: 0, meetings: 0, options: 0 };
  const garbage: number[] = [];
  const start = process.cpuUsage();
  for (let first = 0; first < batch.runs; first += SLICE) {
    const heap = process.memoryUsage().heapUsed;
    const events = sum.events;
    for (let k = first; k < Math.min(first + SLICE, batch.runs); k++) {
      const done = run(k);
      sum.events += done.events;
      sum.meetings += done.meetings;
      sum.options += done.options;
    }
    const made = process.memoryUsage().heapUsed - heap;
    if (made > 0) garbage.push(made / (sum.events - events));
  }
  const { user, system } = process.cpuUsage(start);
  const bytesPerEvent = garbage.toSorted((a, b) => a - b)[Math.floor(garbage.length / 2)] ?? NaN;
  const seconds = (user + system) / 1e6;
  return { runs: batch.runs, ...sum, seconds, bytesPerEvent, early, late: megabytes() };
}

type Done = Extract<ReturnType<Kernel['run']>, { type: 'done' }>;

function runOnce(kernel: Kernel, options: Parameters<Kernel['run']>[0]): Done {
  const outcome = kernel.run(options);
  if (outcome.type === 'fault') throw new Error(outcome.message);
  return outcome;
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 2 ** 20);
}
