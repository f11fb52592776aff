import type { RunOptions } from '../core/run-options.js';
import type { Program } from '../core/program.js';
import { applyChange, keptEntries, playersAfter } from '../scenario/change.js';
import type { Change } from '../scenario/change/change-types.js';
import { changedField } from '../scenario/change/changed-field.js';
import { parseChange } from '../scenario/change/parse-change.js';
import { simulateMessages } from './simulate-messages.js';

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

/** What of a request cannot be; `run` where its words fit, and no history can be made of them. */
type RefusedSubject = 'change' | 'sweep' | 'doctrine' | 'run';

/** The first change, sweep or doctrine that cannot be. */
export interface RefusedPlan {
  readonly type: 'refused';
  readonly subject: RefusedSubject;
  /** What was asked for: `channel ferry loss 5%`, `kennedy=firm`. */
  readonly change: string;
  readonly reason: string;
}

/** What a plan is made of besides its changes. */
export type PlannedOptions = Pick<
  RunOptions,
  'seed' | 'run' | 'record' | 'inputs' | 'doctrines' | 'until'
>;

/** Changes of what only chance, orders and doctrines use. */
const DRAWN: ReadonlySet<Change['type']> = new Set(['delay', 'hazard', 'prior', 'rate', 'takes']);

/**
 * Plans the run of a program with changes and doctrines. A branch runs the scenario as it stands up
 * to its instant; without one the changes hold from the opening on.
 */
export function planRun(
  program: Program,
  given: PlannedOptions,
  { at, changes }: Departures,
): RunPlan | RefusedPlan {
  const patched = withChanges(program, changes);
  if (patched.type === 'refused') return patched;
  const { applied } = patched;
  const players = playersAfter(program, given.doctrines ?? [], applied);
  if ('code' in players) return refusedPlayers(players.message, applied);
  const options = { ...given, ...(players.length === 0 ? {} : { doctrines: players }), changes };
  const undrawn = applied.find(({ type }) => DRAWN.has(type));
  if (undrawn !== undefined && restsAlways(program, options, at)) {
    return refusedChange(undrawn.text, simulateMessages.neverDrawn);
  }
  const kept = applied.find(({ type }) => type === 'keep');
  if (kept !== undefined && at === null) {
    return refusedChange(kept.text, simulateMessages.neverDropped);
  }
  if (at === null) return { type: 'plan', program: patched.program, options };
  const branch = { at, program: patched.program, keep: keptEntries(program, applied) };
  return { type: 'plan', program, options: { ...options, branch } };
}

/** Whether the record holds from the opening to the end and nobody else acts (R25, R26). */
function restsAlways(
  program: Program,
  { record, inputs = [], doctrines = [] }: PlannedOptions,
  at: number | null,
): boolean {
  const alone = inputs.length === 0 && doctrines.length === 0;
  return record && at === null && alone && program.entries.length > 0;
}

/** The change that says who plays, or how, and cannot be made: the message quotes it. */
function refusedPlayers(reason: string, applied: readonly Change[]): RefusedPlan {
  const change = applied.find(({ text }) => reason.includes(text)) ?? applied.at(-1)!;
  return refusedChange(change.text, reason);
}

function refusedChange(change: string, reason: string): RefusedPlan {
  return { type: 'refused', subject: 'change', change, reason };
}

interface Patched {
  readonly type: 'patched';
  readonly program: Program;
  readonly applied: readonly Change[];
}

function withChanges(program: Program, changes: readonly string[]): Patched | RefusedPlan {
  let changed = program;
  const applied: Change[] = [];
  const setBy = new Map<string, string>();
  for (const text of changes) {
    const parsed = parseChange(changed, text);
    if (parsed.type === 'fault') return refusedChange(text, parsed.message);
    const field = changedField(changed, parsed.change) ?? text;
    const earlier = setBy.get(field);
    if (earlier !== undefined) {
      return refusedChange(text, simulateMessages.changedTwice(earlier));
    }
    setBy.set(field, text);
    const next = applyChange(changed, parsed.change);
    if ('code' in next) return refusedChange(text, next.message);
    changed = next;
    applied.push(parsed.change);
  }
  return { type: 'patched', program: changed, applied };
}
