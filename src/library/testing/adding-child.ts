/**
 * Adds collections to a library and stops for ever at the n-th step, to be killed there:
 * `node adding-child.mjs FOLDER FILE-OF-COLLECTIONS STEP SHARE-WRITTEN`
 */
import { readFileSync } from 'node:fs';
import type { Collection } from '../document.js';
import { openLibrary } from '../folder.js';
import { stoppingDisk } from './stopping-disk.js';

const [folder = '', file = '', at = '', written = ''] = process.argv.slice(2);
const collections = JSON.parse(readFileSync(file, 'utf8')) as Collection[];

const disk = stoppingDisk({
  at: Number(at),
  written: Number(written),
  instead: async (step) => {
    process.stdout.write(`${step}\n`);
    return await new Promise<never>(() => setInterval(() => undefined, 1000));
  },
});

await openLibrary(folder, disk).add(collections);
process.stdout.write('done\n');
