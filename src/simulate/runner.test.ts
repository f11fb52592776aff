import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleWorker } from '../../tools/bundle.mjs';
import { outcomeColumns } from '../core/history/outcome-columns.js';
import { runHistory } from '../core/run.js';
import { formatInstant } from '../core/time/instant.js';
import type { Batch } from './batch.js';
import { planVariant } from './batch-plan.js';
import { chunkCount, type Chunk } from './chunk.js';
import { openParts } from './parts.js';
import { runBatch, type Progress } from './runner.js';
import { tablesOf } from './tables.js';
import { batchOf } from './testing/requests.js';
import { twoBanks } from './testing/two-banks.js';

const program = await twoBanks();
const columns = outcomeColumns(program);
const SLOWER = 'channel ferry delay triangular 3h 5h 9h';

let folder = '';
let worker = new URL('file:///');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-worker-'));
  await bundleWorker(folder);
  worker = pathToFileURL(join(folder, 'simulate-worker.js'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function chunksOf(batch: Batch, workers: number): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  const sink = {
    chunk: (chunk: Chunk) => {
      chunks.push(chunk);
    },
  };
  const end = await runBatch(program, batch, { workers, sink, worker });
  expect(end.type).toBe('done');
  return chunks.toSorted((a, b) => a.index - b.index);
}

function isEqual(a: object, b: object | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

describe('a batch', () => {
  test('R23: comes to the same on one thread, two or eight, and without any', async () => {
    const batch = batchOf(program, { runs: 250, changes: [SLOWER], against: [], events: true });
    const [none, ...some] = [
      await chunksOf(batch, 0),
      await chunksOf(batch, 1),
      await chunksOf(batch, 2),
      await chunksOf(batch, 8),
    ];
    expect(none).toHaveLength(chunkCount(batch));
    for (const chunks of some) expect(chunks).toEqual(none);
  });

  test('a row is what the logged history of its run comes to', async () => {
    const batch = batchOf(program, { runs: 30, changes: [SLOWER] });
    const [chunk] = await chunksOf(batch, 0);
    const plan = planVariant(program, batch, 0);
    if (plan.type === 'refused') throw new Error(plan.reason);
    const [high, low] = ['state_hash_hi', 'state_hash_lo'].map((name) =>
      columns.findIndex((column) => column.name === name),
    ) as [number, number];
    for (let run = 0; run < 30; run++) {
      const result = runHistory(plan.program, { ...plan.options, run });
      if (result.type === 'fault') throw new Error(result.message);
      const row = chunk!.rows[0]!.subarray(run * columns.length);
      const hash = [row[high]!, row[low]!].map((n) => n.toString(16).padStart(8, '0')).join('');
      expect(hash).toBe(result.history.end.stateHash);
    }
  });

  test('events are those of the logged history, in order, with their names', async () => {
    const batch = batchOf(program, { runs: 5, events: true });
    const parts = openParts(join(folder, 'chunks'), batch);
    await runBatch(program, batch, { workers: 0, sink: parts.sink });
    const events = tablesOf({ program, batch, columns, parts }).find(
      ({ name }) => name === 'events',
    )!;
    const [block] = events.blocks();
    const [runs, ats] = [block!.values[1], block!.values[3]] as [Float64Array, Float64Array];
    const names = block!.values[5] as string[];
    const rows = Array.from(runs, (run, i) => ({
      run,
      at: formatInstant(ats[i]!),
      name: names[i],
    }));
    const plan = planVariant(program, batch, 0);
    if (plan.type === 'refused') throw new Error(plan.reason);
    const logged = Array.from({ length: 5 }, (_, run) => {
      const result = runHistory(plan.program, { ...plan.options, run });
      if (result.type === 'fault') throw new Error(result.message);
      const told = result.history.events.filter(({ kind }) => kind !== 'deadline');
      return told.map(({ at, name }) => ({ run, at, name }));
    }).flat();
    // The log leaves out what did nothing, and gives obligations ids.
    let next = 0;
    for (const row of rows) if (isEqual(row, logged[next])) next += 1;
    expect(logged[next]).toBeUndefined();
    expect(rows.length).toBeLessThan(1.1 * logged.length);
  });

  test('tells how far it is, to the last history', async () => {
    const batch = batchOf(program, { runs: 250, against: [] });
    const seen: Progress[] = [];
    await runBatch(program, batch, {
      workers: 0,
      sink: { chunk: () => {} },
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.map(({ done }) => done)).toEqual([0, 200, 400, 500]);
    expect(seen.every(({ total }) => total === 500)).toBe(true);
  });

  test('runs what its sink has not', async () => {
    const batch = batchOf(program, { runs: 1000 });
    const had = new Set([0, 3]);
    const run: number[] = [];
    const end = await runBatch(program, batch, {
      workers: 2,
      worker,
      sink: { has: (index) => had.has(index), chunk: ({ index }) => void run.push(index) },
    });
    expect(end).toEqual({ type: 'done', done: 1000, total: 1000 });
    expect(run.toSorted((a, b) => a - b)).toEqual([1, 2, 4]);
  });

  test('stops after the chunks under way when it is told to', async () => {
    const batch = batchOf(program, { runs: 100_000 });
    const stop = new AbortController();
    let chunks = 0;
    const end = await runBatch(program, batch, {
      workers: 2,
      worker,
      signal: stop.signal,
      sink: {
        chunk: () => {
          chunks += 1;
          if (chunks === 3) stop.abort();
        },
      },
    });
    expect(end).toMatchObject({ type: 'stopped', done: chunks * 200, total: 100_000 });
    expect(chunks).toBeLessThan(10);
  });

  test('says so where its threads are missing, or fail', async () => {
    const batch = batchOf(program, { runs: 1000 });
    const sink = { chunk: () => {} };
    const none = pathToFileURL(join(folder, 'none.js'));
    expect(await runBatch(program, batch, { workers: 1, worker: none, sink })).toMatchObject({
      type: 'fault',
      message: expect.stringContaining("with 'npm run build'") as string,
    });
    const failing = pathToFileURL(join(folder, 'failing.mjs'));
    writeFileSync(failing, 'export function chunk() { process.exit(3); }');
    expect(await runBatch(program, batch, { workers: 2, worker: failing, sink })).toMatchObject({
      type: 'fault',
      message: expect.stringMatching(/^a thread of the batch failed: .*3/) as string,
    });
  });

  test('a run that cannot be computed ends it, in words', async () => {
    const changes = ['incident shot_at_barrier rate 1/day / (anger - anger)'];
    const batch = batchOf(program, { runs: 1000, changes });
    const end = await runBatch(program, batch, { workers: 2, worker, sink: { chunk: () => {} } });
    expect(end).toMatchObject({ type: 'fault' });
    expect(end.type === 'fault' && end.message).toMatch(/^history \d+ of change cannot/);
  });
});
