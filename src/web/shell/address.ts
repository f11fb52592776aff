import { parseInstant } from '../../core/time/instant.js';
import { isoMinute } from '../time/instant.js';
import type { SimulatedHistory } from '../../protocol/simulation.js';
import type { TimeWindow } from '../drawing/scale.js';
import { queryText, readSimulated, simulatedParts } from './simulated-query.js';

/** What is opened beside the drawing. */
export interface Selection {
  readonly type: 'letter' | 'mark' | 'bond';
  readonly id: string;
}

/**
 * Everything that a deep link carries: `/replay/SCENARIO?at=…&as=…&mechanism=…&letter=…`, or with
 * `run=…&branch=…&doctrine=…&change=…&seed=…` one history of a simulation.
 */
export interface Address {
  readonly scenario: string;
  /** Null: where the scenario opens. */
  readonly at: number | null;
  readonly as: string;
  readonly mechanism: string | null;
  /** The history of a simulation, in place of the record or a mechanism. */
  readonly simulated: SimulatedHistory | null;
  /** Of a pair, which history is told below the drawings; the other is drawn alone. */
  readonly shown: ShownOfPair;
  readonly selection: Selection | null;
  /** The stretch of time shown, if somebody chose one. */
  readonly window: TimeWindow | null;
  readonly ghosts: boolean;
}

/** A simulated history with its changes, or the same run without them. */
export type ShownOfPair = 'change' | 'baseline';

/** A part of an address that could not be read, for the reader to be told. */
export interface AddressFault {
  readonly name: string;
  readonly value: string;
}

const SELECTIONS = ['letter', 'mark', 'bond'] as const;

/** Reads an address; null where the path is no screen of this app. */
export function readAddress(
  path: string,
  query: string,
): { readonly address: Address; readonly faults: readonly AddressFault[] } | null {
  const scenario = /^\/replay\/([^/]+)\/?$/.exec(path)?.[1];
  if (scenario === undefined) return null;
  const params = new URLSearchParams(query);
  const faults: AddressFault[] = [];
  const time = (name: string): number | null => {
    const value = params.get(name);
    if (value === null) return null;
    const ms = parseInstant(value);
    if (ms === null) faults.push({ name, value });
    return ms;
  };
  const at = time('at');
  const window = windowOf(time('from'), time('to'));
  const selected = SELECTIONS.find((type) => params.get(type));
  const address = {
    scenario: decodeURIComponent(scenario),
    at,
    as: params.get('as') ?? 'truth',
    mechanism: params.get('mechanism'),
    simulated: readSimulated(params),
    shown: params.get('shown') === 'baseline' ? ('baseline' as const) : ('change' as const),
    selection: selected === undefined ? null : { type: selected, id: params.get(selected)! },
    window,
    ghosts: params.get('ghosts') === '1',
  };
  return { address, faults };
}

/** Writes an address as path and query, in one fixed order. */
export function writeAddress(address: Address): string {
  const { scenario, at, as, mechanism, simulated, shown, selection, window, ghosts } = address;
  const parts: (readonly [string, string])[] = [];
  if (at !== null) parts.push(['at', isoMinute(at)]);
  parts.push(['as', as]);
  if (mechanism !== null) parts.push(['mechanism', mechanism]);
  if (simulated !== null) parts.push(...simulatedParts(simulated));
  if (simulated !== null && shown === 'baseline') parts.push(['shown', shown]);
  if (selection !== null) parts.push([selection.type, selection.id]);
  if (window !== null) parts.push(['from', isoMinute(window.from)], ['to', isoMinute(window.to)]);
  if (ghosts) parts.push(['ghosts', '1']);
  return `/replay/${encodeURIComponent(scenario)}?${queryText(parts)}`;
}

/** Whether two addresses differ in no more than in time: the handle, and the stretch shown. */
export function isSamePlace(one: Address, other: Address): boolean {
  return placeOf(one) === placeOf(other);
}

function placeOf(address: Address): string {
  return writeAddress({ ...address, at: null, window: null });
}

function windowOf(from: number | null, to: number | null): TimeWindow | null {
  return from === null || to === null || to <= from ? null : { from, to };
}
