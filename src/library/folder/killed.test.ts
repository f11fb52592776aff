import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Collection } from '../document.js';
import { openLibrary } from '../folder.js';
import { bundle } from '../testing/bundle.js';
import { imported } from '../testing/sources.js';

let root = '';
let adding = '';
let command = '';
let base = '';
let given = '';
let before: Collection[] = [];
let after: Collection[] = [];

async function letter(title: string, text: string): Promise<Collection> {
  return await imported(`${title}.txt`, `Title: ${title}\n\n${text}\n`);
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'backchannel-killed-'));
  [adding, command, base, given] = ['adding.mjs', 'command.mjs', 'base', 'given.json'].map((name) =>
    join(root, name),
  ) as [string, string, string, string];
  await bundle('src/library/testing/adding-child.ts', adding);
  await bundle('src/cli/main.ts', command);
  before = [await letter('A', 'Old.'), await letter('B', 'Kept.')];
  after = [await letter('A', 'New.'), before[1]!, await letter('C', 'Added.')];
  await openLibrary(base).add(before);
  writeFileSync(given, JSON.stringify([after[0], after[2]]));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

/** A copy of the library, as an import that is to be killed finds it. */
function copyOf(name: string): string {
  const folder = join(root, name);
  cpSync(base, folder, { recursive: true });
  return folder;
}

/** Everything that the library holds; it must all be sound. */
async function contentOf(folder: string): Promise<Collection[]> {
  const library = openLibrary(folder);
  const listing = await library.list();
  if (listing.type === 'faulty') throw new Error(listing.fault.message);
  const held = await Promise.all(listing.collections.map(async ({ id }) => await library.read(id)));
  return held.map((one) => {
    if (one.type === 'faulty') throw new Error(one.fault.message);
    return one.collection;
  });
}

/** Runs the adding up to a step, kills it there, and tells the step; null where it came through. */
async function killAt(folder: string, at: number, written: number): Promise<string | null> {
  const words = [adding, folder, given, String(at), String(written)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const step = line.toString().trim();
  if (child.exitCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  return step === 'done' ? null : step;
}

/** As if the killed process had been dead for a while. */
function ageLock(folder: string): void {
  const lock = join(folder, 'library.lock');
  const aMinuteAgo = Date.now() / 1000 - 60;
  if (existsSync(lock)) utimesSync(lock, aMinuteAgo, aMinuteAgo);
}

describe('an import that is killed', () => {
  test.each([
    ['before the step', 0],
    ['half-way through the file of the step', 0.5],
  ])(
    'at each step, %s, leaves the library as it was, or whole as it should be',
    async (_, written) => {
      const steps: string[] = [];
      for (let at = 1; ; at += 1) {
        const folder = copyOf(`at-${at}-${written}`);
        const index = readFileSync(join(folder, 'library.json'));
        const step = await killAt(folder, at, written);
        if (step === null) break;
        const committed = steps.includes('commit');
        steps.push(step);
        expect(await contentOf(folder), steps.join()).toEqual(committed ? after : before);
        const isAsItWas = readFileSync(join(folder, 'library.json')).equals(index);
        expect(isAsItWas, steps.join()).toBe(!committed);
      }
      expect(steps.filter((step) => step === 'write')).toHaveLength(3);
      expect(steps).toContain('commit');
      expect(steps.at(-1)).toBe('remove');
    },
  );

  test('is swept away by the next one, which is not kept waiting', async () => {
    for (const at of [6, 9]) {
      const folder = copyOf(`swept-${at}`);
      await killAt(folder, at, 0.5);
      const left = readdirSync(join(folder, 'collections')).length;
      ageLock(folder);
      const added = await openLibrary(folder).add([after[2]!]);
      expect(added).toMatchObject({ type: 'added' });
      expect(left).toBeGreaterThan(2);
      expect(readdirSync(join(folder, 'collections'))).toHaveLength(3);
      expect(readdirSync(folder).toSorted()).toEqual(['collections', 'library.json']);
      expect(await contentOf(folder)).toEqual([...before, after[2]!]);
    }
  });

  test('at any moment, as the command, leaves the library as it was or whole', async () => {
    const files = Array.from({ length: 40 }, (_, i) => join(root, `letter-${i}.txt`));
    for (const [i, file] of files.entries()) {
      writeFileSync(file, `Title: Letter ${i}\n\n${`Paragraph ${i}.\n\n`.repeat(2000)}`);
    }
    const words = (folder: string) => [command, 'import', ...files, '--library', folder];
    const whole = copyOf('whole');
    const started = process.hrtime.bigint();
    expect(spawnSync(process.execPath, words(whole)).status).toBe(0);
    const milliseconds = Number((process.hrtime.bigint() - started) / 1_000_000n);
    const [old, all] = [await contentOf(base), await contentOf(whole)];
    expect(all).toHaveLength(42);
    for (let i = 1; i <= 8; i += 1) {
      const folder = copyOf(`moment-${i}`);
      const child = spawn(process.execPath, words(folder), { stdio: 'ignore' });
      const timer = setTimeout(() => child.kill('SIGKILL'), (milliseconds * i) / 8);
      await once(child, 'exit');
      clearTimeout(timer);
      const held = await contentOf(folder);
      expect(held).toEqual(held.length === 2 ? old : all);
    }
  });

  test('two commands at once: both land', async () => {
    const folder = copyOf('both');
    const files = ['one', 'two', 'three', 'four'].map((name) => join(root, `${name}.txt`));
    for (const file of files) writeFileSync(file, `Text of ${file}.`);
    const exits = files.map(async (file) => {
      const words = [command, 'import', file, '--library', folder];
      const [exit] = (await once(spawn(process.execPath, words, { stdio: 'ignore' }), 'exit')) as [
        number,
      ];
      return exit;
    });
    expect(await Promise.all(exits)).toEqual([0, 0, 0, 0]);
    expect((await contentOf(folder)).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'four',
      'one',
      'three',
      'two',
    ]);
  });
});
