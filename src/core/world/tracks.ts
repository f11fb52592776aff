import { note } from '../history/log.js';
import { EFFECT, traceEffect } from '../history/trace-log.js';
import { trackValue } from '../history/naming.js';
import type { EffectPlan } from '../plan.js';
import type { State } from '../state.js';
import { clamp } from './expression.js';

/**
 * Writes an event's effects (R10): all values are read before any is written, each is clamped to
 * its track's range, whole numbers for all but shares. Returns false where a value is not a number:
 * a fault.
 */
export function applyEffects(state: State, set: EffectPlan): boolean {
  const { tracks, values } = set;
  for (let i = 0; i < tracks.length; i++) {
    const value = values[i]!(state.world);
    if (!isFinite(value)) {
      const name = state.program.tracks[tracks[i]!]!.name;
      state.fault = `the effect on ${name} is not a number at this point`;
      return false;
    }
    state.scratch[i] = value;
  }
  for (let i = 0; i < tracks.length; i++) setTrack(state, tracks[i]!, state.scratch[i]!);
  return true;
}

/** Writes one track of the world, clamped to its range; −0 is 0 (R8). */
export function setTrack(state: State, track: number, value: number): void {
  const { low, high, kind } = state.program.tracks[track]!;
  let next = clamp(value, low, high) + 0;
  if (kind !== 'share') next = Math.round(next) + 0;
  const old = state.tracks[track]!;
  if (next === old) return;
  state.tracks[track] = next;
  state.endingsDue = true;
  const readers = state.plan.readers[track]!;
  for (let i = 0; i < readers.length; i++) markDirty(state, readers[i]!);
  if (state.trace !== null) traceEffect(state.trace, EFFECT.track, track, next);
  if (state.log !== null) {
    note(state.log, {
      type: 'track',
      track: state.program.tracks[track]!.name,
      from: trackValue(state.program, track, old),
      to: trackValue(state.program, track, next),
    });
  }
}

/** Puts an incident on the list of those whose rate must be looked at after this event. */
export function markDirty(state: State, incident: number): void {
  if (state.isDirty[incident] === 1) return;
  state.isDirty[incident] = 1;
  state.dirty[state.dirtyCount++] = incident;
}
