import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BUILT_FROM = 'dist/built-from';

/**
 * Writes beside the built code a SHA-256 of what it was built from (see
 * `src/scenario/code-version.ts`).
 *
 * @param {string} file
 */
export function writeCodeVersion(file) {
  const sources = sourcesBelow('src').filter((name) => /\.tsx?$/.test(name));
  writeFileSync(file, `${hashOf([...sources, 'package-lock.json'])}\n`);
}

/** Whether `dist` was built, to its end, from just what stands here. */
export function isBuilt() {
  return existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === `${hashOfAll()}\n`;
}

/** Notes what `dist` was built from: the last thing that a build writes. */
export function noteBuilt() {
  writeFileSync(BUILT_FROM, `${hashOfAll()}\n`);
}

/** Of the sources and of all that shapes what is made of them. */
function hashOfAll() {
  const settings = readdirSync('.').filter((name) => /\.(json|mjs|ts)$/.test(name));
  const tools = readdirSync('tools').filter((name) => name.endsWith('.mjs'));
  return hashOf([...sourcesBelow('src'), ...settings, ...tools.map((name) => `tools/${name}`)]);
}

/** @param {string} folder */
function sourcesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).replaceAll('\\', '/'))
    .toSorted();
}

/** @param {readonly string[]} files */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const name of files) {
    const content = readFileSync(name);
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
