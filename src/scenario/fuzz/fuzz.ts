import type { Program } from '../../core/program.js';
import { compileSourceCriticism, type CriticismResult } from '../compile-sources.js';
import type { ScenarioFiles } from '../compile.js';
import type { Fault } from '../faults.js';
import { readYaml } from '../reading/yaml-file.js';
import { generator, mutant } from './mutants.js';

/** What became of the mutants of one scenario. */
export interface FuzzResult {
  readonly compiled: number;
  readonly refused: number;
  /**
   * Mutants that did what no input may make the compiler do, with the seed that gives each again.
   */
  readonly failures: readonly string[];
}

/** What a mutant that was not refused compiled to. */
export type Compiled = Extract<CriticismResult, { type: 'compiled' }>;

type Result<C> = C | { readonly type: 'faulty'; readonly faults: readonly Fault[] };

/** What is fuzzed, and how what comes of it is judged. */
interface Fuzzing<C extends { readonly type: 'compiled' }> {
  readonly files: ReadonlyMap<string, string>;
  /** Names of the files that are changed, one in each mutant. */
  readonly changed: readonly string[];
  readonly count: number;
  readonly seed: number;
  readonly compile: (files: ScenarioFiles) => Result<C>;
  /** A reason why what a mutant compiled to cannot be used, or null. */
  readonly objection: (compiled: C) => string | null;
}

/** Longer than this for one mutant is a hang. */
const SLOW_MS = 1_000;

/** Fuzzes every file of a scenario and of its sources. */
export function fuzzScenario(
  files: ReadonlyMap<string, string>,
  count: number,
  seed: number,
  objection: (compiled: Compiled) => string | null,
): FuzzResult {
  const changed = [...files.keys()];
  return fuzzFiles({ files, changed, count, seed, compile: compilerOfVariants(files), objection });
}

/**
 * Compiles `count` mutants of the files; each mutant changes one file. Failures are those that
 * throw, that take longer than a second three times over, that are refused without a fault or with
 * one that has no place, and that compile to what `objection` gives a reason against.
 */
export function fuzzFiles<C extends { readonly type: 'compiled' }>(
  fuzzing: Fuzzing<C>,
): FuzzResult {
  const { files, changed, count, seed } = fuzzing;
  const failures: string[] = [];
  let compiled = 0;
  for (let i = 0; i < count; i++) {
    const random = generator(seed + i);
    const name = changed[Math.floor(random() * changed.length)]!;
    const mutated = new Map(files).set(name, mutant(files.get(name)!, random));
    const outcome = tried(mutated, fuzzing);
    if (outcome === 'compiled') compiled += 1;
    else if (outcome !== 'refused') failures.push(`mutant ${seed + i} of ${name}: ${outcome}`);
  }
  return { compiled, refused: count - compiled - failures.length, failures };
}

type Compile = (files: ScenarioFiles) => CriticismResult;

/** What a Program is compiled from. */
const PROGRAM_FILES = ['scenario.yaml', 'record.yaml', 'sources.yaml'];

/** Reads and compiles what a mutant leaves alone once, not once for each mutant. */
function compilerOfVariants(originals: ReadonlyMap<string, string>): Compile {
  const kept = new Map<string, ReturnType<typeof readYaml>>();
  let program: Program | undefined;
  const read: typeof readYaml = (name, content) => {
    if (content !== originals.get(name)) return readYaml(name, content);
    const found = kept.get(name) ?? readYaml(name, content);
    kept.set(name, found);
    return found;
  };
  return (files) => {
    const same = PROGRAM_FILES.every((name) => files.get(name) === originals.get(name));
    const result = compileSourceCriticism('mutant', files, same ? program : undefined, read);
    if (same && result.type === 'compiled') ({ program } = result);
    return result;
  };
}

/** Milliseconds since its call, without those in which the machine served somebody else. */
function stopwatch(): () => number {
  const begun = performance.now();
  const worked = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(worked);
    return Math.min(performance.now() - begun, (user + system) / 1_000);
  };
}

/** A slow moment of the machine is over at the second or third try. */
function isSlow(files: ScenarioFiles, compile: (files: ScenarioFiles) => unknown): boolean {
  return [1, 2].every(() => {
    const elapsed = stopwatch();
    compile(files);
    return elapsed() > SLOW_MS;
  });
}

function tried<C extends { readonly type: 'compiled' }>(
  files: ScenarioFiles,
  { compile, objection }: Fuzzing<C>,
): string {
  try {
    const elapsed = stopwatch();
    const result = compile(files);
    if (elapsed() > SLOW_MS && isSlow(files, compile)) return `takes longer than ${SLOW_MS} ms`;
    if (result.type === 'compiled') return objection(result) ?? 'compiled';
    if (result.faults.length === 0) return 'refused without a fault';
    const placed = result.faults.every(
      ({ line, column, message }) => line >= 1 && column >= 1 && message,
    );
    return placed ? 'refused' : 'a fault has no place or no message';
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
