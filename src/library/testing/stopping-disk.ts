import type { Disk } from '../folder/disk.js';
import { nodeDisk } from '../folder/disk.js';

/** What happens instead of the n-th thing that is asked of a disk. */
export interface Interruption {
  /** From 1. */
  readonly at: number;
  /** Of a file to be written, this share is written before. */
  readonly written: number;
  /** Never returns, or throws. */
  readonly instead: (step: string) => Promise<never>;
}

/** The disk of this machine up to the n-th step; `steps` collects the names of the steps. */
export function stoppingDisk(interruption: Interruption, steps: string[] = []): Disk {
  const before = async (step: string): Promise<void> => {
    steps.push(step);
    if (steps.length === interruption.at) await interruption.instead(step);
  };
  return {
    makeFolder: async (path) => {
      await before('make folder');
      await nodeDisk.makeFolder(path);
    },
    list: async (path) => {
      await before('list');
      return await nodeDisk.list(path);
    },
    read: async (path) => {
      await before('read');
      return await nodeDisk.read(path);
    },
    write: async (path, bytes) => {
      if (steps.length + 1 === interruption.at && interruption.written > 0) {
        const length = Math.floor(bytes.length * interruption.written);
        await nodeDisk.write(path, bytes.subarray(0, length));
      }
      await before('write');
      await nodeDisk.write(path, bytes);
    },
    rename: async (from, to) => {
      await before(to.endsWith('library.json') ? 'commit' : 'rename');
      await nodeDisk.rename(from, to);
    },
    syncFolder: async (path) => {
      await before('sync folder');
      await nodeDisk.syncFolder(path);
    },
    remove: async (path) => {
      await before('remove');
      await nodeDisk.remove(path);
    },
  };
}
