import { randomBytes } from 'node:crypto';
import type { Program } from '../../core/program.js';
import type { JobView, SimulationRequest, Summary } from '../../protocol/simulation.js';
import type { Batch } from '../../simulate/batch.js';
import { failure, type Failure } from '../failure.js';
import type { HeldResults } from './results.js';

/** What a batch came to. */
export type BatchEnd =
  | { readonly type: 'done'; readonly summary: Summary; readonly results: HeldResults }
  | { readonly type: 'cancelled' }
  | { readonly type: 'fault'; readonly message: string };

/** Runs a batch away from the thread that answers requests. */
export type BatchRunner = (
  program: Program,
  batch: Batch,
  watch: {
    /** Told how many histories have been run. */
    readonly onProgress: (done: number) => void;
    readonly onSumming: () => void;
    readonly signal: AbortSignal;
  },
) => Promise<BatchEnd>;

/** A batch to be run: for whom, and as what. */
export interface JobOrder {
  readonly program: Program;
  readonly request: SimulationRequest;
  readonly batch: Batch;
}

/** The batches of a server: one runs, a few wait, and the last few results are kept. */
export interface Jobs {
  readonly start: (order: JobOrder) => JobView | Failure;
  readonly view: (job: string) => JobView | Failure;
  readonly cancel: (job: string) => JobView | Failure;
  readonly results: (job: string) => FinishedJob | Failure;
  /** Cancels everything and waits until it has stopped. */
  readonly close: () => Promise<void>;
}

/** A batch that has been run to its end. */
export interface FinishedJob {
  readonly program: Program;
  readonly summary: Summary;
  readonly results: HeldResults;
}

/** Most batches that wait behind the one that runs, and most results that are kept. */
export const MOST_WAITING = 3;
export const MOST_KEPT = 4;

interface Job {
  readonly id: string;
  readonly order: JobOrder;
  readonly stop: AbortController;
  state: JobView['state'];
  done: number;
  /** When it began to run, by the machine's clock in ms; null while it waits. */
  began: number | null;
  message: string | null;
  finished: FinishedJob | null;
}

/** Prepares the jobs of a server; `clock` gives ms and need not start anywhere. */
export function createJobs(run: BatchRunner, clock: () => number = () => performance.now()): Jobs {
  const jobs = new Map<string, Job>();
  let queue: Promise<void> = Promise.resolve();
  const known = (id: string): Job | Failure => jobs.get(id) ?? failure(404, 'no-such-job');
  const start = (order: JobOrder): JobView | Failure => {
    const busy = [...jobs.values()].filter(isUnfinished);
    if (busy.length > MOST_WAITING) return failure(429, 'too-many-jobs', busy.length);
    const job = newJob(order);
    jobs.set(job.id, job);
    forgetOldest(jobs);
    queue = queue.then(async () => await carryOut(job, run, clock));
    return jobView(job, clock());
  };
  return {
    start,
    view: (id) => {
      const job = known(id);
      return 'type' in job ? job : jobView(job, clock());
    },
    cancel: (id) => {
      const job = known(id);
      if ('type' in job) return job;
      cancelJob(job);
      return jobView(job, clock());
    },
    results: (id) => {
      const job = known(id);
      if ('type' in job) return job;
      return job.finished ?? failure(409, 'no-results-yet');
    },
    close: async () => {
      for (const job of jobs.values()) cancelJob(job);
      await queue;
    },
  };
}

function newJob(order: JobOrder): Job {
  return {
    id: randomBytes(12).toString('hex'),
    order,
    stop: new AbortController(),
    state: 'waiting',
    done: 0,
    began: null,
    message: null,
    finished: null,
  };
}

function isUnfinished({ state }: Job): boolean {
  return state === 'waiting' || state === 'running' || state === 'summing up';
}

function cancelJob(job: Job): void {
  if (!isUnfinished(job)) return;
  job.state = 'cancelled';
  job.stop.abort();
}

/** Results are large: the oldest finished jobs make room for new ones. */
function forgetOldest(jobs: Map<string, Job>): void {
  const finished = [...jobs.values()].filter((job) => !isUnfinished(job));
  for (const { id } of finished.slice(0, Math.max(0, finished.length - MOST_KEPT))) jobs.delete(id);
}

async function carryOut(job: Job, run: BatchRunner, clock: () => number): Promise<void> {
  if (job.state !== 'waiting') return;
  const { program, batch } = job.order;
  job.state = 'running';
  job.began = clock();
  const { signal } = job.stop;
  const onProgress = (done: number): void => {
    job.done = done;
  };
  const onSumming = (): void => {
    if (job.state === 'running') job.state = 'summing up';
  };
  try {
    const end = await run(program, batch, { onProgress, onSumming, signal });
    if (signal.aborted || end.type === 'cancelled') job.state = 'cancelled';
    else if (end.type === 'fault') fail(job, end.message);
    else finish(job, { program, summary: end.summary, results: end.results });
  } catch (error) {
    if (signal.aborted) job.state = 'cancelled';
    else fail(job, error instanceof Error ? error.message : String(error));
  }
}

function fail(job: Job, message: string): void {
  job.state = 'failed';
  job.message = message;
}

function finish(job: Job, finished: FinishedJob): void {
  job.finished = finished;
  job.state = 'done';
}

/** Below this, in ms, a rate would be a guess. */
const SETTLED_MS = 300;

function jobView(job: Job, now: number): JobView {
  const { batch, request, program } = job.order;
  const total = batch.runs * batch.variants.length;
  const spent = job.began === null ? 0 : now - job.began;
  const going = job.state === 'running' && spent > SETTLED_MS && job.done > 0;
  const perSecond = going ? (job.done / spent) * 1000 : null;
  return {
    job: job.id,
    scenario: program.id,
    request,
    state: job.state,
    done: job.done,
    total,
    perSecond,
    secondsLeft: perSecond === null ? null : (total - job.done) / perSecond,
    message: job.message,
  };
}
