import { expect, test } from 'vitest';
import type { Program } from '../../core/program.js';
import { createKernel } from '../../core/run.js';
import { compileSourceCriticism } from '../compile-sources.js';
import { brokenInvariants } from '../program-invariants.js';
import { brokenCriticism } from './criticism-invariants.js';
import { fuzzScenario, type Compiled } from './fuzz.js';

/** `MUTANTS=10000 npm run fuzz` makes as many of the larger scenarios too. */
export const MORE = Number(process.env['MUTANTS'] ?? 0);
const SEED = 1_962;

interface FuzzCase {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly count: number;
}

/** Tests that the files are sound, and that no mutant of them does what no input may. */
export function testMutants(cases: readonly FuzzCase[]): void {
  test.each(cases)('the sound original of $name keeps every invariant', ({ files }) => {
    const result = compileSourceCriticism('sound', files);
    expect(result.type === 'compiled' ? allBroken(result) : result.faults).toEqual([]);
  });

  test.each(cases)(
    `$count mutants of $name from seed ${SEED}: none throws, hangs or compiles to what cannot run`,
    ({ files, count }) => {
      const { compiled, refused, failures } = fuzzScenario(files, count, SEED, cannotRun);
      expect(failures).toEqual([]);
      // Mutants that are all refused, or all accepted, would prove nothing.
      expect(compiled).toBeGreaterThan(count / 100);
      expect(refused).toBeGreaterThan(count / 10);
    },
    3_600_000,
  );
}

function allBroken({ program, criticism }: Compiled): string[] {
  return [...brokenInvariants(program), ...brokenCriticism(program, criticism)];
}

/** Programs that ran: a mutant of a file about sources leaves its Program alone. */
const ran = new WeakSet<Program>();

/** A reason from the invariants, or from a run of the kernel with the record on, or off. */
function cannotRun(compiled: Compiled): string | null {
  const [broken] = allBroken(compiled);
  if (broken !== undefined) return broken;
  const { program } = compiled;
  if (ran.has(program)) return null;
  const { run } = createKernel(program);
  for (const record of [true, false]) {
    const outcome = run({ seed: String(SEED), record });
    if (outcome.type === 'fault') return `${outcome.code}: ${outcome.message}`;
  }
  ran.add(program);
  return null;
}
