import type { State } from '../state.js';
import { EFFECT } from './trace-log.js';
import type { TraceLog } from './trace-log.js';

/** A trace with the state that its run ended in, so that what it points to can be named. */
export interface Trace extends TraceLog {
  readonly state: State;
}

/**
 * Whether two effects are one. Tracks, options and endings are told by their names: a changed
 * program may have them at other places.
 */
export function isSameEffect(a: Trace, i: number, b: Trace, j: number): boolean {
  const kind = a.effectKind[i]!;
  if (kind !== b.effectKind[j]) return false;
  const value = a.effectValue[i]!;
  const other = b.effectValue[j]!;
  switch (kind) {
    case EFFECT.track:
    case EFFECT.told:
      return value === other && trackOf(a, i) === trackOf(b, j);
    case EFFECT.choice:
      return optionOf(a, i)?.name === optionOf(b, j)?.name;
    case EFFECT.ended:
      return endingOf(a, i) === endingOf(b, j);
    default:
      return value === other;
  }
}

/** Name of the track that an effect is on. */
export function trackOf({ state, effectIndex }: Trace, i: number): string {
  return state.program.tracks[effectIndex[i]!]!.name;
}

/** The option that a meeting chose, or undefined for none. */
export function optionOf(
  { state, effectIndex, effectValue }: Trace,
  i: number,
): { readonly name: string; readonly title: string } | undefined {
  return state.program.doctrines[effectValue[i]!]?.options[effectIndex[i]!];
}

/** Name of the ending that came. */
export function endingOf({ state, effectIndex }: Trace, i: number): string {
  return state.program.endings[effectIndex[i]!]?.name ?? 'out of time';
}
