import type {
  HistoriesView,
  JobView,
  PairView,
  SimulatedHistory,
  SimulationRequest,
} from '../../protocol/simulation.js';
import { failure, type Failure } from '../failure.js';
import type { Histories, ShownHistory } from '../histories.js';
import { jsonBody, type JsonBody } from '../json-body.js';
import { remembered } from '../remembered.js';
import { createJobs, type BatchRunner } from './jobs.js';
import { laboratoryOf } from './laboratory.js';
import { checkRequest } from './request.js';
import { historiesOf } from './results.js';
import { simulatedHistory, simulatedPair } from './simulated-histories.js';

/** What Simulate asks of a server. */
export interface Simulations {
  readonly laboratory: (scenario: string) => Promise<JsonBody | Failure>;
  readonly plan: (scenario: string, request: SimulationRequest) => Promise<JsonBody | Failure>;
  readonly start: (scenario: string, request: SimulationRequest) => Promise<JobView | Failure>;
  readonly view: (job: string) => JobView | Failure;
  readonly cancel: (job: string) => JobView | Failure;
  readonly summary: (job: string) => JsonBody | Failure;
  readonly histories: (job: string, asked: HistoriesAsked) => HistoriesView | Failure;
  readonly history: (scenario: string, asked: SimulatedHistory) => Promise<ShownHistory | Failure>;
  readonly pair: (scenario: string, asked: SimulatedHistory) => Promise<PairView | Failure>;
  /** Cancels what runs and waits until it has stopped. */
  readonly close: () => Promise<void>;
}

/** Which bar's histories, and from which one on. */
export interface HistoriesAsked {
  readonly variant: number;
  readonly ending: string;
  readonly from: number;
}

/** Histories that a list shows at once. */
const PAGE = 25;

/** Prepares the simulations of a server. */
export function createSimulations(histories: Histories, runner: BatchRunner): Simulations {
  const jobs = createJobs(runner);
  const laboratory = remembered(async (id: string) => {
    const program = await histories.program(id);
    return 'type' in program ? program : jsonBody(laboratoryOf(program));
  });
  return {
    laboratory,
    plan: async (id, request) => {
      const program = await histories.program(id);
      return 'type' in program ? program : jsonBody(checkRequest(program, request).view);
    },
    start: async (id, request) => {
      const program = await histories.program(id);
      if ('type' in program) return program;
      const { view, batch } = checkRequest(program, request);
      if (batch !== null) return jobs.start({ program, request, batch });
      const reason =
        view.faults[0]?.message ?? view.changes.find(({ fault }) => fault !== null)?.fault;
      return failure(422, 'bad-simulation', reason ?? '');
    },
    view: jobs.view,
    cancel: jobs.cancel,
    summary: (job) => {
      const finished = jobs.results(job);
      return 'type' in finished ? finished : jsonBody(finished.summary);
    },
    histories: (job, asked) => {
      const finished = jobs.results(job);
      if ('type' in finished) return finished;
      return historiesOf(finished.results, asked, PAGE) ?? failure(404, 'no-such-bar');
    },
    history: async (id, asked) => {
      const program = await histories.program(id);
      return 'type' in program ? program : simulatedHistory(program, asked);
    },
    pair: async (id, asked) => {
      const program = await histories.program(id);
      return 'type' in program ? program : simulatedPair(program, asked);
    },
    close: jobs.close,
  };
}
