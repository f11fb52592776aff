import { ERASED, serializeHistory } from '../core/history/chain.js';
import type { History, HistoryEvent } from '../core/history/event.js';
import { runHistory } from '../core/run.js';
import type { RunPlan } from '../simulate/run-plan.js';

/** What came of running a history again. */
export type Recomputed =
  | { readonly type: 'same'; readonly events: number }
  | {
      readonly type: 'different';
      /** Number of the first event that differs; one past the last for the end. */
      readonly n: number;
      readonly recorded: string;
      readonly computed: string;
    }
  | { readonly type: 'fault'; readonly message: string }
  | { readonly type: 'unknown'; readonly message: string }
  | { readonly type: 'differs from its scenario'; readonly scenario: string }
  | { readonly type: 'not tried' };

/** Runs a history again as it was run, and compares it event by event (R24). */
export function recompute(
  { program, options }: RunPlan,
  history: History,
  file: string,
  erased: boolean,
): Recomputed {
  const result = runHistory(program, options);
  if (result.type === 'fault') return { type: 'fault', message: result.message };
  const again = result.history;
  const n = firstDifference(history, again, erased);
  if (n !== null) return different(history, again, n);
  // Editors and mail drop the last line end, which says nothing.
  const whole = file.endsWith('\n') ? file : `${file}\n`;
  if (!erased && serializeHistory(again, result.texts) !== whole) {
    return different(history, again, history.events.length + 1);
  }
  return { type: 'same', events: history.events.length };
}

function different(history: History, again: History, n: number): Recomputed {
  const recorded = eventName(history.events[n - 1]);
  return { type: 'different', n, recorded, computed: eventName(again.events[n - 1]) };
}

function eventName(event: HistoryEvent | undefined): string {
  return event === undefined ? 'the end' : `${event.at} ${event.kind} ${event.name} ${event.id}`;
}

/** Hashes need no comparing: they follow from the rest, but not where texts are erased. */
function firstDifference(history: History, again: History, erased: boolean): number | null {
  const length = Math.max(history.events.length, again.events.length);
  for (let i = 0; i < length; i++) {
    if (!isSame(history.events[i], again.events[i], erased)) return i + 1;
  }
  return isSame(history.end, again.end, erased) ? null : length + 1;
}

function isSame(a: unknown, b: unknown, erased: boolean): boolean {
  if (erased && a === ERASED) return typeof b === 'string';
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) =>
      (erased && key === 'hash') ||
      isSame(a[key as keyof typeof a], b[key as keyof typeof b], erased),
  );
}
