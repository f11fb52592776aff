/**
 * `measure.mjs SCENARIO`: opens a shipped scenario once, as every command does, and prints how many
 * milliseconds of the clock it took and how many of processor time, as one line of JSON.
 */
import { resolve } from 'node:path';
import { compileFolder } from '../../src/server/shelf.js';

const id = process.argv[2];
if (id === undefined) throw new Error('measure.mjs SCENARIO');
const folder = { id, path: resolve('scenarios', id), origin: 'shipped' } as const;
const start = performance.now();
const before = process.cpuUsage();
const result = await compileFolder(folder);
const { user, system } = process.cpuUsage(before);
if (result.type === 'faulty') throw new Error(`${id} does not compile`);
console.log(
  JSON.stringify({ clock: performance.now() - start, processor: (user + system) / 1000 }),
);
