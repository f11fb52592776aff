import type { Branch, RecordRules } from './history/branch.js';
import { branchedRecord, recordRules } from './history/branch.js';
import { listInputs } from './history/input-list.js';
import type { Plan } from './plan.js';
import { createPlan } from './plan.js';
import type { Entry } from './parts/record.js';
import type { InputList, TimedInput } from './state.js';

/** What of a run does not depend on its seed: its inputs, and how it follows the record. */
export interface Prepared {
  /** The inputs as they were given. */
  readonly given: readonly TimedInput[] | undefined;
  readonly inputs: InputList;
  readonly branch: Branch | undefined;
  /** The plan that holds from the branch on, or null. */
  readonly branchPlan: Plan | null;
  readonly record: readonly Entry[];
  readonly rules: RecordRules;
}

/** Works out what any number of runs with these inputs and this branch have in common. */
export function prepareRun(
  plan: Plan,
  inputs: readonly TimedInput[] | undefined,
  branch: Branch | undefined,
): Prepared {
  const { program } = plan;
  return {
    given: inputs,
    inputs: listInputs(plan, inputs ?? []),
    branch,
    branchPlan: branch === undefined ? null : createPlan(branch.program),
    record: branch === undefined ? program.entries : branchedRecord(program, branch),
    rules: recordRules(program, branch),
  };
}
