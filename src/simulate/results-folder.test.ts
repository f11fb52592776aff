import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomeColumns } from '../core/history/outcome-columns.js';
import { openResultsFolder, readManifest } from './results-folder.js';
import { runBatch } from './runner.js';
import { batchOf } from './testing/requests.js';
import { beginResultsIn, filesOf, STAMP, writeResultsTo } from './testing/results.js';
import { twoBanks } from './testing/two-banks.js';

const program = await twoBanks();
const batch = batchOf(program, { runs: 350, against: [], changes: ['channel ferry loss 20%'] });
const other = batchOf(program, { runs: 350, seed: 'another' });

let root = '';
let whole: Record<string, string> = {};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'backchannel-folder-'));
  await writeResultsTo(join(root, 'whole'), program, batch);
  whole = filesOf(join(root, 'whole'));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

function messageOf(folder: string, resume: boolean, stamp = STAMP, asked = batch): string {
  const opened = openResultsFolder(folder, asked, stamp, resume);
  return opened.type === 'refused' ? opened.message : opened.type;
}

describe('a folder of results', () => {
  test('holds the files that its manifest names, and nothing else', () => {
    const manifest = readManifest(join(root, 'whole'))!;
    const names = manifest.files.map(({ name }) => name);
    expect(Object.keys(whole)).toEqual([...names, 'manifest.json'].toSorted());
    expect(manifest).toMatchObject({ ...STAMP, batch, node: process.version });
    expect(manifest.results).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a batch that was stopped and goes on comes to the same bytes', async () => {
    const folder = join(root, 'stopped');
    await beginResultsIn(folder, program, batch, 2);
    expect(messageOf(folder, false)).toContain('go on with --resume');
    await writeResultsTo(folder, program, batch);
    expect(filesOf(folder)).toEqual(whole);
  });

  test('two that write its files at once do not write into each other’s', async () => {
    const folder = join(root, 'two');
    await beginResultsIn(folder, program, batch, 4);
    const results = { program, batch, columns: outcomeColumns(program) };
    const open = () => {
      const opened = openResultsFolder(folder, batch, STAMP, true);
      if (opened.type !== 'open') throw new Error(opened.type);
      return opened;
    };
    const [one, another] = [open(), open()];
    one.finish(results, (name) => {
      if (name !== 'codebook.csv') return;
      const stopped = () => {
        another.finish(results, (file) => {
          if (file === 'pairs.csv') throw new Error('killed');
        });
      };
      expect(stopped).toThrow('killed');
    });
    expect(filesOf(folder)).toEqual(whole);
  });

  test('a chunk that was damaged is run again', async () => {
    const folder = join(root, 'damaged');
    await beginResultsIn(folder, program, batch, 2);
    truncateSync(join(folder, '.unfinished', 'chunks', '0000001.chunk'), 1000);
    await writeResultsTo(folder, program, batch);
    expect(filesOf(folder)).toEqual(whole);
  });

  test.each(['runs.csv', 'pairs.csv', 'codebook.csv', 'summary.json', 'report.html'])(
    'a batch whose files were being written at %s goes on to the same bytes',
    async (name) => {
      const folder = join(root, `writing-${name}`);
      const opened = openResultsFolder(folder, batch, STAMP, false);
      if (opened.type !== 'open') throw new Error(opened.type);
      await runBatch(program, batch, { workers: 0, sink: opened.parts.sink });
      const finish = () =>
        opened.finish({ program, batch, columns: outcomeColumns(program) }, (written) => {
          if (written === name) throw new Error('killed');
        });
      expect(finish).toThrow('killed');
      expect(readManifest(folder)).toBeNull();
      await writeResultsTo(folder, program, batch);
      expect(filesOf(folder)).toEqual(whole);
    },
  );

  test('another batch does not touch it, begun or finished', async () => {
    const begun = join(root, 'begun');
    await beginResultsIn(begun, program, batch, 1);
    for (const folder of [begun, join(root, 'whole')]) {
      for (const resume of [true, false]) {
        const message = messageOf(folder, resume, STAMP, other);
        expect(message).toContain('another batch (350 histories of two-banks, seed test');
      }
    }
    expect(filesOf(join(root, 'whole'))).toEqual(whole);
  });

  test('another version of the program does not go on with it', async () => {
    const folder = join(root, 'older');
    await beginResultsIn(folder, program, batch, 1);
    expect(messageOf(folder, true, { ...STAMP, code: null })).toContain('another version');
  });

  test('chunks of which nobody can tell whose they are do not count', async () => {
    const folder = join(root, 'orphans');
    await beginResultsIn(folder, program, other, 1);
    writeFileSync(join(folder, '.unfinished', 'batch.json'), '{"key":');
    await writeResultsTo(folder, program, batch);
    expect(filesOf(folder)).toEqual(whole);
  });

  test('a finished one is told with --resume, and left alone without', () => {
    const folder = join(root, 'whole');
    expect(messageOf(folder, true)).toBe('finished');
    expect(messageOf(folder, false)).toContain('holds the results of this batch already');
    expect(filesOf(folder)).toEqual(whole);
  });

  test('a folder with something else in it is refused by the name of that', () => {
    const folder = join(root, 'thesis');
    mkdirSync(folder);
    writeFileSync(join(folder, 'chapter.md'), '');
    for (const resume of [true, false]) {
      expect(messageOf(folder, resume)).toContain("holds something else ('chapter.md')");
    }
  });
});
