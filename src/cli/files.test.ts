import { execFileSync, spawn } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTextFile, writeWholeFile } from './files.js';

let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'backchannel-files-'));
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

test('a written file is whole, and nothing stands beside it', () => {
  expect(writeWholeFile('new.ndjson', 'one\n', cwd)).toBeNull();
  expect(writeWholeFile('new.ndjson', 'two\n', cwd)).toBeNull();
  expect(readFileSync(join(cwd, 'new.ndjson'), 'utf8')).toBe('two\n');
  expect(readdirSync(cwd)).toEqual(['new.ndjson']);
});

test('what cannot be written says why and leaves nothing', () => {
  mkdirSync(join(cwd, 'folder'));
  expect(writeWholeFile('folder', 'x', cwd)).toBe('it is a folder');
  expect(writeWholeFile('nowhere/x', 'x', cwd)).toBe('there is no such file or folder');
  expect(writeWholeFile('new.ndjson/x', 'x', cwd)).toBe('a part of its path is no folder');
  expect(readdirSync(cwd).toSorted()).toEqual(['folder', 'new.ndjson']);
});

test('through a link the file that it leads to is written', () => {
  writeFileSync(join(cwd, 'target'), 'old');
  symlinkSync('target', join(cwd, 'link'));
  expect(writeWholeFile('link', 'new', cwd)).toBeNull();
  expect(readFileSync(join(cwd, 'target'), 'utf8')).toBe('new');
  expect(lstatSync(join(cwd, 'link')).isSymbolicLink()).toBe(true);
});

test.skipIf(process.platform === 'win32')('a pipe is written to, not replaced', async () => {
  const pipe = join(cwd, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'ignore'] });
  const read = text(reader.stdout);
  expect(writeWholeFile('pipe', 'through', cwd)).toBeNull();
  expect(lstatSync(pipe).isFIFO()).toBe(true);
  expect(await read).toBe('through');
});

test('what cannot be read says why', () => {
  expect(readTextFile('nowhere', cwd)).toEqual({
    type: 'unreadable',
    reason: 'there is no such file or folder',
  });
  expect(readTextFile('folder', cwd)).toEqual({ type: 'unreadable', reason: 'it is a folder' });
});
