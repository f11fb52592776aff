import type {
  HistoriesView,
  JobView,
  LaboratoryView,
  PlanView,
  SimulationRequest,
  Summary,
} from '../../protocol/simulation.js';
import { fetchJson, isUnreachable } from '../shell/api.js';
import { queryText } from '../shell/simulated-query.js';
import { messages } from './messages.js';
import { requestParts, type Bar } from './simulate-address.js';

/** So long, in ms, a server that does not answer is left alone before it is asked again. */
export const RETRY_MS = 2000;

/** Why a request came to nothing, and whether it is to be asked again. */
export function faultOf(error: unknown): { readonly message: string; readonly again: boolean } {
  if (isUnreachable(error)) return { message: messages.lost, again: true };
  return { message: error instanceof Error ? error.message : String(error), again: false };
}

/** `GET …/laboratory`: what there is to choose from. */
export function fetchLaboratory(scenario: string): Promise<LaboratoryView> {
  return fetchJson(`${scenarioPath(scenario)}/laboratory`) as Promise<LaboratoryView>;
}

/** `GET …/plan`: the request in words, and what is wrong with it. */
export function fetchPlan(scenario: string, request: SimulationRequest): Promise<PlanView> {
  const query = queryText(requestParts(request));
  return fetchJson(`${scenarioPath(scenario)}/plan?${query}`) as Promise<PlanView>;
}

/** `POST …/simulations`: begins a batch. */
export function postSimulation(scenario: string, request: SimulationRequest): Promise<JobView> {
  return fetchJson(`${scenarioPath(scenario)}/simulations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  }) as Promise<JobView>;
}

/** `GET /api/simulations/JOB`: how far a batch has come. */
export function fetchJob(job: string): Promise<JobView> {
  return fetchJson(jobPath(job)) as Promise<JobView>;
}

/** `DELETE /api/simulations/JOB`: cancels a batch. */
export function cancelJob(job: string): Promise<JobView> {
  return fetchJson(jobPath(job), { method: 'DELETE' }) as Promise<JobView>;
}

/** `GET /api/simulations/JOB/summary`: what a batch came to. */
export function fetchSummary(job: string): Promise<Summary> {
  return fetchJson(`${jobPath(job)}/summary`) as Promise<Summary>;
}

/** `GET /api/simulations/JOB/histories`: a page of the histories of one bar. */
export function fetchHistories(
  job: string,
  { variant, ending, from }: Bar,
): Promise<HistoriesView> {
  const parts = [
    ['variant', String(variant)],
    ['ending', ending],
    ['from', String(from)],
  ] as const;
  return fetchJson(`${jobPath(job)}/histories?${queryText(parts)}`) as Promise<HistoriesView>;
}

function scenarioPath(scenario: string): string {
  return `/api/scenarios/${encodeURIComponent(scenario)}`;
}

function jobPath(job: string): string {
  return `/api/simulations/${encodeURIComponent(job)}`;
}
