import type { Program } from '../src/core/program.js';
import { createKernel } from '../src/core/run.js';
import type { TimedInput } from '../src/core/state.js';

/**
 * A program with orders, and how many runs of it are wanted: plain data, so that a page can have
 * it.
 */
export interface HashCase {
  readonly name: string;
  readonly program: Program;
  readonly record: boolean;
  readonly inputs: readonly TimedInput[];
  readonly runs: number;
}

/**
 * The state hash of each run of each case, under the name of the case and the run's number (R23).
 */
export function stateHashes(cases: readonly HashCase[]): string[] {
  return cases.flatMap(({ name, program, record, inputs, runs }) => {
    const { run: kernel } = createKernel(program);
    return Array.from({ length: runs }, (_, run) => {
      const outcome = kernel({ seed: 'everywhere', run, record, inputs });
      const end = outcome.type === 'done' ? outcome.stateHash : outcome.message;
      return `${name} ${run} ${end}`;
    });
  });
}
