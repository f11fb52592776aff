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
 * their places. `id` is the folder's name. `read` may keep what it has read, for a caller that
 * compiles many variants of one file beside others that stay.
 */
export function compileScenario(
  id: string,
  files: ScenarioFiles,
  read: typeof readYaml = readYaml,
): CompileResult {
  const faults = collectFaults();
  const program = compileFiles(id, files, read, faults);
  const sorted = faults.sorted();
  if (sorted.length > 0 || program === null) return { type: 'faulty', faults: sorted };
  return { type: 'compiled', program };
}

function compileFiles(
  id: string,
  files: ScenarioFiles,
  read: typeof readYaml,
  faults: Faults,
): Program | null {
  const part = (name: string) => readPart(name, files.get(name), read, faults);
  const scenario = part('scenario.yaml');
  const record = part('record.yaml');
  const sources = part('sources.yaml');
  if (!files.has('scenario.yaml')) {
    const start = { line: 1, column: 1 };
    faults.add([faultAt('scenario.yaml', start, 'missing-file', 'scenario.yaml')]);
  }
  return scenario && compileProgram(id, { scenario, record, sources }, faults.report);
}

/** Reads one file of a scenario; null where it is absent or at fault. */
export function readPart(
  name: string,
  content: string | Uint8Array | undefined,
  read: typeof readYaml,
  faults: Faults,
): YamlFile | null {
  if (content === undefined) return null;
  const result = read(name, content);
  if (result.type === 'read') return result.file;
  faults.add(result.faults);
  return null;
}
