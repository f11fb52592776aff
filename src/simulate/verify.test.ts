import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseManifest, type Manifest } from './manifest.js';
import { readManifest } from './results-folder.js';
import { batchOf } from './testing/requests.js';
import { STAMP, writeResultsTo } from './testing/results.js';
import { twoBanks } from './testing/two-banks.js';
import { incomparable, verifyFolder, type FolderCheck } from './verify.js';

const program = await twoBanks();
const batch = batchOf(program, {
  runs: 60,
  against: [],
  changes: ['channel ferry loss 20%'],
  events: true,
});

let root = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'backchannel-verify-test-'));
  await writeResultsTo(join(root, 'whole'), program, batch);
  const another = batchOf(program, { ...batch, seed: 'another', against: [], changes: [] });
  await writeResultsTo(join(root, 'another'), program, another);
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

function copyOf(name: string): string {
  const folder = join(root, name);
  cpSync(join(root, 'whole'), folder, { recursive: true });
  return folder;
}

async function checked(folder: string): Promise<FolderCheck> {
  return await verifyFolder(folder, readManifest(folder)!, program, { workers: 0 });
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

describe('verifying a folder of results', () => {
  test('finds it the same, and names what is not of the batch', async () => {
    const folder = copyOf('same');
    writeFileSync(join(folder, 'notes.txt'), '');
    const { results } = readManifest(folder)!;
    expect(await checked(folder)).toEqual({
      type: 'same',
      results,
      files: 9,
      others: ['notes.txt'],
    });
  });

  test('names line and column of a digit that was changed', async () => {
    const folder = copyOf('digit');
    const lines = readFileSync(join(folder, 'runs.csv'), 'utf8').split('\n');
    const column = lines[0]!.split(',').indexOf('unknown_kappa');
    const cells = lines[17]!.split(',');
    const was = cells[column]!;
    cells[column] = '0.5';
    writeFileSync(join(folder, 'runs.csv'), lines.with(17, cells.join(',')).join('\n'));
    expect(await checked(folder)).toEqual({
      type: 'different',
      differences: [`runs.csv, line 18, unknown_kappa: there 0.5, computed ${was}`],
    });
  });

  test('sees a file that was swapped, though the manifest was made to fit', async () => {
    const folder = copyOf('swapped');
    for (const name of ['runs.csv', 'runs.parquet', 'summary.json', 'report.html']) {
      cpSync(join(root, 'another', name), join(folder, name));
    }
    const { files, results } = readManifest(join(root, 'another'))!;
    edit(join(folder, 'manifest.json'), (text) => {
      const manifest = JSON.parse(text) as Manifest;
      const swapped = manifest.files.map(
        (file) => files.find(({ name }) => name === file.name) ?? file,
      );
      return JSON.stringify({ ...manifest, results, files: swapped });
    });
    const check = await checked(folder);
    expect(check.type === 'different' && check.differences.join('\n')).toMatch(
      /runs\.csv, line \d+.*\nruns\.parquet is not.*\nsummary\.json is not.*\nmanifest\.json names/s,
    );
  });

  test('sees a table that is cut short, or goes on, or is gone', async () => {
    const folder = copyOf('short');
    edit(join(folder, 'runs.csv'), (text) => `${text.split('\n').slice(0, 10).join('\n')}\n`);
    edit(join(folder, 'events.csv'), (text) => `${text}more\n`);
    rmSync(join(folder, 'pairs.parquet'));
    const check = await checked(folder);
    expect(check.type === 'different' && check.differences).toEqual([
      expect.stringMatching(/^events\.csv has more than there is, from line \d+ on$/),
      'pairs.parquet is missing',
      'runs.csv is cut short after line 10',
    ]);
  });

  test('something else in the place of a file is a file that is missing', async () => {
    const folder = copyOf('folder');
    rmSync(join(folder, 'runs.csv'));
    mkdirSync(join(folder, 'runs.csv'));
    const check = await checked(folder);
    expect(check.type === 'different' && check.differences).toEqual(['runs.csv is missing']);
  });

  test('another version, another scenario, or a batch that cannot be: told beforehand', () => {
    const manifest = readManifest(join(root, 'whole'))!;
    expect(incomparable(manifest, program, STAMP)).toBeNull();
    expect(incomparable(manifest, program, { ...STAMP, version: '1.3.0' })).toContain(
      'made by backchannel 1.2.3 (c0dec0dec0de); this is 1.3.0 (c0dec0dec0de)',
    );
    const changed = { ...program, closes: program.closes - 1 };
    expect(incomparable(manifest, changed, STAMP)).toContain('another state of the scenario');
    const variants = [{ name: 'change', changes: ['channel fery loss 1%'] }];
    const odd = { ...manifest, batch: { ...batch, variants } };
    expect(incomparable(odd, program, STAMP)).toContain('did you mean `ferry`');
  });

  test('a manifest of more histories than a call can ask for is none', () => {
    const text = JSON.stringify(readManifest(join(root, 'whole')));
    expect(parseManifest(text)).not.toBeNull();
    expect(parseManifest(text.replace('"runs":60', '"runs":4000000000'))).toBeNull();
  });

  test.each(['', '{}', '{"format":"backchannel-manifest/1"}', 'null'])(
    'no manifest: %s',
    (text) => {
      expect(parseManifest(text)).toBeNull();
    },
  );
});
