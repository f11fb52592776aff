import type { HistoryEvent } from '../../core/history/event.js';
import { runHistory } from '../../core/run.js';
import type { PairView } from '../../protocol/simulation.js';
import type { RunPlan } from '../../simulate/run-plan.js';

type Compared =
  | ({ readonly type: 'compared' } & Omit<PairView, 'changes'>)
  | { readonly type: 'fault'; readonly message: string };

/** Two runs of one number beside each other: where they part, and how each ends. */
export function compareRuns(baseline: RunPlan, change: RunPlan): Compared {
  const a = runHistory(baseline.program, baseline.options);
  const b = runHistory(change.program, change.options);
  if (a.type === 'fault') return { type: 'fault', message: a.message };
  if (b.type === 'fault') return { type: 'fault', message: b.message };
  const n = firstDifference(a.history.events, b.history.events);
  const event = n === null ? null : (b.history.events[n] ?? a.history.events[n]!);
  return {
    type: 'compared',
    identical: n === null,
    divergence: event === null ? null : { at: event.at, what: event.title ?? event.name },
    unaligned: 0,
    endings: { baseline: a.history.end.ending ?? '', change: b.history.end.ending ?? '' },
  };
}

function firstDifference(a: readonly HistoryEvent[], b: readonly HistoryEvent[]): number | null {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [one, other] = [a[i], b[i]];
    if (JSON.stringify({ ...one, hash: '' }) !== JSON.stringify({ ...other, hash: '' })) return i;
  }
  return null;
}
