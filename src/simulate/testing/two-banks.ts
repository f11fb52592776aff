import type { Program } from '../../core/program.js';
import { compileWithDoctrines } from '../../doctrine/compile-doctrines.js';
import { readScenarioFolder } from '../../scenario/folder.js';

/** The scenario `two-banks` with its doctrines. */
export async function twoBanks(): Promise<Program> {
  return await shippedProgram('two-banks');
}

/** A shipped scenario, compiled. */
export async function shippedProgram(id: string): Promise<Program> {
  const read = await readScenarioFolder(`scenarios/${id}`);
  if (read.type !== 'files') throw new Error(`${id} cannot be read`);
  const result = compileWithDoctrines(id, read.files);
  if (result.type !== 'compiled') throw new Error(`${id} has faults`);
  return result.program;
}
