import { EFFECT, traceEffect } from '../history/trace-log.js';
import type { State } from '../state.js';

/**
 * Puts one reading into a seat's picture. The picture keeps for each track the report with the
 * latest *as of*, not the latest arrival (R11). Returns whether the reading was taken.
 */
export function learnTrack(
  state: State,
  seat: number,
  track: number,
  value: number,
  asOf: number,
): boolean {
  const cell = (seat + 1) * state.program.tracks.length + track;
  if (asOf < state.asOf[cell]!) return false;
  state.tracks[cell] = value;
  state.asOf[cell] = asOf;
  state.learnedAt[cell] = state.now;
  if (state.trace !== null) traceEffect(state.trace, EFFECT.told, track, value);
  return true;
}

/** Points the evaluation context for pictures at one seat's row. */
export function lookFrom(state: State, seat: number): void {
  state.picture.offset = (seat + 1) * state.program.tracks.length;
}
