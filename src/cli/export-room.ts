import { resolve } from 'node:path';
import { defaultLibraryFolder } from '../library/default-folder.js';
import type { Collection } from '../library/document.js';
import { openLibrary } from '../library/folder.js';
import type { RoomMaterial } from '../library/room/material.js';
import { faultText } from '../scenario/faults.js';
import { NO_CRITICISM } from '../scenario/source-criticism.js';
import { compileFolder, criticismOfFolder } from '../server/shelf.js';
import type { Exit, Io } from './command.js';
import { refuse } from './command.js';
import { exportMessages } from './export-messages.js';
import { findScenario } from './scenario-at-hand.js';
import { textOf } from './table.js';

/** All that tables and citations are made of, or the exit code of a call that was refused. */
export type Opened<T> =
  | { readonly type: 'opened'; readonly value: T }
  | { readonly type: 'refused'; readonly exit: Exit };

/** A scenario, its sources and the places whose clocks its times mean; no history is run. */
type SourceMaterial = Pick<RoomMaterial, 'scenario' | 'places' | 'criticism'>;

/** What a reader's library holds on its own, without a scenario that speaks of it. */
export const NO_SCENARIO: SourceMaterial = {
  scenario: { id: '', title: '' },
  places: [],
  criticism: NO_CRITICISM,
};

/** Compiles what a scenario says of its sources; its faults are told on standard error. */
export async function openSources(word: string, io: Io): Promise<Opened<SourceMaterial>> {
  const found = findScenario(word, io.cwd);
  if (found.type === 'unknown') return { type: 'refused', exit: refuse(io, 2, found.message) };
  const scenario = await compileFolder(found.folder);
  const result =
    scenario.type === 'compiled'
      ? await criticismOfFolder(found.folder, scenario.program)
      : scenario;
  if (result.type === 'faulty') {
    io.err(textOf(result.faults.map(faultText)));
    return { type: 'refused', exit: 1 };
  }
  const { program, criticism } = result;
  const places = program.places.map(({ name, title, zone }) => ({ name, title, zone }));
  const { id } = found.folder;
  return { type: 'opened', value: { scenario: { id, title: program.title }, places, criticism } };
}

/** Reads a library folder, `--library` or the reader's own; one that is not there is empty. */
export async function openCollections(
  folder: string | null,
  io: Io,
): Promise<Opened<readonly Collection[]>> {
  const path = resolve(io.cwd, folder ?? defaultLibraryFolder());
  const library = openLibrary(path);
  const listing = await library.list();
  if (listing.type === 'faulty') return refused(path, listing.fault.message, io);
  const collections: Collection[] = [];
  for (const { id } of listing.collections) {
    const held = await library.read(id);
    if (held.type === 'faulty') return refused(path, held.fault.message, io);
    collections.push(held.collection);
  }
  return { type: 'opened', value: collections };
}

function refused(path: string, reason: string, io: Io): Opened<never> {
  return { type: 'refused', exit: refuse(io, 1, exportMessages.brokenLibrary(path, reason)) };
}
