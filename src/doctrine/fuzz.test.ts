import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Program } from '../core/program.js';
import { createKernel } from '../core/run.js';
import { compileScenario } from '../scenario/compile.js';
import { fuzzFiles } from '../scenario/fuzz/fuzz.js';
import { brokenInvariants } from '../scenario/program-invariants.js';
import { compileDoctrines } from './compile-doctrines.js';

/** `MUTANTS=10000 npm run fuzz` makes as many. */
const MORE = Number(process.env['MUTANTS'] ?? 0);
const SEED = 1_962;
const FOLDER = '../../scenarios/';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const withoutRemarks = (text: string) => text.replaceAll(/^ *#.*\n/gm, '');

const CASES = [
  {
    name: 'sound doctrines',
    scenario: 'two-banks',
    doctrines: 'broken/sound-doctrines.yaml',
    count: 1_500,
  },
  {
    name: 'two-banks',
    scenario: 'two-banks',
    doctrines: `${FOLDER}two-banks/doctrines.yaml`,
    count: 1_500,
  },
  {
    name: 'cuban-missile-crisis',
    scenario: 'cuban-missile-crisis',
    doctrines: `${FOLDER}cuban-missile-crisis/doctrines.yaml`,
    count: 60,
  },
].map((one) => ({ ...one, count: Math.max(one.count, MORE) }));

function scenarioOf(name: string): Program {
  const files = ['scenario.yaml', 'record.yaml', 'sources.yaml'].flatMap((file) => {
    try {
      return [[file, read(`${FOLDER}${name}/${file}`)] as const];
    } catch {
      return [];
    }
  });
  const result = compileScenario(name, new Map(files));
  if (result.type === 'faulty') throw new Error(`${name} has faults`);
  return result.program;
}

test.each(CASES)(
  `R11: $count mutants of the doctrines of $name from seed ${SEED}: none throws, hangs, reads what it may not or gives an order that is refused`,
  ({ scenario, doctrines, count }) => {
    const program = scenarioOf(scenario);
    const { compiled, refused, failures } = fuzzFiles({
      files: new Map([['doctrines.yaml', withoutRemarks(read(doctrines))]]),
      changed: ['doctrines.yaml'],
      count,
      seed: SEED,
      compile: (files) => compileDoctrines(program, files),
      objection: (result) => objection(result.program),
    });
    expect(failures).toEqual([]);
    // Mutants that are all refused, or all accepted, would prove nothing.
    expect(compiled).toBeGreaterThan(count / 20);
    expect(refused).toBeGreaterThan(count / 10);
  },
  3_600_000,
);

/** What a mutant may come to in a run: a number out of bounds, or meetings without end. */
const HONEST = /is not a number|follow each other without time passing/;

/** A reason from the invariants, or from a run in which each seat has its last doctrine. */
function objection(program: Program): string | null {
  const [broken] = brokenInvariants(program);
  if (broken !== undefined) return broken;
  const bySeat = new Map(
    program.doctrines.map(({ seat, name }) => [program.seats[seat]!.name, name]),
  );
  const doctrines = [...bySeat].map(([seat, doctrine]) => ({ seat, doctrine }));
  const outcome = createKernel(program).run({
    seed: String(SEED),
    record: false,
    doctrines,
    until: program.closes,
  });
  if (outcome.type === 'done' || HONEST.test(outcome.message)) return null;
  return `${outcome.code}: ${outcome.message}`;
}
