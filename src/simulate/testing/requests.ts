import type { Program } from '../../core/program.js';
import type { Batch } from '../batch.js';
import { planBatch, type BatchRequest } from '../batch-plan.js';

/** The batch of a request that says what it says, and else asks for ten unpaired histories. */
export function batchOf(program: Program, request: Partial<BatchRequest>): Batch {
  const planned = planBatch(program, {
    runs: 10,
    seed: 'test',
    cast: null,
    changes: [],
    against: null,
    sweeps: [],
    keep: [],
    events: false,
    ...request,
  });
  if (planned.type === 'batch') return planned.batch;
  throw new Error(`${planned.change}: ${planned.reason}`);
}
