import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScenarioFiles } from './compile.js';
import { faultAt, type Fault } from './faults.js';
import { LIMITS } from './reading/yaml-file.js';

export type FolderResult =
  | { readonly type: 'files'; readonly files: ScenarioFiles }
  | { readonly type: 'faulty'; readonly faults: readonly Fault[] };

/**
 * The YAML files of a scenario's folder. A file beyond the limit is refused by its size, before any
 * of it is read.
 *
 * @throws if the folder cannot be read
 */
export async function readScenarioFolder(folder: string): Promise<FolderResult> {
  const files = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()) {
    const path = join(folder, name);
    const { size } = await stat(path);
    if (size > LIMITS.bytes) {
      faults.push(faultAt(name, { line: 1, column: 1 }, 'file-too-large', LIMITS.bytes));
    } else files.set(name, await readFile(path));
  }
  return faults.length > 0 ? { type: 'faulty', faults } : { type: 'files', files };
}
