import type { SeatDoctrine } from '../../core/parts/doctrine.js';
import type { SimulatedHistory, SimulationRequest } from '../../protocol/simulation.js';
import { failure, type Failure } from '../failure.js';

type Query = Readonly<Record<string, unknown>>;

/** The seed and the number of histories of a request that says neither. */
const SEED = '1';
const RUNS = 1000;

/**
 * A request as the query of an address has it: `branch`, `seed` and `runs` once, `doctrine` and
 * `change` as often as need be. What it says is not looked at.
 */
export function requestOf(query: Query): SimulationRequest | Failure {
  const branch = once(query, 'branch');
  const runs = once(query, 'runs');
  const seed = once(query, 'seed');
  const doctrines = many(query, 'doctrine');
  const changes = many(query, 'change');
  for (const value of [branch, runs, seed, doctrines, changes]) if (isFailure(value)) return value;
  return {
    at: branch as string | null,
    doctrines: (doctrines as readonly string[]).map(seatDoctrineOf),
    changes: changes as readonly string[],
    runs: wholeNumber(runs as string | null) ?? (runs === null ? RUNS : Number.NaN),
    seed: (seed as string | null) ?? SEED,
  };
}

/** A history as the query of an address has it, or null where the query asks for none. */
export function simulatedOf(query: Query): SimulatedHistory | Failure | null {
  const text = once(query, 'run');
  if (text === null || isFailure(text)) return text;
  const request = requestOf({ ...query, runs: undefined });
  if ('status' in request) return request;
  const run = wholeNumber(text);
  if (run === null) return failure(400, 'no-such-run', text);
  const { at, doctrines, changes, seed } = request;
  return { at, doctrines, changes, seed, run };
}

/** A request as the body of a POST has it. */
export function requestOfBody(body: unknown): SimulationRequest | Failure {
  const fault = failure(400, 'bad-request', 'the body is no batch as the app sends it');
  if (typeof body !== 'object' || body === null) return fault;
  const { at, doctrines, changes, runs, seed } = body as Query;
  const sound =
    (at === null || typeof at === 'string') &&
    isListOf(doctrines, isSeatDoctrine) &&
    isListOf(changes, (one) => typeof one === 'string') &&
    typeof runs === 'number' &&
    typeof seed === 'string';
  return sound ? ({ at, doctrines, changes, runs, seed } as SimulationRequest) : fault;
}

function isListOf(value: unknown, test: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

function isSeatDoctrine(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { seat, doctrine } = value as Query;
  return typeof seat === 'string' && typeof doctrine === 'string';
}

/** `kennedy=fitted`; what has no such form is left to be told as a fault of its field. */
function seatDoctrineOf(text: string): SeatDoctrine {
  const at = text.indexOf('=');
  return at < 0
    ? { seat: text, doctrine: '' }
    : { seat: text.slice(0, at), doctrine: text.slice(at + 1) };
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function once(query: Query, name: string): string | Failure | null {
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  if (value === undefined) return null;
  return typeof value === 'string' ? value : failure(400, 'bad-query', name);
}

function many(query: Query, name: string): readonly string[] | Failure {
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  if (value === undefined) return [];
  const list = [value].flat();
  return list.every((one) => typeof one === 'string') ? list : failure(400, 'bad-query', name);
}

function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'status' in value;
}
