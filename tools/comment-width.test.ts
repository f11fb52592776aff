import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDERS = ['src', 'scenarios', 'tools', 'e2e'];
const LIMIT = 100;

function codeFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Whether a line is a comment, or ends in one; an address cannot be broken. */
function isComment(line: string): boolean {
  return /^\s*(\/\*|\*|\/\/)|\s\/\/\s|\s\/\*/.test(line) && !/https?:\/\//.test(line);
}

function wideComments(file: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.length > LIMIT && isComment(line) ? [`${file}:${index + 1}`] : [],
    );
}

test(`no comment is wider than ${LIMIT} columns (Prettier sees to the code)`, () => {
  const wide = FOLDERS.flatMap(codeFiles).flatMap((file) =>
    wideComments(file, readFileSync(file, 'utf8')),
  );
  expect(wide).toEqual([]);
});

test('a wide comment is caught, a wide string or address is not', () => {
  const wide = 'wide '.repeat(30);
  const text = [`/** ${wide} */`, `f(x); // ${wide}`, `f('${wide}');`, `// https://${wide}`];
  expect(wideComments('a.ts', text.join('\n'))).toEqual(['a.ts:1', 'a.ts:2']);
});
