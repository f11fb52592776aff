import type { Program } from '../../core/program.js';
import { compileWithDoctrines } from '../../doctrine/compile-doctrines.js';
import { readScenarioFolder } from '../../scenario/folder.js';

/** The scenario `two-banks` with its doctrines, its text edited where that is asked for. */
export async function twoBanks(edit?: (source: string) => string): Promise<Program> {
  return await shippedProgram('two-banks', edit);
}

/** A shipped scenario, compiled. */
export async function shippedProgram(
  id: string,
  edit = (source: string): string => source,
): Promise<Program> {
  const read = await readScenarioFolder(`scenarios/${id}`);
  if (read.type !== 'files') throw new Error(`${id} cannot be read`);
  const source = edit(Buffer.from(read.files.get('scenario.yaml')!).toString());
  const files = new Map([...read.files, ['scenario.yaml', Buffer.from(source)]]);
  const result = compileWithDoctrines(id, files);
  if (result.type !== 'compiled') throw new Error(`${id} has faults`);
  return result.program;
}
