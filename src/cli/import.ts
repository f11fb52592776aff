import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { defaultLibraryFolder } from '../library/default-folder.js';
import type { Collection, ImportFault, ReadFile } from '../library/document.js';
import { openLibrary } from '../library/folder.js';
import { importFile } from '../library/import.js';
import { importFaultText } from '../library/import-messages.js';
import type { Command, Io } from './command.js';
import { printJson } from './command.js';
import type { ImportedFile } from './import-lines.js';
import { importedLines } from './import-lines.js';
import { importMessages } from './import-messages.js';
import { fileChunks } from './import-progress.js';
import { printable } from './printable.js';
import { textOf } from './table.js';

/** `backchannel import FILE…` */
export const importCommand: Command = {
  args: ['FILE…'],
  options: {
    library: { value: 'DIR', help: "the library folder (this user's own unless given)" },
  },
  notes: [
    'It reads volumes in TEI P5 (FRUS), records of newspaper archives, chapters saved from a ' +
      'reading site, bibliographies in CSL-JSON (a card for each item), plain text and Markdown; ' +
      'what a file is shows in its content. A short header of a text can say its title, author, ' +
      'from, to, place, date, kind and classification.',
    'A file with a fault is told as file:line:column: what is wrong; then nothing is imported.',
    'The environment variable BACKCHANNEL_LIBRARY names another folder for good.',
  ],
  run: async (call, io) => {
    const folder = resolve(io.cwd, call.value('library') ?? defaultLibraryFolder());
    const outcome = await importAll(call.args, folder, io);
    for (const fault of outcome.faults) io.err(`${printable(importFaultText(fault))}\n`);
    const isSound = outcome.faults.length === 0;
    if (!isSound && call.args.length > 1) io.err(`backchannel: ${importMessages.nothing}\n`);
    if (call.flag('json')) printJson(io, { library: folder, ...outcome });
    else if (isSound) print(folder, outcome.imported, io);
    return isSound ? 0 : 1;
  },
};

interface Outcome {
  readonly imported: readonly ImportedFile[];
  readonly faults: readonly ImportFault[];
}

function print(folder: string, imported: readonly ImportedFile[], io: Io): void {
  io.out(textOf([...imported.flatMap(importedLines), importMessages.library(folder)]));
}

/** Reads all files first, so that one with a fault keeps the others out too. */
async function importAll(paths: readonly string[], folder: string, io: Io): Promise<Outcome> {
  const faults: ImportFault[] = [];
  const collections = new Map<string, { readonly path: string; readonly collection: Collection }>();
  for (const path of paths) {
    const read = await readFrom(path, io);
    if (read.type === 'faulty') {
      faults.push(...read.faults);
      continue;
    }
    const { collection } = read;
    const other = collections.get(collection.id);
    if (other === undefined) collections.set(collection.id, { path, collection });
    else if (other.collection.file.sha256 !== collection.file.sha256) {
      faults.push(
        faultOf(path, 'same-collection', importMessages.sameCollection(collection.id, other.path)),
      );
    }
  }
  if (faults.length > 0) return { imported: [], faults };
  return await addAll(
    [...collections.values()].map(({ collection }) => collection),
    folder,
    io,
  );
}

async function readFrom(path: string, io: Io): Promise<ReadFile> {
  const full = resolve(io.cwd, path);
  const size = sizeOf(full);
  return await importFile(path, fileChunks(full, printable(path), size, io), size);
}

/** In bytes; 0 where it cannot be told, as then the reading itself tells why. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

async function addAll(
  collections: readonly Collection[],
  folder: string,
  io: Io,
): Promise<Outcome> {
  const onWait = (): void => io.err(`backchannel: ${printable(importMessages.waiting(folder))}\n`);
  const result = await openLibrary(folder).add(collections, onWait);
  if (result.type === 'faulty') {
    const { code, message } = result.fault;
    return { imported: [], faults: [faultOf(folder, code, message)] };
  }
  const imported = result.added.map((added, i) => ({ ...added, remarks: collections[i]!.remarks }));
  return { imported, faults: [] };
}

function faultOf(file: string, code: string, message: string): ImportFault {
  return { file, line: null, column: null, code, message };
}
