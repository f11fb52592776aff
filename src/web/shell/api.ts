import type { ReplayView, ScenarioListing } from '../../protocol/replay.js';
import type { PairView, SimulatedHistory } from '../../protocol/simulation.js';
import { messages } from './messages.js';
import { queryText, simulatedParts } from './simulated-query.js';

/** An answer of the server, or what went wrong in words that say what to do. */
export type Fetched<T> =
  | { readonly type: 'loading' }
  | { readonly type: 'failed'; readonly message: string; readonly again: () => void }
  | { readonly type: 'ready'; readonly value: T };

const kept = new Map<string, Promise<unknown>>();

/** `GET /api/scenarios` */
export function fetchScenarios(): Promise<readonly ScenarioListing[]> {
  return fetchOnce('/api/scenarios') as Promise<readonly ScenarioListing[]>;
}

/** Which history: of a simulation, of a mechanism, or the record where both are null. */
export interface HistoryAsked {
  readonly scenario: string;
  readonly mechanism: string | null;
  readonly simulated: SimulatedHistory | null;
}

/** One history from one viewpoint; fetched once and kept while the page is open. */
export function fetchReplay(asked: HistoryAsked, as: string): Promise<ReplayView> {
  const query = queryText([['as', as], ...historyParts(asked)]);
  return fetchOnce(`${scenarioPath(asked)}/replay?${query}`) as Promise<ReplayView>;
}

/** `GET …/pair`: where a history parts from the same run without its changes. */
export function fetchPair(asked: HistoryAsked): Promise<PairView> {
  return fetchOnce(
    `${scenarioPath(asked)}/pair?${queryText(historyParts(asked))}`,
  ) as Promise<PairView>;
}

/** What names a history, as a query; the same text for the same history. */
export function historyParts({ mechanism, simulated }: HistoryAsked): [string, string][] {
  if (simulated !== null) return simulatedParts(simulated);
  return mechanism === null ? [] : [['mechanism', mechanism]];
}

function scenarioPath({ scenario }: HistoryAsked): string {
  return `/api/scenarios/${encodeURIComponent(scenario)}`;
}

function fetchOnce(path: string): Promise<unknown> {
  const before = kept.get(path);
  if (before !== undefined) return before;
  const answer = fetchJson(path);
  kept.set(path, answer);
  answer.catch(() => kept.delete(path));
  return answer;
}

/**
 * The JSON that the server answers with; throws an `Error` whose message says what to do, or the
 * `AbortError` of a request that was called off.
 */
export async function fetchJson(path: string, request: RequestInit = {}): Promise<unknown> {
  const response = await fetch(path, request).catch((error: unknown) => {
    if (request.signal?.aborted === true) throw error;
    return null;
  });
  if (response === null) throw new Error(messages.unreachable);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body;
  if (response.ok) throw new Error(messages.cut);
  throw new Error(serverMessage(body) ?? messages.refused(response.status));
}

/** Whether an error of `fetchJson` is that nobody answered, so that asking again may help. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Error && error.message === messages.unreachable;
}

/** The words of `{error: {code, message}}`, as the server writes refusals. */
function serverMessage(body: unknown): string | null {
  const error = fieldOf(body, 'error');
  const message = fieldOf(error, 'message');
  return typeof message === 'string' ? message : null;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
