import type { Dispatch } from '../letters/dispatch.js';
import type { State } from '../state.js';
import { entryStart } from './branch.js';
import { DROPPED, HAPPENED } from './entry-status.js';

/**
 * A seat that has left the record sends a letter: where the record has one of that template from
 * it, the earliest that none stands in for yet, the letter stands in for that one (R26).
 */
export function standIn(state: State, d: Dispatch): void {
  // Before the branch everybody is still on the record.
  if (d.letter < 0 || state.branchPlan !== null) return;
  const { record, entryStatus } = state;
  let first = -1;
  let at = Number.POSITIVE_INFINITY;
  for (let i = 0; i < record.length; i++) {
    if (entryStatus[i] !== DROPPED || state.standIn[i]! >= 0) continue;
    const entry = record[i]!;
    if (entry.type !== 'dispatch' || entry.letter !== d.letter || entry.from !== d.from) continue;
    const { placed } = entryStart(entry);
    if (placed >= at) continue;
    first = i;
    at = placed;
  }
  if (first >= 0) state.standIn[first] = d.index;
}

/** Whether an entry has happened, or a letter stands in for it: what follows from it can follow. */
export function hasHappened(state: State, entry: number): boolean {
  return state.entryStatus[entry] === HAPPENED || state.standIn[entry]! >= 0;
}

/** The dispatch of an entry that has happened, or the one that stands in for it; −1 for neither. */
export function dispatchFor(state: State, entry: number): number {
  const own = state.entryDispatch[entry]!;
  return own >= 0 ? own : state.standIn[entry]!;
}
