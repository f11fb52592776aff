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
  noteTrust(state, seat, side, cause);
}

/**
 * Moves trust by what an inspection found (R21): not all of the finding's weight counts, for an
 * inspector knows how often its act detects and how often it raises a false alarm. With m, the mean
 * of its trust, as the chance beforehand that the obligor performs, Bayes gives the chance p that
 * it has, given the finding; alpha grows by weight · p and beta by weight · (1 − p).
 */
export function weighFinding(
  state: State,
  seat: number,
  side: number,
  act: number,
  found: boolean,
): void {
  const cell = 2 * (seat * state.program.sides.length + side);
  const alpha = state.trust[cell]!;
  if (alpha === 0) return;
  const cause = found ? 'verified' : 'breach';
  const weight = state.program.trust[cause];
  if (weight === 0) return;
  const mean = alpha / (alpha + state.trust[cell + 1]!);
  const { detects, falseAlarm } = state.program.acts[act]!;
  const kept = mean * (found ? 1 - falseAlarm : falseAlarm);
  const broken = (1 - mean) * (found ? 1 - detects : detects);
  // A finding that neither could bring about tells nothing.
  const share = kept + broken === 0 ? mean : kept / (kept + broken);
  state.trust[cell]! += weight * share;
  state.trust[cell + 1]! += weight * (1 - share);
  noteTrust(state, seat, side, cause);
}

function noteTrust(state: State, seat: number, side: number, because: TrustCause): void {
  if (state.log === null) return;
  const cell = 2 * (seat * state.program.sides.length + side);
  note(state.log, {
    type: 'trust',
    seat: state.program.seats[seat]!.name,
    side: state.program.sides[side]!.name,
    alpha: state.trust[cell]!,
    beta: state.trust[cell + 1]!,
    because,
  });
}
