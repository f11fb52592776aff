import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Program } from '../core/program.js';
import { compileScenario, type ScenarioFiles } from '../scenario/compile.js';
import { readScenarioFolder } from '../scenario/folder.js';
import { cacheSlot, readCached, writeCached, type CacheSlot } from './program-cache.js';
import { shippedPath } from './package-root.js';

const FOLDER = { id: 'two-banks', path: shippedPath('scenarios/two-banks') };

let cache: string;
let program: Program;
let files: ScenarioFiles;

beforeAll(async () => {
  ({ files, program } = await compiled(FOLDER.id));
});

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'backchannel-cache-'));
});

afterEach(() => {
  chmodSync(cache, 0o700);
  rmSync(cache, { recursive: true });
});

async function compiled(id: string): Promise<{ files: ScenarioFiles; program: Program }> {
  const read = await readScenarioFolder(shippedPath(`scenarios/${id}`));
  if (read.type === 'faulty') throw new Error(`${id} cannot be read`);
  const result = compileScenario(id, read.files);
  if (result.type === 'faulty') throw new Error(`${id} does not compile`);
  return { files: read.files, program: result.program };
}

function slotOf(given = files, code = 'code'): CacheSlot {
  return cacheSlot(cache, FOLDER, given, code);
}

describe('the cache of compiled scenarios', () => {
  it.each(['two-banks', 'cuban-missile-crisis'])('gives %s back, number for number', async (id) => {
    const made = await compiled(id);
    writeCached(slotOf(made.files), made.program);
    expect(readCached(slotOf(made.files))).toStrictEqual(made.program);
    expect(readdirSync(join(cache, 'programs'))).toHaveLength(1);
  });

  it('knows nothing before it was told, and nothing of other files, ids or code', () => {
    expect(readCached(slotOf())).toBeNull();
    writeCached(slotOf(), program);
    expect(readCached(slotOf(new Map([...files, ['more.yaml', '']])))).toBeNull();
    expect(readCached(slotOf(new Map([...files, ['scenario.yaml', 'title: x']])))).toBeNull();
    expect(readCached(slotOf(files, 'other code'))).toBeNull();
    expect(readCached(cacheSlot(cache, { ...FOLDER, id: 'other' }, files, 'code'))).toBeNull();
  });

  it('keeps one entry for a folder, however often its files change', () => {
    for (const text of ['a', 'b', 'c']) {
      writeCached(slotOf(new Map([...files, ['note.yaml', text]])), program);
    }
    expect(readdirSync(join(cache, 'programs'))).toHaveLength(1);
  });

  it.each([
    ['torn', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['changed by one digit', (text: string) => text.replace(/"opens":-\d/, '"opens":-9')],
    ['not JSON', (text: string) => `${text.slice(0, text.indexOf('\n'))}\nnot JSON`],
  ])('ignores an entry that is %s, and writes it anew', (_, spoil) => {
    const slot = slotOf();
    writeCached(slot, program);
    writeFileSync(slot.file, spoil(readFileSync(slot.file, 'utf8')));
    expect(readCached(slot)).toBeNull();
    writeCached(slot, program);
    expect(readCached(slot)).toStrictEqual(program);
  });

  it('leaves out a program that JSON would not give back', () => {
    writeCached(slotOf(), { ...program, closes: Number.POSITIVE_INFINITY });
    expect(readCached(slotOf())).toBeNull();
  });

  it('says nothing where it cannot write', () => {
    writeFileSync(join(cache, 'programs'), 'a file where the folder should be');
    writeCached(slotOf(), program);
    expect(readCached(slotOf())).toBeNull();
    expect(dirname(slotOf().file)).toBe(join(cache, 'programs'));
  });

  it('gives up where the system makes no folders at all', () => {
    const slot = cacheSlot('/proc/no-such-folder', FOLDER, files, 'code');
    writeCached(slot, program);
    expect(readCached(slot)).toBeNull();
  });
});
