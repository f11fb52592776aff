import type { Collection } from '../library/document.js';
import type { Library } from '../library/folder.js';
import { openRoom, type Room } from '../library/room/room.js';
import type { RoomMaterial } from '../library/room/material.js';
import { searchIndex, type SearchIndex } from '../library/room/search.js';
import type { Failure } from './failure.js';
import type { Histories } from './histories.js';
import type { JsonBody } from './json-body.js';
import { elsewhereMessages } from './messages.js';
import { remembered } from './remembered.js';
import { scenarioMaterial, type ScenarioMaterial } from './scenario-material.js';

/** A scenario's reading room as the library stands. */
export interface OpenRoom {
  readonly room: Room;
  /** Made when it is first asked for, then kept. */
  readonly index: () => Promise<SearchIndex>;
  /** Answers made so far, by what was asked. */
  readonly answers: Map<string, JsonBody>;
}

/** The reading rooms of a server: each opened when first asked for, and anew after an import. */
export interface Rooms {
  readonly room: (scenario: string) => Promise<OpenRoom | Failure>;
  /** Makes rooms whose sources were imported ready to be searched; others wait for a query. */
  readonly warm: () => Promise<void>;
}

/** What the library holds, and in which state it is that. */
interface Holdings {
  readonly version: string;
  readonly collections: readonly Collection[];
}

/** Prepares the reading rooms of some scenarios; nothing is read yet. */
export function createRooms(histories: Histories, library: Library): Rooms {
  const materialOf = remembered(async (id: string) => await materialOfScenario(id, histories));
  const holdings = createHoldings(library);
  const rooms = new Map<string, { readonly version: string; readonly open: OpenRoom }>();
  const room = async (scenario: string): Promise<OpenRoom | Failure> => {
    const material = await materialOf(scenario);
    if ('type' in material) return material;
    const held = await holdings();
    if ('type' in held) return held;
    const known = rooms.get(scenario);
    if (known?.version === held.version) return known.open;
    const open = opened({ ...material, collections: held.collections });
    rooms.set(scenario, { version: held.version, open });
    return open;
  };
  const warm = async (): Promise<void> => {
    const held = await holdings();
    if ('type' in held || held.collections.length === 0) return;
    for (const { id } of histories.folders) {
      const open = await room(id);
      if (!('type' in open) && hasImportedSource(open.room)) await open.index();
    }
  };
  return { room, warm };
}

function hasImportedSource({ collections }: Room): boolean {
  return collections.some(({ source, imported }) => source !== null && imported.length > 0);
}

function opened(material: RoomMaterial): OpenRoom {
  const room = openRoom(material);
  let index: Promise<SearchIndex> | null = null;
  return { room, index: () => (index ??= searchIndex(room)), answers: new Map() };
}

async function materialOfScenario(
  id: string,
  histories: Histories,
): Promise<ScenarioMaterial | Failure> {
  const program = await histories.program(id);
  if ('type' in program) return program;
  const criticism = await histories.criticism(id);
  return 'type' in criticism ? criticism : scenarioMaterial(program, criticism);
}

/** Reads the library, once for each state it is in; files that stay are not read again. */
function createHoldings(library: Library): () => Promise<Holdings | Failure> {
  let current: Promise<Holdings | Failure> | null = null;
  let version = '';
  let known = new Map<string, Collection>();
  const read = async (now: string): Promise<Holdings | Failure> => {
    const listing = await library.list();
    if (listing.type === 'faulty') return libraryFailure(listing.fault);
    const kept = new Map<string, Collection>();
    for (const { id, stored } of listing.collections) {
      const before = known.get(stored);
      const held = before === undefined ? await library.read(id) : null;
      if (held?.type === 'faulty') return libraryFailure(held.fault);
      kept.set(stored, before ?? held!.collection);
    }
    known = kept;
    return { version: now, collections: [...kept.values()] };
  };
  return async () => {
    const now = await library.version();
    if (current === null || now !== version) [version, current] = [now, read(now)];
    const held = await current;
    if ('type' in held) current = null;
    return held;
  };
}

/** What is wrong with the library, in its own words. */
export function libraryFailure({
  code,
  message,
}: {
  readonly code: string;
  readonly message: string;
}): Failure {
  return { type: 'failure', status: 500, code, message, elsewhere: elsewhereMessages.library };
}
