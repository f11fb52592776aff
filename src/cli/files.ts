import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The text of a file, or why it cannot be read. */
export type ReadFile =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'unreadable'; readonly reason: string };

/** Reads a UTF-8 file named in a call. */
export function readTextFile(path: string, cwd: string): ReadFile {
  try {
    return { type: 'text', text: readFileSync(resolve(cwd, path), 'utf8') };
  } catch (error) {
    return { type: 'unreadable', reason: reasonOf(error) };
  }
}

/**
 * Writes a file whole or not at all: beside it, then renamed into place, so that no reader and no
 * interrupted run ever leaves half of one.
 *
 * @returns why it cannot be written, or null once it is
 */
export function writeWholeFile(path: string, text: string, cwd: string): string | null {
  const target = resolve(cwd, path);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    const file = openSync(beside, 'wx');
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
    return null;
  } catch (error) {
    rmSync(beside, { force: true });
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'this user may not';
    default:
      return message;
  }
}
