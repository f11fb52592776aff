import { note } from '../history/log.js';
import type { State } from '../state.js';

/** What moves trust, and whether for better (alpha) or for worse (beta). */
export type TrustCause = 'verified' | 'breach' | 'dispute' | 'provocation' | 'delay';

/**
 * Moves one seat's trust in a side by what has just been delivered to it (R21): a Beta distribution
 * whose alpha grows with verified performance and whose beta grows with the rest, by the scenario's
 * weights. A seat without a declared belief about that side has none to move.
 */
export function moveTrust(state: State, seat: number, side: number, cause: TrustCause): void {
  if (side < 0) return;
  const cell = 2 * (seat * state.program.sides.length + side);
  if (state.trust[cell] === 0) return;
  const weight = state.program.trust[cause];
  if (weight === 0) return;
  state.trust[cause === 'verified' ? cell : cell + 1]! += weight;
  if (state.log !== null) {
    note(state.log, {
      type: 'trust',
      seat: state.program.seats[seat]!.name,
      side: state.program.sides[side]!.name,
      alpha: state.trust[cell]!,
      beta: state.trust[cell + 1]!,
      because: cause,
    });
  }
}
