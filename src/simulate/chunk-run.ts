import { outcomeColumns } from '../core/history/outcome-columns.js';
import { compareTraces, type Trace } from '../core/history/trace.js';
import type { Program } from '../core/program.js';
import { createKernel, type Kernel } from '../core/run.js';
import type { RunOptions } from '../core/run-options.js';
import { generatedCode } from '../doctrine/generated-options.js';
import type { Batch } from './batch.js';
import { createEventList, type EventList } from './chunk-events.js';
import { createPairList, type PairList } from './chunk-pairs.js';
import { chunkRuns, type Chunk } from './chunk.js';
import type { RunPlan } from './run-plan.js';
import { simulateMessages } from './simulate-messages.js';

/** What whoever runs chunks is given once. */
export interface BatchWork {
  readonly batch: Batch;
  /** By variant. */
  readonly plans: readonly RunPlan[];
}

/** A run that could not be computed: which, and why. */
export interface BatchFault {
  readonly type: 'fault';
  readonly message: string;
}

export type ChunkResult = { readonly type: 'chunk'; readonly chunk: Chunk } | BatchFault;

/** One variant, made ready to run. */
interface Lane {
  /** Runs it, and leaves its row. */
  readonly run: (run: number, rows: Float64Array, at: number) => BatchFault | null;
  readonly trace: Trace | null;
}

/**
 * Makes ready to run the chunks of a batch, in any order. Run k of every variant is run before any
 * run k + 1, so that their traces can be compared.
 */
export function createChunkRun({ batch, plans }: BatchWork): (index: number) => ChunkResult {
  const lanes = createLanes(batch, plans);
  const recordIds = new Set(plans[0]!.program.entries.map(({ id }) => id));
  const width = outcomeColumns(plans[0]!.program).length;
  return (index) => {
    const { first, count } = chunkRuns(batch, index);
    const rows = lanes.map(() => new Float64Array(count * width));
    const pairs = batch.paired ? lanes.slice(1).map(() => createPairList(count)) : [];
    const events = batch.events ? lanes.map(() => createEventList(count, recordIds)) : [];
    for (let k = 0; k < count; k++) {
      for (const [variant, lane] of lanes.entries()) {
        const fault = lane.run(first + k, rows[variant]!, k * width);
        if (fault !== null) return fault;
        take(lanes, variant, k, pairs, events);
      }
    }
    const chunk = {
      index,
      first,
      count,
      rows,
      pairs: pairs.map((list) => list.end()),
      events: events.map((list) => list.end()),
    };
    return { type: 'chunk', chunk };
  };
}

function take(
  lanes: readonly Lane[],
  variant: number,
  k: number,
  pairs: readonly PairList[],
  events: readonly EventList[],
): void {
  const { trace } = lanes[variant]!;
  if (trace === null) return;
  events[variant]?.add(k, trace);
  if (variant > 0) pairs[variant - 1]?.add(k, compareTraces(lanes[0]!.trace!, trace));
}

/**
 * The first variant has a kernel of its own, with whose trace the others are compared; of these,
 * those that differ only from a branch on share one.
 */
function createLanes(batch: Batch, plans: readonly RunPlan[]): Lane[] {
  const shared = new Map<Program, Kernel>();
  const options = { compiler: generatedCode, trace: batch.paired || batch.events };
  return plans.map(({ program, options: given }, variant) => {
    const kernel = shared.get(program) ?? createKernel(program, options);
    if (variant > 0) shared.set(program, kernel);
    return laneOf(kernel, given, batch.variants[variant]!.name);
  });
}

function laneOf(kernel: Kernel, options: RunOptions, name: string): Lane {
  return {
    trace: kernel.trace,
    run: (run, rows, at) => {
      const outcome = kernel.run({ ...options, run });
      if (outcome.type === 'fault') {
        return { type: 'fault', message: simulateMessages.runFault(name, run, outcome.message) };
      }
      kernel.readOutcome(rows, at);
      return null;
    },
  };
}
