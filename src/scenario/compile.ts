import type { Program } from '../core/program.js';
import { compileProgram } from './compile/compile-program.js';
import { faultAt, type Fault } from './faults.js';
import { collectFaults, type Faults } from './reading/report.js';
import { readYaml, type YamlFile } from './reading/yaml-file.js';

/** The files of a scenario's folder by name, with their content. */
export type ScenarioFiles = ReadonlyMap<string, string | Uint8Array>;

export type CompileResult =
  | { readonly type: 'compiled'; readonly program: Program }
  | { readonly type: 'faulty'; readonly faults: readonly Fault[] };

/**
 * Compiles the files of a scenario (`scenario.yaml`, and where there is a record `record.yaml` and
 * `sources.yaml`; others are not read) to a Program, or tells all their faults in the order of
 * their places. `id` is the folder's name.
 */
export function compileScenario(id: string, files: ScenarioFiles): CompileResult {
  const faults = collectFaults();
  const program = compileFiles(id, files, faults);
  const sorted = faults.sorted();
  if (sorted.length > 0 || program === null) return { type: 'faulty', faults: sorted };
  return { type: 'compiled', program };
}

function compileFiles(id: string, files: ScenarioFiles, faults: Faults): Program | null {
  const scenario = readPart(files, 'scenario.yaml', faults);
  const record = readPart(files, 'record.yaml', faults);
  const sources = readPart(files, 'sources.yaml', faults);
  if (!files.has('scenario.yaml')) {
    const start = { line: 1, column: 1 };
    faults.add([faultAt('scenario.yaml', start, 'missing-file', 'scenario.yaml')]);
  }
  return scenario && compileProgram(id, { scenario, record, sources }, faults.report);
}

function readPart(files: ScenarioFiles, name: string, faults: Faults): YamlFile | null {
  const content = files.get(name);
  if (content === undefined) return null;
  const result = readYaml(name, content);
  if (result.type === 'read') return result.file;
  faults.add(result.faults);
  return null;
}
