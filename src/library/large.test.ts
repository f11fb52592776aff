import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from './testing/bundle.js';

let root = '';
let script = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'backchannel-large-'));
  script = join(root, 'large.mjs');
  await bundle('src/library/testing/large-child.ts', script);
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Imports a stream whose size nobody knows, in a process with a heap of 48 MB. */
function importLarge(format: 'xml' | 'text'): { code: string; given: number; peak: number } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=48', script, format, '200'],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout) as { code: string; given: number; peak: number };
}

test('200 MB of XML are refused in bounded memory, and read no further than 64 MB', () => {
  const { code, given, peak } = importLarge('xml');
  expect(code).toBe('file-too-large');
  expect(given).toBeLessThanOrEqual(65);
  expect(peak).toBeLessThan(250_000);
});

test('200 MB of text are refused in bounded memory, and read no further than 8 MB', () => {
  const { code, given, peak } = importLarge('text');
  expect(code).toBe('text-too-large');
  expect(given).toBeLessThanOrEqual(9);
  expect(peak).toBeLessThan(250_000);
});
