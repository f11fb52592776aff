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
 * of it is read; one that cannot be read is a fault of the scenario.
 *
 * @throws if the folder cannot be read
 */
export async function readScenarioFolder(folder: string): Promise<FolderResult> {
  const files = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  for (const name of (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()) {
    const read = await readWithinLimit(folder, name);
    if (read instanceof Uint8Array) files.set(name, read);
    else faults.push(read);
  }
  return faults.length > 0 ? { type: 'faulty', faults } : { type: 'files', files };
}

async function readWithinLimit(folder: string, name: string): Promise<Uint8Array | Fault> {
  const path = join(folder, name);
  const start = { line: 1, column: 1 };
  try {
    const { size } = await stat(path);
    if (size > LIMITS.bytes) return faultAt(name, start, 'file-too-large', LIMITS.bytes);
    return await readFile(path);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return faultAt(name, start, 'unreadable-file', code);
  }
}
