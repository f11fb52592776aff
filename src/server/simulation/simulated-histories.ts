import type { History } from '../../core/history/event.js';
import type { Program } from '../../core/program.js';
import { runHistory } from '../../core/run.js';
import type { PairView, SimulatedHistory } from '../../protocol/simulation.js';
import type { Batch } from '../../simulate/batch.js';
import { planVariant } from '../../simulate/batch-plan.js';
import type { RunPlan } from '../../simulate/run-plan.js';
import { failure, type Failure } from '../failure.js';
import type { ShownHistory } from '../histories.js';
import { changeWords } from './change-words.js';
import { checkRequest } from './request.js';
import { simulationMessages as messages } from './simulation-messages.js';
import { compareRuns } from './compared-runs.js';

/** Computes one history of a batch again, with its log, from what its address says (R23). */
export function simulatedHistory(
  program: Program,
  asked: SimulatedHistory,
): ShownHistory | Failure {
  const batch = batchOf(program, asked);
  if ('status' in batch) return batch;
  const plan = plannedRun(program, batch, batch.variants.length - 1, asked.run);
  if ('status' in plan) return plan;
  const history = historyOf(plan);
  if ('status' in history) return history;
  return { type: 'shown', program, history, label: { name: 'simulated', title: titleOf(asked) } };
}

/** What became of one run with the changes, beside the same run without them. */
export function simulatedPair(program: Program, asked: SimulatedHistory): PairView | Failure {
  const batch = batchOf(program, asked);
  if ('status' in batch) return batch;
  const baseline = plannedRun(program, batch, 0, asked.run);
  const change = plannedRun(program, batch, batch.variants.length - 1, asked.run);
  if ('status' in baseline) return baseline;
  if ('status' in change) return change;
  const compared = compareRuns(baseline, change);
  if (compared.type === 'fault') return failure(500, 'faulty-history', compared.message);
  const { type: _, ...rest } = compared;
  return { ...rest, changes: asked.changes.map((line) => changeWords(program, line) ?? line) };
}

function titleOf({ run, seed, changes }: SimulatedHistory): string {
  return (changes.length === 0 ? messages.alone : messages.changed)(run, seed);
}

/** The batch that a history is of; how many others it had does not matter to it. */
function batchOf(program: Program, asked: SimulatedHistory): Batch | Failure {
  const { view, batch } = checkRequest(program, { ...asked, runs: 1 });
  if (batch !== null) return batch;
  const reason = view.faults[0]?.message ?? view.changes.find(({ fault }) => fault !== null)?.fault;
  return failure(422, 'bad-simulation', reason ?? '');
}

function plannedRun(
  program: Program,
  batch: Batch,
  variant: number,
  run: number,
): RunPlan | Failure {
  const plan = planVariant(program, batch, variant);
  if (plan.type === 'refused') return failure(422, 'bad-simulation', plan.reason);
  return { ...plan, options: { ...plan.options, run } };
}

function historyOf({ program, options }: RunPlan): History | Failure {
  const result = runHistory(program, options);
  return result.type === 'ran' ? result.history : failure(500, 'faulty-history', result.message);
}
