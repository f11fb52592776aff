import type { Program } from '../core/program.js';
import type { RefusedPlan } from './run-plan.js';
import { simulateMessages } from './simulate-messages.js';

/** One value of a sweep: what its variant is called, and the change that sets it. */
export interface SweepValue {
  readonly name: string;
  readonly change: string;
}

export type ParsedSweep =
  { readonly type: 'sweep'; readonly values: readonly SweepValue[] } | RefusedPlan;

const DEFAULT_VALUES = 5;
export const MOST_VARIANTS = 100;

/**
 * Reads `kappa=0.01..0.3`, `kappa=0.01..0.3:9` or `channel ferry delay=2h..6h:5`: values at equal
 * steps from the first to the last, both included. A lone name is an unknown or a track; anything
 * longer is a change without its value.
 */
export function parseSweep(program: Program, text: string): ParsedSweep {
  const refused = (reason: string) => refusedSweep(text, reason);
  const match = /^(.+?)\s*=\s*(\S+?)\.\.([^\s:]+)(?::(\d+))?$/.exec(text.trim());
  if (match === null) return refused(simulateMessages.badSweep);
  const [, name = '', low = '', high = '', steps] = match;
  const prefix = changePrefix(program, name);
  if (prefix === null) return refused(simulateMessages.unknownSweep(name));
  const [from, to] = [measureOf(low), measureOf(high)];
  if (from === null || to === null || from.unit !== to.unit) {
    return refused(simulateMessages.sweepUnits(low, high));
  }
  if (from.value === to.value) return refused(simulateMessages.sweepPoint);
  const count = steps === undefined ? DEFAULT_VALUES : Number(steps);
  if (count < 2 || count > MOST_VARIANTS)
    return refused(simulateMessages.sweepSteps(MOST_VARIANTS));
  const values = Array.from({ length: count }, (_, i) => {
    const value = `${valueAt(from.value, to.value, i, count - 1)}${from.unit}`;
    return { name: `${name}=${value}`, change: `${prefix} ${value}` };
  });
  return { type: 'sweep', values };
}

export function refusedSweep(text: string, reason: string): RefusedPlan {
  return { type: 'refused', subject: 'sweep', change: text, reason };
}

function changePrefix({ unknowns, tracks }: Program, name: string): string | null {
  if (name.includes(' ')) return name;
  if (unknowns.some((unknown) => unknown.name === name)) return `unknown ${name}`;
  if (tracks.some((track) => track.name === name)) return `track ${name} starts`;
  return null;
}

function measureOf(text: string): { readonly value: number; readonly unit: string } | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))([a-z%]*)$/i.exec(text);
  return match === null ? null : { value: Number(match[1]), unit: match[2]! };
}

/**
 * One of the values of a sweep. Between its ends a value has three figures of a step: more say
 * nothing, and stand in every table.
 */
function valueAt(from: number, to: number, i: number, last: number): number {
  if (i === 0 || i === last) return i === 0 ? from : to;
  const step = (to - from) / last;
  const exponent = Number(step.toExponential().split('e')[1]);
  const decimals = Math.min(100, Math.max(0, 2 - exponent));
  return Number((from + step * i).toFixed(decimals));
}
