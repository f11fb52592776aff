import type { Program } from '../../core/program.js';
import { formatMinute } from '../../core/time/instant.js';
import type { SimulationRequest } from '../../protocol/simulation.js';

/** What a scenario simulates where nothing else is asked for, by name. */
export function requestedLineup(program: Program): Pick<SimulationRequest, 'at' | 'doctrines'> {
  const { branchAt, doctrines } = program.lineup;
  return {
    at: branchAt === null ? null : formatMinute(branchAt),
    doctrines: doctrines.map((index) => {
      const { seat, name } = program.doctrines[index]!;
      return { seat: program.seats[seat]!.name, doctrine: name };
    }),
  };
}
