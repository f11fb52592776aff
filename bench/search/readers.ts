import type { Collection } from '../../src/library/document.js';
import { openRoom, type Room } from '../../src/library/room/room.js';
import { NO_CRITICISM } from '../../src/scenario/source-criticism.js';

/** A room with nothing in it but what a reader imported. */
export function readers(collections: readonly Collection[]): Room {
  return openRoom({
    scenario: { id: 'bench', title: 'Bench' },
    places: [],
    criticism: NO_CRITICISM,
    collections,
    chronicle: new Map(),
  });
}
