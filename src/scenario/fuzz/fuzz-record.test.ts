import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Program } from '../../core/program.js';
import { createKernel } from '../../core/run.js';
import { compileScenario } from '../compile.js';
import { brokenInvariants } from '../program-invariants.js';
import { fuzzScenario } from './fuzz.js';

/** `MUTANTS=10000 npm run fuzz` makes as many of the larger scenario too. */
const MORE = Number(process.env['MUTANTS'] ?? 0);
const SEED = 1_962;

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** A reason from the invariants, or from a run of the kernel with the record on, or off. */
function cannotRun(program: Program): string | null {
  const [broken] = brokenInvariants(program);
  if (broken !== undefined) return broken;
  const run = createKernel(program);
  for (const record of [true, false]) {
    const outcome = run({ seed: String(SEED), record });
    if (outcome.type === 'fault') return `${outcome.code}: ${outcome.message}`;
  }
  return null;
}

const TWO_BANKS = '../../../scenarios/two-banks/scenario.yaml';
const CUBA = '../../../scenarios/cuban-missile-crisis/';

const CASES = [
  {
    name: 'two-banks with a record',
    files: new Map([
      ['scenario.yaml', read(TWO_BANKS).replaceAll(/^ *#.*\n/gm, '')],
      ['record.yaml', read('../broken/sound-record.yaml')],
      ['sources.yaml', read('../broken/sound-sources.yaml')],
    ]),
    count: Math.max(500, MORE),
  },
  ...(existsSync(new URL(CUBA, import.meta.url))
    ? [
        {
          name: 'cuban-missile-crisis',
          files: new Map(
            ['scenario.yaml', 'record.yaml', 'sources.yaml'].map((name) => [
              name,
              read(CUBA + name),
            ]),
          ),
          count: Math.max(300, MORE),
        },
      ]
    : []),
];

test.each(CASES)('the sound original of $name keeps every invariant', ({ files }) => {
  const result = compileScenario('sound', files);
  expect(result.type === 'compiled' ? brokenInvariants(result.program) : result.faults).toEqual([]);
});

test.each(CASES)(
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
