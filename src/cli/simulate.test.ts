import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callCommand } from './call-command.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-simulate-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function call(...words: readonly string[]): Promise<{ exit: number; message: string }> {
  let message = '';
  const exit = await callCommand(words, {
    out: () => {},
    err: (text) => (message += text),
    cwd: folder,
  });
  return { exit, message };
}

async function simulate(...words: readonly string[]) {
  return await call('simulate', 'two-banks', '--seed', '1', ...words);
}

describe('simulate', () => {
  test.each([
    [['--runs', 'ten'], "--runs 'ten' is no count"],
    [['--runs', '0'], "--runs '0' is no count"],
    [['--runs', '9', '--workers', '1.5'], "--workers '1.5' is no count"],
    [['--runs', '9', '--workers', '1000'], '--workers is 256 at most'],
    [['--runs', '9', '--resume'], '--resume makes sense only with --out'],
    [['--runs', '9', '--doctrine', 'mayor'], 'not of the form SEAT=NAME'],
    [[], '--runs N is missing'],
  ])('words that are off are told, exit 2: %j', async (words, message) => {
    expect(await simulate(...words)).toEqual({
      exit: 2,
      message: expect.stringContaining(message) as string,
    });
  });

  test.each([
    [['--change', 'channel fery loss 5%'], 'did you mean `ferry`'],
    [['--change', 'channel ferry loss 2%'], 'changes nothing'],
    [['--against', 'channel ferry loss 2%'], 'changes nothing'],
    [['--doctrine', 'mayor=firm'], "the doctrine 'mayor=firm' cannot play: mayor has no doctrine"],
    [['--sweep', 'kappa'], "the sweep 'kappa' cannot be made: write it as"],
    [['--sweep', 'channel ferry loss=0..2:2'], "the sweep 'channel ferry loss=0..2:2' cannot be"],
    [['--sweep', 'kappa=-1..5:2'], "the sweep 'kappa=-1..5:2' cannot be made: `-1` should be"],
    [['--against', 'baseline', '--against', 'channel ferry loss 1%'], 'baseline'],
    [['--keep', 'I07'], 'no incident of the record'],
    [['--branch-at', '1950-01-01T00:00Z'], 'between the opening'],
  ])('what can never apply is refused, exit 1: %j (R25)', async (words, message) => {
    expect(await simulate('--runs', '9', ...words)).toEqual({
      exit: 1,
      message: expect.stringContaining(message) as string,
    });
  });

  test('a folder or a file that is something else is left alone, exit 1', async () => {
    writeFileSync(join(folder, 'notes.txt'), '');
    const inFolder = await simulate('--runs', '9', '--out', '.');
    expect(inFolder.exit).toBe(1);
    expect(inFolder.message).toContain("holds something else ('notes.txt')");
    const inFile = await simulate('--runs', '9', '--out', 'notes.txt');
    expect(inFile).toEqual({
      exit: 1,
      message: expect.stringContaining("written to 'notes.txt'") as string,
    });
  });
});

describe('verify of a folder', () => {
  test('that holds no results says so, exit 1', async () => {
    expect(await call('verify', '.')).toEqual({
      exit: 1,
      message: "backchannel: '.' holds no results: it has no manifest.json that simulate wrote\n",
    });
  });
});

describe('run with doctrines', () => {
  test('writes who plays into the history, and verify finds it the same', async () => {
    const players = ['--doctrine', 'mayor=steady', '--doctrine', 'reeve=harder'];
    const words = ['two-banks', '--seed', '3', '--run', '7', '--out', 'history.ndjson'];
    expect(await call('run', ...words, ...players)).toEqual({ exit: 0, message: '' });
    const [header] = readFileSync(join(folder, 'history.ndjson'), 'utf8').split('\n');
    expect(JSON.parse(header!)).toMatchObject({
      run: 7,
      doctrines: [
        { seat: 'mayor', doctrine: 'steady' },
        { seat: 'reeve', doctrine: 'harder' },
      ],
    });
    let out = '';
    const io = { out: (text: string) => (out += text), err: () => {}, cwd: folder };
    expect(await callCommand(['verify', 'history.ndjson'], io)).toBe(0);
    expect(out).toMatch(/recomputed: the same, \d+ events/);
  });

  test.each([
    [['--run', '-1'], 2],
    [['--run', 'seven'], 2],
    [['--doctrine', 'mayor=firm'], 1],
  ])('%j is refused', async (words, exit) => {
    expect((await call('run', 'two-banks', '--seed', '3', ...words)).exit).toBe(exit);
  });
});
