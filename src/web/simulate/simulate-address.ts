import type { SimulatedHistory, SimulationRequest } from '../../protocol/simulation.js';
import { askedParts, queryText, readAsked, simulatedParts } from '../shell/simulated-query.js';

/** The bar whose histories are listed. */
export interface Bar {
  readonly variant: number;
  readonly ending: string;
  /** The first history that is shown, counted from 0. */
  readonly from: number;
}

/** Everything that an address of Simulate carries. */
export interface SimulateAddress {
  readonly scenario: string;
  /** Null: what the scenario itself would have simulated. */
  readonly request: SimulationRequest | null;
  /** The batch whose progress or results are shown. */
  readonly job: string | null;
  readonly bar: Bar | null;
}

/** How many histories are run where nobody says. */
export const USUAL_RUNS = 1000;

const REQUEST_NAMES = ['branch', 'doctrine', 'change', 'runs', 'seed'];

/** Reads an address; null where the path is no screen of Simulate. */
export function readSimulateAddress(path: string, query: string): SimulateAddress | null {
  const scenario = /^\/simulate\/([^/]+)\/?$/.exec(path)?.[1];
  if (scenario === undefined) return null;
  const params = new URLSearchParams(query);
  const runs = params.get('runs');
  const asked = REQUEST_NAMES.some((name) => params.has(name));
  return {
    scenario: decodeURIComponent(scenario),
    request: asked
      ? { ...readAsked(params), runs: runs === null ? USUAL_RUNS : Number(runs) }
      : null,
    job: params.get('job'),
    bar: barOf(params),
  };
}

function barOf(params: URLSearchParams): Bar | null {
  const match = /^(\d{1,3})\.(.+)$/.exec(params.get('bar') ?? '');
  if (match === null) return null;
  const from = Number(params.get('from') ?? 0);
  const [, variant = '', ending = ''] = match;
  return { variant: Number(variant), ending, from: Number.isSafeInteger(from) ? from : 0 };
}

/** Writes an address as path and query, in one fixed order. */
export function writeSimulateAddress(address: SimulateAddress): string {
  const { scenario, request, job, bar } = address;
  const parts: (readonly [string, string])[] = [];
  if (request !== null) {
    // A count that is none is told on the screen; the address does without.
    const { runs } = request;
    parts.push(...(Number.isNaN(runs) ? askedParts(request) : requestParts(request)));
  }
  if (job !== null) parts.push(['job', job]);
  if (bar !== null) parts.push(['bar', `${bar.variant}.${bar.ending}`]);
  if (bar !== null && bar.from > 0) parts.push(['from', String(bar.from)]);
  const path = `/simulate/${encodeURIComponent(scenario)}`;
  return parts.length === 0 ? path : `${path}?${queryText(parts)}`;
}

/** Names and values by which an address, or the API, is asked for a batch. */
export function requestParts(request: SimulationRequest): [string, string][] {
  return [...askedParts(request), ['runs', String(request.runs)]];
}

/** The address in Replay of one history of a batch, with the handle at an instant. */
export function replayAddress(
  scenario: string,
  history: SimulatedHistory,
  at: string | null,
  shown: 'change' | 'baseline',
): string {
  const parts: (readonly [string, string])[] = [];
  if (at !== null) parts.push(['at', at]);
  parts.push(['as', 'truth'], ...simulatedParts(history));
  if (shown === 'baseline') parts.push(['shown', 'baseline']);
  return `/replay/${encodeURIComponent(scenario)}?${queryText(parts)}`;
}
