import type { DispatchEntry } from '../parts/record.js';
import type { State } from '../state.js';
import type { RecordedTime } from '../time/recorded-time.js';
import type { Dispatch, Leg } from './dispatch.js';

/** What the record says of a leg; null for a leg that the record does not have. */
export function recordedLeg(
  state: State,
  d: Dispatch,
  leg: Leg,
): DispatchEntry['legs'][number] | null {
  if (leg.recorded < 0) return null;
  return (state.record[d.entry] as DispatchEntry).legs[leg.recorded]!;
}

/** When the record has a leg arrive; null where it arrives at an hour of the kernel's own. */
export function recordedArrival(state: State, d: Dispatch, leg: Leg): RecordedTime | null {
  const recorded = recordedLeg(state, d, leg);
  // What control held arrived when it was let go, whatever the record says.
  return recorded?.arrived.placed === leg.arrivesAt ? recorded.arrived : null;
}
