import type { LaboratoryView, SimulationRequest } from '../../protocol/simulation.js';

type Doctrines = SimulationRequest['doctrines'];

/** Who still is played when all others are left to the record. */
export interface LeftSeats {
  readonly kept: Doctrines;
  readonly keptTitles: readonly string[];
  readonly leftTitles: readonly string[];
}

/**
 * Leaves every seat to the record but those whose doctrine is another than the usual one; where
 * none is, but the first of the usual cast. Null where that leaves nobody to the record.
 */
export function leaveOthers(
  { lineup, seats }: LaboratoryView,
  { doctrines }: Pick<SimulationRequest, 'doctrines'>,
): LeftSeats | null {
  const isUsual = (one: Doctrines[number]) =>
    lineup.doctrines.some(({ seat, doctrine }) => seat === one.seat && doctrine === one.doctrine);
  const chosen = doctrines.filter((one) => !isUsual(one));
  const first = doctrines.find(({ seat }) => seat === lineup.doctrines[0]?.seat) ?? doctrines[0];
  if (first === undefined) return null;
  const kept = chosen.length > 0 ? chosen : [first];
  if (kept.length === doctrines.length) return null;
  const titles = (list: Doctrines) =>
    list.map(({ seat }) => seats.find(({ name }) => name === seat)?.title ?? seat);
  const left = doctrines.filter((one) => !kept.includes(one));
  return { kept, keptTitles: titles(kept), leftTitles: titles(left) };
}
