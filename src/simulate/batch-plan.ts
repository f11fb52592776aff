import { programHash } from '../core/history/chain.js';
import type { SeatDoctrine } from '../core/parts/doctrine.js';
import type { Program } from '../core/program.js';
import { checkRun } from '../core/run-check.js';
import type { RunFault } from '../core/run-fault.js';
import type { TimedInput } from '../core/state.js';
import { formatInstant, parseInstant } from '../core/time/instant.js';
import type { Batch, Variant } from './batch.js';
import { planRun, type RefusedPlan, type RunPlan } from './run-plan.js';
import { simulateMessages } from './simulate-messages.js';
import { MOST_VARIANTS, parseSweep, refusedSweep, type SweepValue } from './sweep.js';

/** Who acts in every history of a batch. */
export interface Cast {
  /** Where the record is left, in ms UTC, or null. */
  readonly branchAt: number | null;
  readonly doctrines: readonly SeatDoctrine[];
  /** Whether seats that no doctrine plays follow the record. */
  readonly record: boolean;
  readonly orders: readonly TimedInput[];
}

/** What somebody wants to have simulated. */
export interface BatchRequest {
  readonly runs: number;
  readonly seed: string;
  /** Null: the scenario's own line-up. */
  readonly cast: Cast | null;
  /** Changes in words, `keep I07` among them. */
  readonly changes: readonly string[];
  /** Changes of the world that is compared with: none for `baseline`; null to compare nothing. */
  readonly against: readonly string[] | null;
  readonly sweeps: readonly string[];
  /** Recorded incidents that happen after the branch too, in every variant. */
  readonly keep: readonly string[];
  readonly events: boolean;
}

export type PlannedBatch = { readonly type: 'batch'; readonly batch: Batch } | RefusedPlan;

/** Works out the batch that a request means, or which of its words cannot be (R25). */
export function planBatch(program: Program, request: BatchRequest): PlannedBatch {
  const { runs, seed, against, events } = request;
  const cast = request.cast ?? lineupCast(program);
  const variants = variantsOf(program, request);
  if ('reason' in variants) return variants;
  const batch: Batch = {
    format: 'backchannel-batch/1',
    scenario: program.id,
    program: programHash(program),
    seed,
    runs,
    branchAt: cast.branchAt === null ? null : formatInstant(cast.branchAt),
    doctrines: cast.doctrines,
    record: cast.record,
    orders: cast.orders,
    variants,
    paired: against !== null,
    events,
  };
  for (let variant = 0; variant < variants.length; variant++) {
    const plan = planVariant(program, batch, variant);
    if (plan.type === 'refused') return blamedOnSweep(program, request.sweeps, plan);
    const fault = checkRun(plan.program, plan.options);
    if (fault !== null) return refusedRun(batch, variant, fault);
  }
  return { type: 'batch', batch };
}

/** A change that nobody wrote is a value of a sweep. */
function blamedOnSweep(
  program: Program,
  sweeps: readonly string[],
  plan: RefusedPlan,
): RefusedPlan {
  const sweep = sweeps.find((text) => {
    const parsed = parseSweep(program, text);
    return parsed.type === 'sweep' && parsed.values.some(({ change }) => change === plan.change);
  });
  return sweep === undefined ? plan : refusedSweep(sweep, plan.reason);
}

/** A batch whose runs cannot start, with those of its words that the fault is about. */
function refusedRun(
  { doctrines, branchAt, variants }: Batch,
  variant: number,
  { code, message }: RunFault,
): RefusedPlan {
  const refused = { type: 'refused', reason: message } as const;
  if (/doctrine|seat/.test(code) && doctrines.length > 0) {
    const words = doctrines.map(({ seat, doctrine }) => `${seat}=${doctrine}`);
    return { ...refused, subject: 'doctrine', change: words.join(', ') };
  }
  const { changes } = variants[variant]!;
  return { ...refused, subject: 'run', change: changes.join(', ') || (branchAt ?? '') };
}

/** The cast of a simulation that names nobody: the scenario's line-up, the rest on the record. */
export function lineupCast({ lineup, doctrines, seats, entries }: Program): Cast {
  return {
    branchAt: lineup.branchAt,
    doctrines: lineup.doctrines.map((index) => ({
      seat: seats[doctrines[index]!.seat]!.name,
      doctrine: doctrines[index]!.name,
    })),
    record: entries.length > 0,
    orders: [],
  };
}

function variantsOf(program: Program, request: BatchRequest): readonly Variant[] | RefusedPlan {
  const { changes, against, sweeps, keep } = request;
  const kept = keep.map((id) => `keep ${id}`);
  const parsed: (readonly SweepValue[])[] = [];
  for (const text of sweeps) {
    const sweep = parseSweep(program, text);
    if (sweep.type === 'refused') return sweep;
    parsed.push(sweep.values);
  }
  const count = parsed.reduce((product, values) => product * values.length, 1);
  if (count > MOST_VARIANTS) {
    const reason = simulateMessages.tooManyVariants(count, MOST_VARIANTS);
    return refusedSweep(sweeps.join(', '), reason);
  }
  const plain = changes.length === 0 && against === null ? 'baseline' : 'change';
  const changed = crossed(parsed).map((values) => ({
    name: values.length === 0 ? plain : values.map(({ name }) => name).join(', '),
    changes: [...changes, ...values.map(({ change }) => change), ...kept],
  }));
  if (against === null) return changed;
  return [{ name: 'baseline', changes: [...against, ...kept] }, ...changed];
}

/** Every choice of one value from each list, the last varying fastest. */
function crossed(lists: readonly (readonly SweepValue[])[]): (readonly SweepValue[])[] {
  return lists.reduce<(readonly SweepValue[])[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

/**
 * Plans the runs of one variant of a batch; its options lack the number of the run. A history ends
 * where the scenario closes: an aftermath of years is for a single run.
 */
export function planVariant(
  program: Program,
  batch: Batch,
  variant: number,
): RunPlan | RefusedPlan {
  const { seed, record, doctrines, orders, branchAt } = batch;
  const options = { seed, record, inputs: orders, doctrines, until: program.closes };
  const at = branchAt === null ? null : parseInstant(branchAt);
  return planRun(program, options, { at, changes: batch.variants[variant]!.changes });
}

/** The plans of every variant of a batch that {@link planBatch} made. */
export function planVariants(program: Program, batch: Batch): RunPlan[] {
  return batch.variants.map((_, variant) => {
    const plan = planVariant(program, batch, variant);
    if (plan.type === 'plan') return plan;
    throw new Error(`'${plan.change}' is not of this program: ${plan.reason}`);
  });
}
