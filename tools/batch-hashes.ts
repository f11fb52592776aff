import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeColumns } from '../src/core/history/outcome-columns.js';
import { openParts } from '../src/simulate/parts.js';
import { writeResults } from '../src/simulate/result-files.js';
import { runBatch } from '../src/simulate/runner.js';
import { batchOf } from '../src/simulate/testing/requests.js';
import { shippedProgram } from '../src/simulate/testing/two-banks.js';

/** A change of each shipped scenario that every history feels. */
const BATCHES = [
  ['two-banks', 'channel ferry delay triangular 3h 5h 9h'],
  ['cuban-missile-crisis', 'channel embassy_telegram delay 3h'],
] as const;

/**
 * SHA-256 of every file of a small batch of each shipped scenario, one a line; the report aside,
 * which a library draws.
 */
export async function batchHashes(): Promise<string[]> {
  const lines = [];
  for (const [id, change] of BATCHES) {
    const program = await shippedProgram(id);
    const batch = batchOf(program, { runs: 10, changes: [change], against: [], events: true });
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-hashes-'));
    const parts = openParts(join(folder, 'chunks'), batch);
    await runBatch(program, batch, { workers: 0, sink: parts.sink });
    const { files } = writeResults(folder, {
      program,
      batch,
      columns: outcomeColumns(program),
      parts,
    });
    rmSync(folder, { recursive: true });
    const own = files.filter(({ name }) => name !== 'report.html');
    lines.push(...own.map(({ name, sha256 }) => `${id} ${name} ${sha256}`));
  }
  return lines;
}
