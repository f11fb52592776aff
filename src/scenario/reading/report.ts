import { faultAt, type Fault, type FaultCode, type FaultDetails } from '../faults.js';
import { positionOf, type Spot } from './source-file.js';

/** Tells of a fault at a spot. */
export type Report = <C extends FaultCode>(at: Spot, code: C, ...details: FaultDetails<C>) => void;

/** After this many a reader is better served by mending some. */
const MOST_FAULTS = 500;

export interface Faults {
  readonly report: Report;
  readonly add: (faults: readonly Fault[]) => void;
  /** All faults, by file, line and column, each once. */
  readonly sorted: () => Fault[];
}

/** A list of faults being filled. */
export function collectFaults(): Faults {
  const found = new Map<string, Fault>();
  const add = (faults: readonly Fault[]) => {
    for (const fault of faults)
      if (found.size < MOST_FAULTS) found.set(JSON.stringify(fault), fault);
  };
  return {
    add,
    report: (at, code, ...details) => {
      if (found.size < MOST_FAULTS) add([faultAt(at.file.name, positionOf(at), code, ...details)]);
    },
    sorted: () => [...found.values()].toSorted(compareFaults),
  };
}

function compareFaults(a: Fault, b: Fault): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
