import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsBelow, faultsOf, shippedFiles } from './determinism.js';

/** Folders whose results must be the same to the byte everywhere. */
const EXACT_FOLDERS = ['src/core', 'src/scenario', 'src/doctrine'].filter((folder) =>
  existsSync(folder),
);

describe('R8: the same seed gives the same bytes on every machine', () => {
  test.each(EXACT_FOLDERS)('%s uses nothing inexact, random or local', (folder) => {
    expect(shippedFiles(folder).length).toBeGreaterThan(0);
    expect(faultsBelow(folder)).toEqual([]);
  });

  test.each([
    ['const a = Math.random();', 'Math.random is not repeatable; use a named draw'],
    ['const a = Math.log(2);', 'Math.log differs between machines; use the exact arithmetic'],
    ['const a = 2 ** x;', '** differs between machines; use the exact arithmetic'],
    ['a **= 2;', '** differs between machines; use the exact arithmetic'],
    ['const { exp } = Math;', 'Math is passed on'],
    ['const a = Math["pow"](2, 3);', 'Math is passed on'],
    ['const a = new Date();', 'Date reads the wall clock'],
    ['const a = Date.now();', 'Date reads the wall clock'],
    ['names.sort((a, b) => a.localeCompare(b));', 'localeCompare depends on the machine'],
    ['new Intl.DateTimeFormat();', 'Intl depends on the machine'],
  ])('a planted `%s` is caught, and told what to use instead', (text, expected) => {
    const [fault = ''] = faultsOf('planted.ts', `\n${text}`);
    expect(fault).toContain(`planted.ts:2: ${expected}`);
  });

  test('exact functions and mere names are left alone', () => {
    const text = 'type A = { Date: string };\nconst a = Math.sqrt(2) + Math.imul(3, 4) + b.Date;';
    expect(faultsOf('clean.ts', text)).toEqual([]);
  });
});
