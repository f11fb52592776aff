/**
 * The full-text search of the reading room against a scan without an index: `measure.mjs
 * REPETITIONS FILE…` imports the files, asks every query that often of both, one after the other,
 * and prints what it took as one line of JSON.
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { importFile } from '../../src/library/import.js';
import type { Collection } from '../../src/library/document.js';
import { searchIndex, searchView, type SearchIndex } from '../../src/library/room/search.js';
import { readers } from './readers.js';
import { QUERIES, scan } from './scan.js';

interface Timed {
  readonly query: string;
  /** Documents that the index finds, and that the scan finds. */
  readonly found: number;
  readonly scanned: number;
  /** One for each repetition. */
  readonly search: readonly Taken[];
  readonly scan: readonly Taken[];
}

/** Milliseconds by the clock, and of processor time, on which others on the machine tell least. */
interface Taken {
  readonly clock: number;
  readonly processor: number;
}

async function imported(file: string): Promise<Collection> {
  const read = await importFile(basename(file), createReadStream(file));
  if (read.type === 'faulty') throw new Error(`${file}: ${read.faults[0]?.message}`);
  return read.collection;
}

function timed(work: () => void): Taken {
  const start = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - start, processor: (user + system) / 1000 };
}

function measure(query: string, index: SearchIndex, repetitions: number): Timed {
  const times = Array.from({ length: repetitions }, () => ({
    search: timed(() => searchView(query, index)),
    scan: timed(() => scan(query, index.units)),
  }));
  return {
    query,
    found: searchView(query, index).total,
    scanned: scan(query, index.units).length,
    search: times.map(({ search }) => search),
    scan: times.map(({ scan }) => scan),
  };
}

const [repetitions, ...files] = process.argv.slice(2);
const room = readers(await Promise.all(files.map(imported)));
const start = performance.now();
const index = await searchIndex(room);
const indexed = performance.now() - start;
const rows = QUERIES.map((query) => measure(query, index, Number(repetitions)));
console.log(
  JSON.stringify({ documents: room.documents.size, units: index.units.length, indexed, rows }),
);
