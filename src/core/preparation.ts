import type { Branch, RecordRules } from './history/branch.js';
import { branchedRecord, recordRules } from './history/branch.js';
import { listInputs } from './history/input-list.js';
import type { Plan } from './plan.js';
import { createPlan } from './plan.js';
import type { Entry } from './parts/record.js';
import { branchOf, playersOf } from './players.js';
import type { Program } from './program.js';
import type { RunOptions } from './run-options.js';
import type { InputList } from './state.js';

/** What of a run does not depend on its seed: its inputs, and how it follows the record. */
export interface Prepared {
  /** What it was worked out from. */
  readonly given: Departures;
  readonly inputs: InputList;
  /** Where the record is left, or undefined: nowhere (`branchOf`). */
  readonly branch: Branch | undefined;
  /** Per seat, the doctrine that plays it from the branch or the opening on, or −1. */
  readonly players: Int32Array;
  /** The plan that holds from the branch on, or null. */
  readonly branchPlan: Plan | null;
  readonly record: readonly Entry[];
  readonly rules: RecordRules;
}

/** What of the options of a run does not change with its seed. */
type Departures = Pick<RunOptions, 'record' | 'inputs' | 'branch' | 'doctrines'>;

/** Works out what any number of runs have in common that differ in their seeds alone. */
export function prepareRun(plan: Plan, given: Departures): Prepared {
  const { program } = plan;
  const branch = branchOf(program, given);
  return {
    given,
    inputs: listInputs(plan, given.inputs ?? []),
    branch,
    players: playersOf(program, given.doctrines),
    branchPlan: branch === undefined ? null : planOf(branch.program, plan),
    record: branch === undefined ? program.entries : branchedRecord(program, branch),
    rules: recordRules(program, branch),
  };
}

/** Whether what was worked out for one run holds for another: they were given the same things. */
export function isPreparedFor({ given }: Prepared, options: Departures): boolean {
  return (
    given.record === options.record &&
    given.inputs === options.inputs &&
    given.branch === options.branch &&
    given.doctrines === options.doctrines
  );
}

function planOf(program: Program, known: Plan): Plan {
  return program === known.program ? known : createPlan(program, known.compiler);
}
