import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { reasonOf } from '../library/system-reason.js';

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
 * interrupted run ever leaves half of one. Through a link the file that it leads to is replaced. A
 * pipe or a device cannot be replaced: it is written to.
 *
 * @returns why it cannot be written, or null once it is
 */
export function writeWholeFile(path: string, text: string, cwd: string): string | null {
  const named = resolve(cwd, path);
  try {
    const there = statSync(named, { throwIfNoEntry: false });
    if (there === undefined) writeBeside(named, text);
    else if (there.isFile() || there.isDirectory()) writeBeside(realpathSync(named), text);
    else writeFileSync(named, text);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

function writeBeside(target: string, text: string): void {
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  try {
    const file = openSync(beside, 'wx');
    try {
      // Unlike writeSync it goes on where the disk took a part only, until that fails.
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
