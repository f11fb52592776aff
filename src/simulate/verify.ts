import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programHash } from '../core/history/chain.js';
import { outcomeColumns } from '../core/history/outcome-columns.js';
import type { Program } from '../core/program.js';
import { planVariant } from './batch-plan.js';
import { MANIFEST, manifestOf, type CodeStamp, type Manifest } from './manifest.js';
import { openParts } from './parts.js';
import { fileHash, writeResults } from './result-files.js';
import { runBatch, type RunnerOptions } from './runner.js';
import { simulateMessages } from './simulate-messages.js';
import { firstDifference } from './table-difference.js';

/** What came of making the results of a folder again. */
export type FolderCheck =
  | {
      readonly type: 'same';
      readonly results: string;
      readonly files: number;
      /** Files that are none of the batch's. */
      readonly others: readonly string[];
    }
  /** One sentence for each file that is not what it should be. */
  | { readonly type: 'different'; readonly differences: readonly string[] }
  /** It was made with something else, so that nothing can be said of its figures. */
  | { readonly type: 'not comparable'; readonly message: string }
  | { readonly type: 'stopped' };

/** Whether a folder can be made again here, in words; null where it can. */
export function incomparable(manifest: Manifest, program: Program, here: CodeStamp): string | null {
  const { batch, version, code } = manifest;
  if (version !== here.version || code !== here.code) {
    return simulateMessages.madeByOther(codeName(version, code), codeName(here.version, here.code));
  }
  if (batch.scenario !== program.id || batch.program !== programHash(program)) {
    return simulateMessages.otherProgram(batch.scenario);
  }
  for (let variant = 0; variant < batch.variants.length; variant++) {
    const plan = planVariant(program, batch, variant);
    if (plan.type === 'refused') return simulateMessages.badBatch(plan.change, plan.reason);
  }
  return null;
}

function codeName(version: string, code: string | null): string {
  return `${version} (${code === null ? 'from source' : code.slice(0, 12)})`;
}

/**
 * Makes the results of a folder again, beside it and block by block, and compares every file to the
 * byte. The program must be the one that its manifest names (see {@link incomparable}).
 */
export async function verifyFolder(
  folder: string,
  manifest: Manifest,
  program: Program,
  runner: Omit<RunnerOptions, 'sink'>,
): Promise<FolderCheck> {
  const again = mkdtempSync(join(tmpdir(), 'backchannel-verify-'));
  try {
    const { batch } = manifest;
    const parts = openParts(join(again, 'chunks'), batch);
    const end = await runBatch(program, batch, { ...runner, sink: { chunk: parts.sink.chunk } });
    if (end.type === 'fault') return { type: 'different', differences: [end.message] };
    if (end.type === 'stopped') return { type: 'stopped' };
    const made = join(again, 'files');
    mkdirSync(made);
    const columns = outcomeColumns(program);
    const { files } = writeResults(made, { program, batch, columns, parts });
    return await compared(folder, made, manifest, manifestOf(batch, files, manifest));
  } finally {
    rmSync(again, { recursive: true });
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

async function compared(
  folder: string,
  made: string,
  manifest: Manifest,
  rebuilt: Manifest,
): Promise<FolderCheck> {
  const differences: string[] = [];
  for (const { name, sha256 } of rebuilt.files) {
    const path = join(folder, name);
    if (!isFile(path)) differences.push(simulateMessages.missingFile(name));
    else if (fileHash(path) !== sha256) {
      differences.push(await firstDifference(name, path, join(made, name)));
    }
  }
  if (JSON.stringify(rebuilt.files) !== JSON.stringify(manifest.files)) {
    differences.push(simulateMessages.otherHashes);
  } else if (rebuilt.results !== manifest.results) {
    differences.push(simulateMessages.otherResults);
  }
  if (differences.length > 0) return { type: 'different', differences };
  const own = new Set([MANIFEST, ...rebuilt.files.map(({ name }) => name)]);
  const others = readdirSync(folder).filter((name) => !own.has(name));
  return { type: 'same', results: rebuilt.results, files: rebuilt.files.length, others };
}
