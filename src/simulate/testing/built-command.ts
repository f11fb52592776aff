import { spawn, spawnSync, type ChildProcess, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleCommand, bundleWorker } from '../../../tools/bundle.mjs';

/** The command as it ships, in a folder of its own that is also its working directory. */
export interface BuiltCommand {
  readonly root: string;
  /** Runs a call to its end. */
  readonly call: (...words: readonly string[]) => SpawnSyncReturns<string>;
  /** Begins a call; its output goes nowhere, its messages are kept by the process. */
  readonly start: (...words: readonly string[]) => ChildProcess;
  /** Removes what calls have written. */
  readonly clear: () => void;
  readonly remove: () => void;
}

const OWN = new Set(['dist', 'package.json', 'scenarios', 'node_modules']);

/** Bundles command and threads two folders below a root that has what they look for there. */
export async function buildCommand(): Promise<BuiltCommand> {
  const root = mkdtempSync(join(tmpdir(), 'backchannel-built-'));
  const bin = join(root, 'dist', 'bin');
  await bundleCommand(bin);
  await bundleWorker(bin);
  cpSync('package.json', join(root, 'package.json'));
  for (const name of ['scenarios', 'node_modules']) {
    symlinkSync(join(process.cwd(), name), join(root, name));
  }
  const file = join(bin, 'backchannel.js');
  return {
    root,
    call: (...words) =>
      spawnSync(process.execPath, [file, ...words], { encoding: 'utf8', cwd: root }),
    start: (...words) =>
      spawn(process.execPath, [file, ...words], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    clear: () => {
      const written = readdirSync(root).filter((name) => !OWN.has(name));
      for (const name of written) rmSync(join(root, name), { recursive: true });
    },
    remove: () => {
      rmSync(root, { recursive: true });
    },
  };
}
