import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes beside the built code a SHA-256 of what it was built from (see
 * `src/scenario/code-version.ts`).
 *
 * @param {string} file
 */
export function writeCodeVersion(file) {
  const hash = createHash('sha256');
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join('src', name).replaceAll('\\', '/'))
    .toSorted();
  for (const name of [...sources, 'package-lock.json']) {
    const content = readFileSync(name);
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  writeFileSync(file, `${hash.digest('hex')}\n`);
}
