import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDERS = ['src', 'tools', 'e2e'];
const LIMIT = 100;

function codeFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Prettier breaks code but neither strings nor comments; only an address may be longer. */
function longLines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      line.length > LIMIT && !/https?:\/\//.test(line) ? [`${file}:${index + 1}`] : [],
    );
}

test(`no line of code is longer than ${LIMIT} columns`, () => {
  expect(FOLDERS.flatMap(codeFiles).flatMap(longLines)).toEqual([]);
});
