import type { Program } from '../../core/program.js';
import { checkRun } from '../../core/run-check.js';
import { formatMinute, parseInstant } from '../../core/time/instant.js';
import {
  LONGEST_CHANGE,
  LONGEST_SEED,
  MOST_CHANGES,
  MOST_RUNS,
  type ChangeView,
  type PlanView,
  type SimulationRequest,
} from '../../protocol/simulation.js';
import type { Batch } from '../../simulate/batch.js';
import { planBatch } from '../../simulate/batch-plan.js';
import { planRun, type RefusedPlan, type RunPlan } from '../../simulate/run-plan.js';
import { changeWords } from './change-words.js';
import { commandOf } from './command-line.js';
import { simulationMessages as messages } from './simulation-messages.js';

type Fault = PlanView['faults'][number];

/** A request that was looked at: what is to be said of it, and its batch where it can be run. */
export interface CheckedRequest {
  readonly view: PlanView;
  readonly batch: Batch | null;
}

/** What a plan of one history is made of. */
type OneHistory = Pick<SimulationRequest, 'at' | 'doctrines' | 'changes' | 'seed'>;

/** Checks a request against a program; every fault is told, each for its field. */
export function checkRequest(program: Program, request: SimulationRequest): CheckedRequest {
  const timing = timeFault(program, request.at);
  const base = { ...request, at: timing === null ? request.at : null };
  const faults = [
    timing ?? [],
    runsFault(request.runs) ?? [],
    seedFault(request.seed) ?? [],
    (timing === null ? doctrineFault(program, request) : null) ?? [],
    request.changes.length > MOST_CHANGES ? changesFault(messages.tooManyChanges) : [],
  ].flat();
  const changes = changesOf(program, base, faults.length === 0);
  const sound = faults.length === 0 && changes.every(({ fault }) => fault === null);
  const batch = sound ? batchOf(program, request) : null;
  if (batch === null) return { view: { changes, faults, command: null }, batch };
  if ('reason' in batch) {
    const whole = changesFault(`${batch.change}: ${batch.reason}`);
    return { view: { changes, faults: [whole], command: null }, batch: null };
  }
  return { view: { changes, faults, command: commandOf(program.id, request) }, batch };
}

/** Plans one history as a request has it. */
function planOf(
  program: Program,
  { at, doctrines, changes, seed }: OneHistory,
): RunPlan | RefusedPlan {
  const options = {
    seed,
    record: program.entries.length > 0,
    doctrines,
    until: program.closes,
  };
  return planRun(program, options, { at: at === null ? null : parseInstant(at), changes });
}

function batchOf(program: Program, request: SimulationRequest): Batch | RefusedPlan {
  const { at, doctrines, changes, runs, seed } = request;
  const branchAt = at === null ? null : parseInstant(at);
  const planned = planBatch(program, {
    runs,
    seed,
    cast: { branchAt, doctrines, record: program.entries.length > 0, orders: [] },
    changes,
    against: changes.length === 0 ? null : [],
    sweeps: [],
    keep: [],
    events: false,
  });
  return planned.type === 'batch' ? planned.batch : planned;
}

function timeFault({ opens, closes }: Program, at: string | null): Fault | null {
  if (at === null) return null;
  const ms = parseInstant(at);
  if (ms === null) return { field: 'at', message: messages.noTime(at) };
  if (ms >= opens && ms <= closes) return null;
  return { field: 'at', message: messages.outside(formatMinute(opens), formatMinute(closes)) };
}

function runsFault(runs: number): Fault | null {
  if (!Number.isSafeInteger(runs) || runs < 1) return { field: 'runs', message: messages.noRuns };
  return runs > MOST_RUNS ? { field: 'runs', message: messages.tooManyRuns } : null;
}

function seedFault(seed: string): Fault | null {
  if (seed === '') return { field: 'seed', message: messages.noSeed };
  // A seed stands in a command line and in addresses: no line breaks, nothing unprintable.
  const sound = seed.length <= LONGEST_SEED && /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(seed);
  return sound ? null : { field: 'seed', message: messages.longSeed };
}

function doctrineFault(program: Program, request: OneHistory): Fault | null {
  const fault = (message: string): Fault => ({ field: 'doctrines', message });
  if (request.doctrines.length === 0) return fault(messages.nobodyPlays);
  const broken = request.doctrines.find(({ seat, doctrine }) => seat === '' || doctrine === '');
  if (broken !== undefined) {
    return fault(messages.badDoctrine(`${broken.seat}${broken.doctrine}`));
  }
  const plan = planOf(program, { ...request, changes: [] });
  if (plan.type === 'refused') return fault(`${plan.change}: ${plan.reason}`);
  const unfit = checkRun(plan.program, plan.options);
  return unfit === null ? null : fault(unfit.message);
}

function changesFault(message: string): Fault {
  return { field: 'changes', message };
}

/** Each change with its words, or why it cannot be made after those before it. */
function changesOf(program: Program, request: OneHistory, whole: boolean): ChangeView[] {
  const accepted: string[] = [];
  return request.changes.slice(0, MOST_CHANGES).map((line) => {
    const fault = changeFaultOf(program, { ...request, changes: [...accepted, line] }, whole);
    if (fault === null) accepted.push(line);
    return { line, says: changeWords(program, line), fault };
  });
}

function changeFaultOf(program: Program, request: OneHistory, whole: boolean): string | null {
  const line = request.changes.at(-1)!;
  if (line.trim() === '') return messages.emptyChange;
  if (line.length > LONGEST_CHANGE) return messages.longChange;
  // While the doctrines cannot be, a change is looked at by itself.
  const plan = planOf(program, whole ? request : { ...request, doctrines: [] });
  if (plan.type === 'refused') return plan.reason;
  return checkRun(plan.program, plan.options)?.message ?? null;
}
