import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../library/testing/bundle.js';
import { callCommand } from './call-command.js';

const FIXTURES = 'src/library/testing';

let cwd = '';
let command = '';

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'backchannel-import-'));
  chmodSync(cwd, 0o755);
  command = join(cwd, 'command.mjs');
  await bundle('src/cli/main.ts', command);
  for (const name of ['beacon-1931-05-05.txt', 'chapter-12-1.txt', 'chapter-12-3.txt']) {
    copyFileSync(join(FIXTURES, name), join(cwd, name));
  }
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

async function call(...words: string[]) {
  let [out, err] = ['', ''];
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text), cwd };
  return { exit: await callCommand(['import', ...words], io), out, err };
}

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(cwd, name), content);
  return name;
}

function indexOf(library: string): string {
  return readFileSync(join(cwd, library, 'library.json'), 'utf8');
}

describe('sound files', () => {
  test('are told with id, title, documents by kind and remarks, exit 0', async () => {
    const files = ['chapter-12-1.txt', 'chapter-12-3.txt', 'beacon-1931-05-05.txt'];
    const { exit, out, err } = await call(...files, '--library', 'told');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        'chapter-12-the-quarrel-of-the-two-towns-1: Chapter 12 The Quarrel of the Two Towns (1/3)',
        '  1 chapter',
        'chapter-12-the-quarrel-of-the-two-towns-3: Chapter 12 The Quarrel of the Two Towns (3/3)',
        '  1 chapter',
        'northbank-beacon-1931-05-05-3105050044: BRIDGE OPENS AGAIN, BOTH MAYORS SAY THEY WON',
        '  1 newspaper article',
        '  1 remark:',
        '    1: nobody says on which clock `TUESDAY, May 5, 1931` is meant; it is kept as on any clock on earth',
        `The library is in ${join(cwd, 'told')}`,
        '',
      ].join('\n'),
    );
  });

  test('with --json: one value with everything, remarks whole', async () => {
    const { exit, out } = await call('beacon-1931-05-05.txt', '--library', 'json', '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      library: join(cwd, 'json'),
      imported: [
        {
          summary: {
            id: 'northbank-beacon-1931-05-05-3105050044',
            type: 'newspaper',
            documents: 1,
            kinds: [{ kind: 'newspaper article', documents: 1 }],
            file: { name: 'beacon-1931-05-05.txt' },
          },
          replaced: null,
          remarks: [{ document: '1', code: 'unplaced-clock' }],
        },
      ],
      faults: [],
    });
  });

  test('imported again say so, and what they replace', async () => {
    write('a.txt', 'Title: The letter\n\nOld.');
    write('b.txt', 'Title: The letter\n\nNew.');
    await call('a.txt', '--library', 'again');
    const before = indexOf('again');
    expect((await call('a.txt', '--library', 'again')).out).toContain('is as it was');
    expect(indexOf('again')).toBe(before);
    const { out } = await call('b.txt', '--library', 'again');
    expect(out).toContain('replaces what was imported from a.txt');
    expect(await call('a.txt', join(cwd, 'a.txt'), '--library', 'again')).toMatchObject({
      exit: 0,
    });
  });

  test('go where BACKCHANNEL_LIBRARY says, unless --library does', async () => {
    const before = process.env['BACKCHANNEL_LIBRARY'];
    process.env['BACKCHANNEL_LIBRARY'] = join(cwd, 'named');
    try {
      await call('chapter-12-1.txt');
      await call('chapter-12-3.txt', '--library', 'other');
    } finally {
      if (before === undefined) delete process.env['BACKCHANNEL_LIBRARY'];
      else process.env['BACKCHANNEL_LIBRARY'] = before;
    }
    expect(indexOf('named')).toContain('two-towns-1"');
    expect(indexOf('named')).not.toContain('two-towns-3"');
    expect(indexOf('other')).toContain('two-towns-3"');
  });

  test('many remarks of one kind are counted', async () => {
    const header = ['Seal', 'Ribbon', 'Paper', 'Ink', 'Hand'].map((name) => `${name}: red`);
    write('sealed.txt', `Title: Sealed\n${header.join('\n')}\n\nText.`);
    const { out } = await call('sealed.txt', '--library', 'remarks');
    expect(out).toContain('5 remarks:');
    expect(out.match(/a document has no field for/g)).toHaveLength(3);
    expect(out).toContain('and 2 more like it; --json has all');
  });

  test('what would move the cursor of a terminal is not printed', async () => {
    write('escape.txt', 'Title: \u001b[2J\u0007gone\n\nText.');
    const { out } = await call('escape.txt', '--library', 'escape');
    expect(out).toContain('gone');
    // oxlint-disable-next-line no-control-regex -- these are looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('files with faults', () => {
  test('are all told, with file, line and column; nothing is imported, exit 1', async () => {
    await call('chapter-12-1.txt', '--library', 'faults');
    const before = indexOf('faults');
    write('latin1.txt', Buffer.from('ok\nCaf\xe9', 'latin1'));
    write('page.html', '<!doctype html>');
    const files = ['chapter-12-3.txt', 'latin1.txt', 'page.html', 'nowhere.txt', '.'];
    const { exit, out, err } = await call(...files, '--library', 'faults');
    expect([exit, out]).toEqual([1, '']);
    expect(err.split('\n').slice(0, -1)).toEqual([
      'latin1.txt:2:4: the file is not UTF-8 from here on; save it as UTF-8',
      'page.html: this is a web page in HTML; open it in a browser and save it as text (.txt), or copy its text',
      'nowhere.txt: this cannot be read (there is no such file or folder): it should be a file that this user may read',
      '.: this cannot be read (it is a folder): it should be a file that this user may read',
      'backchannel: nothing was imported, of the other files neither',
    ]);
    expect(indexOf('faults')).toBe(before);
  });

  test('with --json: the faults as values too', async () => {
    write('empty.txt', '');
    const { exit, out, err } = await call('empty.txt', '--library', 'none', '--json');
    expect([exit, err]).toEqual([1, 'empty.txt: the file is empty; there is nothing to import\n']);
    expect(JSON.parse(out)).toEqual({
      library: join(cwd, 'none'),
      imported: [],
      faults: [
        {
          file: 'empty.txt',
          line: null,
          column: null,
          code: 'empty-file',
          message: 'the file is empty; there is nothing to import',
        },
      ],
    });
    expect(existsSync(join(cwd, 'none'))).toBe(false);
  });

  test('two files that would be the same collection', async () => {
    write('one.txt', 'Title: The letter\n\nOne.');
    write('two.txt', 'Title: The letter\n\nTwo.');
    const { exit, err } = await call('one.txt', 'two.txt', '--library', 'twins');
    expect([exit, err.split('\n')[0]]).toEqual([
      1,
      "two.txt: this and 'one.txt' are both the-letter; import one of them, or give them different titles",
    ]);
    expect(existsSync(join(cwd, 'twins'))).toBe(false);
  });

  test('names that lead up, are very long or hold what cannot be printed', async () => {
    const long = `${'n'.repeat(5000)}.txt`;
    for (const name of ['../nowhere', long, 'a\0b']) {
      const { exit, err } = await call(name, '--library', 'names');
      expect([exit, err.includes('\0')]).toEqual([1, false]);
      expect(err).toContain('cannot be read');
    }
    write('..letter.txt', 'Text.');
    expect(await call('..letter.txt', '--library', 'names')).toMatchObject({ exit: 0 });
    expect(indexOf('names')).toContain('"id": "letter"');
  });

  test('a file of 200 MB is refused before it is read', async () => {
    write('large.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0">');
    truncateSync(join(cwd, 'large.xml'), 200 * 1024 * 1024);
    const { exit, err } = await call('large.xml', '--library', 'large');
    expect([exit, err]).toEqual([
      1,
      'large.xml: the file is larger than 64 MB; import its volumes or parts one by one\n',
    ]);
  });

  test('a library that is damaged is told, and stays as it is', async () => {
    mkdirSync(join(cwd, 'damaged'));
    write('damaged/library.json', '{');
    const { exit, err } = await call('chapter-12-1.txt', '--library', 'damaged');
    expect(exit).toBe(1);
    expect(err).toContain('library.json is damaged (it is not JSON); move that file away');
    expect(indexOf('damaged')).toBe('{');
  });

  test('no words, or an option that is not there', async () => {
    expect(await call()).toMatchObject({
      exit: 2,
      err: expect.stringContaining('FILE… is missing'),
    });
    expect(await call('a.txt', '--libary', 'x')).toMatchObject({
      exit: 2,
      err: expect.stringContaining("did you mean '--library'?"),
    });
  });
});

describe.skipIf(process.platform === 'win32')('a place that cannot be written', () => {
  test('a folder that may only be read: a clear error, nothing changed', async () => {
    await call('chapter-12-1.txt', '--library', 'locked');
    const before = indexOf('locked');
    chmodSync(join(cwd, 'locked'), 0o555);
    chmodSync(join(cwd, 'locked', 'collections'), 0o555);
    // Root may write everywhere: then somebody else tries.
    const isRoot = process.getuid?.() === 0;
    const { status, stderr } = spawnSync(
      process.execPath,
      [command, 'import', 'chapter-12-3.txt', '--library', 'locked'],
      { encoding: 'utf8', cwd, ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}) },
    );
    expect([status, stderr]).toEqual([
      1,
      `${join(cwd, 'locked')}: the library in ${join(cwd, 'locked')} cannot be written: ` +
        'this user may not; it is as it was\n',
    ]);
    expect(indexOf('locked')).toBe(before);
    chmodSync(join(cwd, 'locked'), 0o755);
    chmodSync(join(cwd, 'locked', 'collections'), 0o755);
  });

  test('a disk that takes no more than 4 KB: a clear error, nothing changed', async () => {
    await call('chapter-12-1.txt', '--library', 'full');
    const before = indexOf('full');
    write('long.txt', `Title: Long\n\n${'A word. '.repeat(4000)}`);
    // Node dies of the signal that goes with it unless somebody listens; a full disk sends none.
    const listen = "data:text/javascript,process.on('SIGXFSZ', () => undefined)";
    const words = ['--import', listen, command, 'import', 'long.txt', '--library', 'full'];
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', 'ulimit -f 4; exec "$0" "$@"', process.execPath, ...words],
      { encoding: 'utf8', cwd },
    );
    expect(status).toBe(1);
    expect(stderr).toContain(
      'cannot be written: files of that size are not allowed there; it is as it was',
    );
    expect(indexOf('full')).toBe(before);
    expect(readdirSync(join(cwd, 'full', 'collections'))).toHaveLength(1);
    expect(readdirSync(join(cwd, 'full')).toSorted()).toEqual(['collections', 'library.json']);
  });
});
