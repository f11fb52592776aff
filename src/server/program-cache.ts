import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import envPaths from 'env-paths';
import type { Program } from '../core/program.js';
import type { ScenarioFiles } from '../scenario/compile.js';

const FORMAT = 'backchannel-compiled/1';

/** A compiled scenario that is kept: under which name, and what it was compiled from. */
export interface CacheSlot {
  readonly file: string;
  /** SHA-256 of the code, the scenario's id and its files: any other makes the entry stale. */
  readonly key: string;
}

/**
 * The folder for what can be made again: what the environment variable `BACKCHANNEL_CACHE` names,
 * else the cache folder that the system keeps for Backchannel.
 */
export function defaultCacheFolder(): string {
  const named = process.env['BACKCHANNEL_CACHE'];
  if (named !== undefined && named !== '') return named;
  return envPaths('backchannel', { suffix: '' }).cache;
}

/**
 * Where the program of a scenario's folder is kept: one entry for each folder, so that the cache
 * does not grow with every edit.
 *
 * @param code version of the code that compiles (`codeVersion`)
 */
export function cacheSlot(
  cache: string,
  folder: { readonly id: string; readonly path: string },
  files: ScenarioFiles,
  code: string,
): CacheSlot {
  const hash = createHash('sha256').update(`${FORMAT}\n${code}\n${folder.id}\n`);
  for (const [name, content] of files) {
    hash.update(`${name} ${Buffer.byteLength(content)}\n`).update(content);
  }
  const place = createHash('sha256').update(folder.path).digest('hex').slice(0, 16);
  return { file: join(cache, 'programs', `${place}.json`), key: hash.digest('hex') };
}

/**
 * The program that was kept, or null: where there is none, where it was compiled from something
 * else, and where its content is not to the bit what was written.
 */
export function readCached({ file, key }: CacheSlot): Program | null {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== headLine(key, body)) return null;
    return JSON.parse(body) as Program;
  } catch {
    return null;
  }
}

/**
 * Keeps a program, whole or not at all. Where it cannot be written, nothing is said: it will be
 * compiled again.
 */
export function writeCached({ file, key }: CacheSlot, program: Program): void {
  const body = JSON.stringify(program);
  // A number that JSON does not know would come back as another.
  if (!isDeepStrictEqual(JSON.parse(body), program)) return;
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    makeFolder(dirname(file));
    writeFileSync(draft, `${headLine(key, body)}\n${body}`, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } catch {
    removeQuietly(draft);
  }
}

/** One folder after the other: where the system makes none, Node's own way tries for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

function headLine(key: string, body: string): string {
  return `${FORMAT} ${key} ${createHash('sha256').update(body).digest('hex')}`;
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder that cannot be written to has nothing to remove.
  }
}
