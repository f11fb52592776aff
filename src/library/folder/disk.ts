import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { unusable } from '../system-reason.js';

/** What a library folder asks of a disk; tests give one that stops, fails or is full. */
export interface Disk {
  /** Makes a folder and those above it, where they are not there. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** The names in a folder; none where there is no such folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** The bytes of a file; null where there is none. */
  readonly read: (path: string) => Promise<Buffer | null>;
  /** Writes a new file and waits until it is on the disk. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Renames in one step, over what was there. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Waits until the names in a folder are on the disk. */
  readonly syncFolder: (path: string) => Promise<void>;
  /** Removes a file, if it is there. */
  readonly remove: (path: string) => Promise<void>;
}

/** The disk of this machine. */
export const nodeDisk: Disk = {
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  list: async (path) => (await unlessAbsent(readdir(path))) ?? [],
  read: async (path) => await unlessAbsent(readWhole(path)),
  write: async (path, bytes) => {
    const file = await open(path, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  syncFolder: async (path) => {
    // Windows does not open folders; its file system keeps names in its own log.
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  remove: async (path) => await rm(path, { force: true }),
};

/** No library has a larger file, and no text of a program could hold one. */
const MOST_BYTES = 512 * 1024 * 1024;

/** A pipe or a device in the place of a file would be waited for, or read, without end. */
async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const there = await file.stat();
    const isOdd = !there.isFile() && !there.isDirectory();
    if (isOdd) throw unusable('what stands there is no file');
    if (there.size > MOST_BYTES) throw unusable('its file is too large');
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function unlessAbsent<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
