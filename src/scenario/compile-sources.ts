import type { Program } from '../core/program.js';
import { compileCriticism } from './compile/criticism/compile-criticism.js';
import { compileScenario, readPart, type ScenarioFiles } from './compile.js';
import type { Fault } from './faults.js';
import { collectFaults } from './reading/report.js';
import { readYaml } from './reading/yaml-file.js';
import type { SourceCriticism } from './source-criticism.js';

export type CriticismResult =
  | {
      readonly type: 'compiled';
      readonly criticism: SourceCriticism;
      /** What it was held against. */
      readonly program: Program;
    }
  | { readonly type: 'faulty'; readonly faults: readonly Fault[] };

/**
 * Compiles what a scenario says of its sources (`sources.yaml`, `documents.yaml` and
 * `accounts.yaml`, each of which may be absent), or tells all faults in the order of their places.
 * It is held against the record, and so the scenario is compiled first: `program` spares that to a
 * caller who has done it. Where the scenario itself is at fault, its faults are told, and of the
 * other files those that can be told without it. `read` is as for {@link compileScenario}.
 */
export function compileSourceCriticism(
  id: string,
  files: ScenarioFiles,
  program?: Program,
  read: typeof readYaml = readYaml,
): CriticismResult {
  const faults = collectFaults();
  const record = program ?? compiledProgram(id, files, read, faults.add);
  const part = (name: string) => readPart(name, files.get(name), read, faults);
  const parts = {
    sources: part('sources.yaml'),
    documents: part('documents.yaml'),
    accounts: part('accounts.yaml'),
  };
  const criticism = compileCriticism(record, parts, faults.report);
  const sorted = faults.sorted();
  if (sorted.length > 0 || criticism === null || record === null) {
    return { type: 'faulty', faults: sorted };
  }
  return { type: 'compiled', criticism, program: record };
}

function compiledProgram(
  id: string,
  files: ScenarioFiles,
  read: typeof readYaml,
  add: (faults: readonly Fault[]) => void,
): Program | null {
  const result = compileScenario(id, files, read);
  if (result.type === 'compiled') return result.program;
  add(result.faults);
  return null;
}
