import type { Program } from '../../core/program.js';
import type { Batch } from '../batch.js';
import { planBatch, type BatchRequest } from '../batch-plan.js';

/** A request that asks for ten histories of nothing in particular, but for what is given. */
export function requestOf(given: Partial<BatchRequest>): BatchRequest {
  return {
    runs: 10,
    seed: 'test',
    cast: null,
    changes: [],
    against: null,
    sweeps: [],
    keep: [],
    events: false,
    ...given,
  };
}

/** The batch of a request that says what it says, and else asks for ten unpaired histories. */
export function batchOf(program: Program, request: Partial<BatchRequest>): Batch {
  const planned = planBatch(program, requestOf(request));
  if (planned.type === 'batch') return planned.batch;
  throw new Error(`${planned.change}: ${planned.reason}`);
}
