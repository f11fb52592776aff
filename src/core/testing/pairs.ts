import type { Comparison } from '../history/trace.js';
import { compareTraces } from '../history/trace.js';
import type { Program } from '../program.js';
import { createKernel } from '../run.js';
import type { RunOptions } from '../run-options.js';

/** Which runs of which seed are compared, and what both are asked to do. */
interface Pairs extends Partial<Omit<RunOptions, 'run'>> {
  readonly runs?: number;
  /** What the change is asked to do besides. */
  readonly changed?: Partial<RunOptions>;
}

/** Compares the same runs of two programs (R25). Throws where one is a fault. */
export function comparePrograms(
  baseline: Program,
  change: Program,
  { runs = 1, changed = {}, ...common }: Pairs = {},
): Comparison[] {
  const a = createKernel(baseline, { trace: true });
  const b = createKernel(change, { trace: true });
  return Array.from({ length: runs }, (_, run) => {
    const options = { seed: 'a', record: false, ...common, run };
    for (const outcome of [a.run(options), b.run({ ...options, ...changed })]) {
      if (outcome.type === 'fault') throw new Error(outcome.message);
    }
    return compareTraces(a.trace!, b.trace!);
  });
}
