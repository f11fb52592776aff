import type { Program } from '../core/program.js';
import type { RunOptions } from '../core/run-options.js';
import { applyChange, keptEntries } from '../scenario/change.js';
import type { Change } from '../scenario/change/change-types.js';
import { changedField } from '../scenario/change/changed-field.js';
import { parseChange } from '../scenario/change/parse-change.js';
import { runMessages } from './run-messages.js';

/** What is different from a history that follows its scenario as it stands. */
export interface Departures {
  /** Where the record is left, in ms UTC; null where the changes hold from the opening on. */
  readonly at: number | null;
  /** Changes in words, such as `dispatch D016 arrives never` or `keep I07` (R25). */
  readonly changes: readonly string[];
}

/** What the kernel is asked to run. */
export interface RunPlan {
  readonly type: 'plan';
  readonly program: Program;
  readonly options: RunOptions;
}

/** The first change that cannot be made. */
interface RefusedChange {
  readonly type: 'refused';
  readonly change: string;
  readonly reason: string;
}

/** Changes of what only chance and orders use. */
const DRAWN: ReadonlySet<Change['type']> = new Set(['delay', 'hazard', 'prior', 'rate', 'takes']);

/** Whether the record holds from the opening to the end and nobody gives an order (R25, R26). */
function restsAlways(
  program: Program,
  { record, inputs = [] }: Pick<RunOptions, 'record' | 'inputs'>,
  at: number | null,
): boolean {
  return record && at === null && inputs.length === 0 && program.entries.length > 0;
}

/**
 * Plans the run of a program with changes. A branch runs the scenario as it stands up to its
 * instant; without one the changes hold from the opening on.
 */
export function planRun(
  program: Program,
  options: Pick<RunOptions, 'seed' | 'run' | 'record' | 'inputs'>,
  { at, changes }: Departures,
): RunPlan | RefusedChange {
  let changed = program;
  const applied: Change[] = [];
  const setBy = new Map<string, string>();
  for (const text of changes) {
    const parsed = parseChange(changed, text);
    if (parsed.type === 'fault') return { type: 'refused', change: text, reason: parsed.message };
    const field = changedField(changed, parsed.change) ?? text;
    const earlier = setBy.get(field);
    if (earlier !== undefined) {
      return { type: 'refused', change: text, reason: runMessages.changedTwice(earlier) };
    }
    setBy.set(field, text);
    const next = applyChange(changed, parsed.change);
    if ('code' in next) return { type: 'refused', change: text, reason: next.message };
    if (restsAlways(program, options, at) && DRAWN.has(parsed.change.type)) {
      return { type: 'refused', change: text, reason: runMessages.neverDrawn };
    }
    changed = next;
    applied.push(parsed.change);
  }
  if (at === null) return { type: 'plan', program: changed, options: { ...options, changes } };
  const branch = { at, program: changed, keep: keptEntries(program, applied) };
  return { type: 'plan', program, options: { ...options, changes, branch } };
}
