import { countUnaligned } from '../chance/draw-ledger.js';
import { differenceWords } from './divergence.js';
import { WORDS } from './divergence-words.js';
import { eventWords } from './event-words.js';
import { isSameEffect } from './trace-effects.js';
import type { Trace } from './trace-effects.js';
import type { TraceLog } from './trace-log.js';

export type { Trace } from './trace-effects.js';

/** Where two histories part. */
export interface Divergence {
  /** Number of events that both share before it. */
  readonly index: number;
  /** Its instant, in ms UTC. */
  readonly at: number;
  /** In which history something happens there; `both` where it is the same thing, but different. */
  readonly in: 'baseline' | 'change' | 'both';
  /** What it is, in words. */
  readonly what: string;
}

/** How two histories of one run compare (R25). */
export interface Comparison {
  /** Whether they are the same to the last event and in the state that they end in. */
  readonly identical: boolean;
  readonly first: Divergence | null;
  /** Draws that only one of the two used. */
  readonly unaligned: number;
}

/** Compares the last runs of two kernels event by event and draw by draw (R25). */
export function compareTraces(baseline: Trace, change: Trace): Comparison {
  const first = divergence(baseline, change);
  return {
    identical: first === null,
    first,
    unaligned: countUnaligned(baseline.draws, change.draws),
  };
}

function divergence(a: Trace, b: Trace): Divergence | null {
  const shorter = a.count < b.count ? a.count : b.count;
  for (let i = 0; i < shorter; i++) {
    if (!isSameEvent(a, i, b, i) || a.time[i] !== b.time[i]) return parting(a, b, i);
    const effect = firstDifference(a, b, i);
    if (effect >= 0) {
      return { index: i, at: a.time[i]!, in: 'both', what: differenceWords(a, b, i, effect) };
    }
  }
  if (a.count !== b.count) return parting(a, b, shorter);
  if (a.stateHash === b.stateHash) return null;
  const at = shorter === 0 ? NaN : a.time[shorter - 1]!;
  return { index: shorter, at, in: 'both', what: WORDS.endState };
}

/** Whether two events are of one name; when they happen is another question. */
function isSameEvent(a: TraceLog, i: number, b: TraceLog, j: number): boolean {
  return a.idLo[i] === b.idLo[j] && a.idHi[i] === b.idHi[j] && a.task[i] === b.task[j];
}

/** Place of the first effect in which an event of both differs, from its start; −1 for none. */
function firstDifference(a: Trace, b: Trace, i: number): number {
  const fromA = i === 0 ? 0 : a.effects[i - 1]!;
  const fromB = i === 0 ? 0 : b.effects[i - 1]!;
  const countA = a.effects[i]! - fromA;
  const countB = b.effects[i]! - fromB;
  for (let k = 0; k < countA && k < countB; k++) {
    if (!isSameEffect(a, fromA + k, b, fromB + k)) return k;
  }
  if (countA === countB) return -1;
  return countA < countB ? countA : countB;
}

/** From event `i` on the two differ in what happens, or when. */
function parting(a: Trace, b: Trace, i: number): Divergence {
  const timeA = i < a.count ? a.time[i]! : Number.POSITIVE_INFINITY;
  const timeB = i < b.count ? b.time[i]! : Number.POSITIVE_INFINITY;
  const at = timeA < timeB ? timeA : timeB;
  const laterInB = timeA <= timeB ? find(b, i, a, i) : -1;
  if (timeA <= timeB && laterInB === -1) {
    return { index: i, at, in: 'baseline', what: WORDS.only(eventWords(a, i), 'baseline') };
  }
  const laterInA = timeB <= timeA ? find(a, i, b, i) : -1;
  if (timeB <= timeA && laterInA === -1) {
    return { index: i, at, in: 'change', what: WORDS.only(eventWords(b, i), 'change') };
  }
  // The same thing at another time: told of the history in which it comes first.
  if (laterInB >= 0 && b.time[laterInB]! > at) {
    return { index: i, at, in: 'both', what: WORDS.later(eventWords(a, i)) };
  }
  return { index: i, at, in: 'both', what: WORDS.earlier(eventWords(b, i)) };
}

/** Place, from `from` on, of the event that has the name of one of `other`; −1 for none. */
function find(trace: TraceLog, from: number, other: TraceLog, i: number): number {
  for (let j = from; j < trace.count; j++) if (isSameEvent(trace, j, other, i)) return j;
  return -1;
}
