import { compareTraces } from '../../core/history/trace.js';
import { createKernel, type Kernel } from '../../core/run.js';
import { formatMinute } from '../../core/time/instant.js';
import type { PairView } from '../../protocol/simulation.js';
import type { RunPlan } from '../../simulate/run-plan.js';

type Compared =
  | ({ readonly type: 'compared' } & Omit<PairView, 'changes'>)
  | { readonly type: 'fault'; readonly message: string };

/** Two runs of one number beside each other: where they part, and how each ends (R25). */
export function compareRuns(baseline: RunPlan, change: RunPlan): Compared {
  const a = traced(baseline);
  if ('message' in a) return a;
  const b = traced(change);
  if ('message' in b) return b;
  const { identical, first, unaligned } = compareTraces(a.kernel.trace!, b.kernel.trace!);
  return {
    type: 'compared',
    identical,
    divergence:
      first === null || Number.isNaN(first.at)
        ? null
        : { at: formatMinute(first.at), in: first.in, what: first.what },
    unaligned,
    endings: { baseline: a.ending, change: b.ending },
  };
}

function traced({
  program,
  options,
}: RunPlan):
  | { readonly kernel: Kernel; readonly ending: string }
  | { readonly type: 'fault'; readonly message: string } {
  const kernel = createKernel(program, { trace: true });
  const outcome = kernel.run(options);
  if (outcome.type === 'fault') return { type: 'fault', message: outcome.message };
  return { kernel, ending: outcome.ending ?? 'out of time' };
}
