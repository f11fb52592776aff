import type { Program } from '../core/program.js';
import type { RoomMaterial } from '../library/room/material.js';
import type { SourceCriticism } from '../scenario/source-criticism.js';
import { chronicleOf } from './chronicle.js';

/** All that a reading room is made of, but what the reader imported. */
export type ScenarioMaterial = Omit<RoomMaterial, 'collections'>;

/** What a reading room takes from its scenario. */
export function scenarioMaterial(program: Program, criticism: SourceCriticism): ScenarioMaterial {
  const { id, title, places } = program;
  return {
    scenario: { id, title },
    places: places.map(({ name, title, zone }) => ({ name, title, zone })),
    criticism,
    chronicle: chronicleOf(program),
  };
}
