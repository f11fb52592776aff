import type { State } from '../state.js';
import type { OutcomeReading } from './outcome-columns.js';

/** Writes the row of a finished run into `into`, from place `at` on. */
export function writeOutcome(
  readings: readonly OutcomeReading[],
  state: State,
  stateHash: string,
  into: Float64Array,
  at: number,
): void {
  const hash = {
    high: Number.parseInt(stateHash.slice(0, 8), 16),
    low: Number.parseInt(stateHash.slice(8), 16),
  };
  for (let i = 0; i < readings.length; i++) into[at + i] = readings[i]!.read(state, hash);
}
