import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Collection, DocumentTime } from './document.js';
import type { Library } from './folder.js';
import { openLibrary } from './folder.js';
import { imported } from './testing/sources.js';
import { stoppingDisk } from './testing/stopping-disk.js';

let root = '';
let count = 0;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'backchannel-library-'));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

function newFolder(): string {
  count += 1;
  return join(root, `library-${count}`);
}

async function letter(title: string, text = 'Text.'): Promise<Collection> {
  return await imported(`${title}.txt`, `Title: ${title}\n\n${text}\n`);
}

async function idsOf(library: Library): Promise<string[]> {
  const listing = await library.list();
  if (listing.type === 'faulty') throw new Error(listing.fault.message);
  return listing.collections.map(({ id }) => id);
}

/** The path of the one file in `collections`. */
function onlyFile(folder: string): string {
  const names = readdirSync(join(folder, 'collections'));
  expect(names).toHaveLength(1);
  return join(folder, 'collections', names[0]!);
}

describe('a library folder', () => {
  test('that is not there is an empty library, and reading does not make it', async () => {
    const folder = newFolder();
    const library = openLibrary(folder);
    expect(await library.list()).toEqual({ type: 'listed', collections: [] });
    expect(await library.version()).toBe('empty');
    expect(await library.read('a')).toMatchObject({ fault: { code: 'not-held' } });
    expect(readdirSync(root)).not.toContain(`library-${count}`);
  });

  test('gives back what was added, with a summary, in order of ids', async () => {
    const library = openLibrary(newFolder());
    const [a, b] = [await letter('A'), await letter('B')];
    const added = await library.add([b, a]);
    expect(added).toMatchObject({
      type: 'added',
      added: [
        { summary: { id: 'b', documents: 1 }, replaced: null },
        { summary: { id: 'a' }, replaced: null },
      ],
    });
    expect(await idsOf(library)).toEqual(['a', 'b']);
    expect(await library.read('a')).toEqual({ type: 'held', collection: a });
    expect(await library.read('b')).toEqual({ type: 'held', collection: b });
  });

  test('replaces what goes by the same id, and sweeps the old file away', async () => {
    const folder = newFolder();
    const library = openLibrary(folder);
    await library.add([await letter('A', 'Old.')]);
    const old = onlyFile(folder);
    const next = await letter('A', 'New.');
    expect(await library.add([next])).toMatchObject({ added: [{ replaced: { id: 'a' } }] });
    expect(await library.read('a')).toEqual({ type: 'held', collection: next });
    expect(onlyFile(folder)).not.toBe(old);
  });

  test('its version changes with what it holds, and only then', async () => {
    const library = openLibrary(newFolder());
    const seen = new Set([await library.version()]);
    for (const text of ['One.', 'Two.', 'Three.']) {
      await library.add([await letter('A', text)]);
      const version = await library.version();
      expect(seen.has(version)).toBe(false);
      seen.add(version);
      await library.add([await letter('A', text)]);
      expect(await library.version()).toBe(version);
    }
  });

  test('refuses what its index could not hold, and twins, before it touches anything', async () => {
    const folder = newFolder();
    const library = openLibrary(folder);
    const a = await letter('A');
    for (const id of ['../a', 'a/b', '', 'A', 'a\0', 'x'.repeat(500)]) {
      await expect(library.add([{ ...a, id }])).rejects.toThrow(RangeError);
    }
    const file = { ...a.file, sha256: 'not one' };
    await expect(library.add([{ ...a, file }])).rejects.toThrow('file.sha256');
    await expect(library.add([a, a])).rejects.toThrow(RangeError);
    expect(readdirSync(root)).not.toContain(`library-${count}`);
  });

  test('leaves files of others alone', async () => {
    const folder = newFolder();
    const library = openLibrary(folder);
    await library.add([await letter('A')]);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    writeFileSync(join(folder, 'collections', 'notes.json'), 'mine');
    await library.add([await letter('B')]);
    expect(readdirSync(folder).toSorted()).toEqual(['collections', 'library.json', 'notes.txt']);
    expect(readdirSync(join(folder, 'collections'))).toContain('notes.json');
  });
});

describe('two at once', () => {
  test('twenty imports into one folder all land', async () => {
    const folder = newFolder();
    const letters = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, i) => await letter(`Letter ${String(i).padStart(2, '0')}`),
      ),
    );
    const results = await Promise.all(
      letters.map(async (collection) => await openLibrary(folder).add([collection])),
    );
    expect(results.map(({ type }) => type)).toEqual(letters.map(() => 'added'));
    expect(await idsOf(openLibrary(folder))).toEqual(letters.map(({ id }) => id));
    expect(readdirSync(join(folder, 'collections'))).toHaveLength(20);
    expect(readdirSync(folder)).not.toContain('library.lock');
  });

  test('a lock that a killed process left does not block for ever', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'library.lock'), { recursive: true });
    const aMinuteAgo = Date.now() / 1000 - 60;
    utimesSync(join(folder, 'library.lock'), aMinuteAgo, aMinuteAgo);
    expect(await openLibrary(folder).add([await letter('A')])).toMatchObject({ type: 'added' });
  });

  test('who waits for a lock is told so, once, and gets it when it goes stale', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'library.lock'), { recursive: true });
    const sevenSecondsAgo = Date.now() / 1000 - 7;
    utimesSync(join(folder, 'library.lock'), sevenSecondsAgo, sevenSecondsAgo);
    const told: string[] = [];
    const added = await openLibrary(folder).add([await letter('A')], () => told.push('waits'));
    expect([added.type, told]).toEqual(['added', ['waits']]);
  });

  test('who reads while others import sees a whole library each time', async () => {
    const folder = newFolder();
    const library = openLibrary(folder);
    await library.add([await letter('A', 'Text 0.')]);
    const writing = { isOver: false };
    const writes = (async () => {
      for (let i = 1; i <= 30; i += 1) {
        await openLibrary(folder).add([await letter('A', `Text ${i}.`)]);
      }
      writing.isOver = true;
    })();
    while (!writing.isOver) expect(await library.read('a')).toMatchObject({ type: 'held' });
    await writes;
  });
});

/** Of a year that no calendar of the app can write. */
const NO_TIME: DocumentTime = {
  earliest: 8e15,
  latest: 8e15,
  precision: 'minute',
  local: 'x',
  place: null,
  stated: 'x',
  inferred: false,
};

describe('a damaged library', () => {
  test.each([
    ['no JSON', '{"format":', 'damaged-index'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'damaged-index'],
    ['nothing', '', 'damaged-index'],
    [
      'another shape',
      '{"format":"backchannel-library/1","collections":[{"id":"a"}]}',
      'damaged-index',
    ],
    ['no mapping', 'null', 'damaged-index'],
    ['a later format', '{"format":"backchannel-library/2"}', 'newer-library'],
  ])('with an index of %s says so, and an import changes nothing', async (_, content, code) => {
    const folder = newFolder();
    const library = openLibrary(folder);
    await library.add([await letter('A')]);
    writeFileSync(join(folder, 'library.json'), content);
    const before = snapshot(folder);
    expect(await library.list()).toMatchObject({ type: 'faulty', fault: { code } });
    expect(await library.read('a')).toMatchObject({ type: 'faulty', fault: { code } });
    expect(await library.version()).toBe(code);
    expect(await library.add([await letter('B')])).toMatchObject({
      type: 'faulty',
      fault: { code },
    });
    expect(snapshot(folder)).toEqual(before);
  });

  test.skipIf(process.platform === 'win32')(
    'with something in the place of its index that has no end says so at once',
    async () => {
      const folder = newFolder();
      mkdirSync(folder, { recursive: true });
      const path = join(folder, 'library.json');
      const oddities = [
        () => void execFileSync('mkfifo', [path]),
        () => symlinkSync('/dev/zero', path),
        () => {
          writeFileSync(path, '');
          truncateSync(path, 3 * 1024 ** 3);
        },
      ];
      for (const place of oddities) {
        place();
        const fault = { code: 'unreadable-library' };
        expect(await openLibrary(folder).list()).toMatchObject({ type: 'faulty', fault });
        expect(await openLibrary(folder).add([await letter('A')])).toMatchObject({ fault });
        rmSync(path);
      }
    },
  );

  test('with an index edited to lead out of the folder, or twice to one id', async () => {
    const folder = newFolder();
    const library = openLibrary(folder);
    await library.add([await letter('A')]);
    const path = join(folder, 'library.json');
    const index = JSON.parse(readFileSync(path, 'utf8')) as { collections: object[] };
    const edited = (change: object) =>
      writeFileSync(
        path,
        JSON.stringify({ ...index, collections: [{ ...index.collections[0], ...change }] }),
      );
    for (const change of [{ stored: '../../../etc/passwd' }, { id: '../a' }, { documents: -1 }]) {
      edited(change);
      expect(await library.list()).toMatchObject({ fault: { code: 'damaged-index' } });
    }
    writeFileSync(
      path,
      JSON.stringify({ ...index, collections: [...index.collections, ...index.collections] }),
    );
    expect(await library.list()).toMatchObject({
      fault: { message: expect.stringContaining('twice') },
    });
  });

  test('with a collection edited, cut or gone: that one is told, and an import heals it', async () => {
    const folder = newFolder();
    const library = openLibrary(folder);
    const a = await letter('A');
    await library.add([a]);
    const file = onlyFile(folder);
    const whole = readFileSync(file);
    const damages = [
      () => writeFileSync(file, whole.toString().replace('Text.', 'Test.')),
      () => writeFileSync(file, whole.subarray(0, whole.length / 2)),
      () => rmSync(file),
    ];
    for (const damage of damages) {
      damage();
      expect(await library.read('a')).toMatchObject({
        fault: { code: 'damaged-collection', message: expect.stringContaining('A.txt') },
      });
      expect(await idsOf(library)).toEqual(['a']);
      await library.add([a]);
      expect(await library.read('a')).toEqual({ type: 'held', collection: a });
    }
  });

  test.each([
    ['a block', '"type":"paragraph"', '"type":"script"', 'blocks'],
    ['a time', '"date":null', `"date":${JSON.stringify(NO_TIME)}`, 'date.earliest'],
  ])('with file and index edited to agree: %s of another shape', async (_, was, is, where) => {
    const { createHash } = await import('node:crypto');
    const folder = newFolder();
    const library = openLibrary(folder);
    await library.add([await letter('A')]);
    const file = onlyFile(folder);
    const forged = readFileSync(file, 'utf8').replace(was, is);
    const hash = createHash('sha256').update(forged).digest('hex');
    writeFileSync(join(folder, 'collections', `${hash}.json`), forged);
    const index = join(folder, 'library.json');
    writeFileSync(
      index,
      readFileSync(index, 'utf8').replace(/"stored": "\w+"/, `"stored": "${hash}"`),
    );
    expect(await library.read('a')).toMatchObject({
      fault: { code: 'damaged-collection', message: expect.stringContaining(where) },
    });
  });

  test('where the index is a folder, or the library a file', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'library.json'), { recursive: true });
    expect(await openLibrary(folder).list()).toMatchObject({
      fault: { code: 'unreadable-library' },
    });
    const file = newFolder();
    writeFileSync(file, 'a file');
    const library = openLibrary(file);
    expect(await library.list()).toMatchObject({ fault: { code: 'unreadable-library' } });
    expect(await library.add([await letter('A')])).toMatchObject({
      fault: { code: 'unwritable-library' },
    });
    expect(readFileSync(file, 'utf8')).toBe('a file');
  });
});

describe('a disk that fails', () => {
  test.each(['ENOSPC', 'EIO', 'EROFS'])(
    'at any step with %s: a clear fault, nothing changed',
    async (code) => {
      for (let at = 1; ; at += 1) {
        const folder = newFolder();
        await openLibrary(folder).add([await letter('A', 'Old.'), await letter('B')]);
        const before = snapshot(folder);
        const steps: string[] = [];
        const fail = async (): Promise<never> =>
          await Promise.reject(Object.assign(new Error(code), { code, syscall: 'write' }));
        const disk = stoppingDisk({ at, written: 0.5, instead: fail }, steps);
        const result = await openLibrary(folder, disk).add([
          await letter('A', 'New.'),
          await letter('C'),
        ]);
        if (steps.length < at) return;
        const told = result.type === 'faulty' ? result.fault.code : result.type;
        const wasCommitted = steps.slice(0, at - 1).includes('commit');
        const [codes, ids] = wasCommitted
          ? [
              ['added', 'unconfirmed-library'],
              ['a', 'b', 'c'],
            ]
          : [
              ['unwritable-library', 'unreadable-library'],
              ['a', 'b'],
            ];
        expect(codes, steps.join()).toContain(told);
        expect(await idsOf(openLibrary(folder)), steps.join()).toEqual(ids);
        const isSame = JSON.stringify(snapshot(folder)) === JSON.stringify(before);
        expect(isSame, steps.join()).toBe(!wasCommitted);
      }
    },
  );

  test('after the commit it says that it does not know whether the disk keeps it', async () => {
    const folder = newFolder();
    const steps: string[] = [];
    await openLibrary(folder, stoppingDisk({ at: 0, written: 0, instead: never }, steps)).add([
      await letter('A'),
    ]);
    const at = steps.indexOf('commit') + 2;
    expect(steps[at - 1]).toBe('sync folder');
    const fail = async (): Promise<never> =>
      await Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'fsync' }));
    const disk = stoppingDisk({ at, written: 0, instead: fail });
    expect(await openLibrary(newFolder(), disk).add([await letter('A')])).toMatchObject({
      fault: { code: 'unconfirmed-library' },
    });
  });

  test('files are on the disk before the index names them', async () => {
    const steps: string[] = [];
    const disk = stoppingDisk({ at: 0, written: 0, instead: never }, steps);
    await openLibrary(newFolder(), disk).add([await letter('A'), await letter('B')]);
    const writing = steps.filter(
      (step) => !['read', 'list', 'remove', 'make folder'].includes(step),
    );
    expect(writing).toEqual([
      'write',
      'rename',
      'write',
      'rename',
      'sync folder',
      'write',
      'commit',
      'sync folder',
    ]);
  });

  test('a mistake in the program is not taken for a disk that fails', async () => {
    const mistake = async (): Promise<never> => await Promise.reject(new TypeError('a mistake'));
    const disk = stoppingDisk({ at: 3, written: 0, instead: mistake });
    await expect(openLibrary(newFolder(), disk).add([await letter('A')])).rejects.toThrow(
      TypeError,
    );
  });
});

async function never(): Promise<never> {
  return await Promise.reject(new Error('not reached'));
}

/** Names and bytes of every file below a folder. */
function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'base64')]),
  );
}
