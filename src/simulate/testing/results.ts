import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeColumns } from '../../core/history/outcome-columns.js';
import type { Program } from '../../core/program.js';
import type { Batch } from '../batch.js';
import type { Stamp } from '../manifest.js';
import { openResultsFolder } from '../results-folder.js';
import { runBatch } from '../runner.js';

export const STAMP: Stamp = {
  version: '1.2.3',
  code: 'c0de'.repeat(16),
  command: 'backchannel simulate …',
};

/** Writes the results of a batch into a folder, begun there before or not. */
export async function writeResultsTo(
  folder: string,
  program: Program,
  batch: Batch,
): Promise<void> {
  const opened = openResultsFolder(folder, batch, STAMP, true);
  if (opened.type !== 'open') throw new Error(opened.type);
  await runBatch(program, batch, { workers: 0, sink: opened.parts.sink });
  opened.finish({ program, batch, columns: outcomeColumns(program) });
}

/** Runs some chunks of a batch into a folder and leaves it there, as a kill would. */
export async function beginResultsIn(
  folder: string,
  program: Program,
  batch: Batch,
  chunks: number,
): Promise<void> {
  const opened = openResultsFolder(folder, batch, STAMP, true);
  if (opened.type !== 'open') throw new Error(opened.type);
  const stop = new AbortController();
  const { sink } = opened.parts;
  let taken = 0;
  await runBatch(program, batch, {
    workers: 0,
    signal: stop.signal,
    sink: {
      ...sink,
      chunk: async (chunk) => {
        await sink.chunk(chunk);
        taken += 1;
        if (taken === chunks) stop.abort();
      },
    },
  });
}

/** What every file of a folder holds, by name. */
export function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).toSorted();
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]),
  );
}
