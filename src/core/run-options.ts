import type { Branch } from './history/branch.js';
import type { History, HistoryText } from './history/event.js';
import type { SeatDoctrine } from './parts/doctrine.js';
import type { RunFault } from './run-fault.js';
import type { TimedInput } from './state.js';

/** What a run is asked to do. */
export interface RunOptions {
  /** Any text; the same seed gives the same bytes (R23). */
  readonly seed: string;
  readonly run?: number;
  /** Whether seats follow the record; with it off only orders, chance and the calendar act. */
  readonly record: boolean;
  /** Orders in any order; each at an instant inside the scenario. */
  readonly inputs?: readonly TimedInput[];
  readonly branch?: Branch;
  /** The last instant that is run, in ms UTC, where that is before the scenario's own. */
  readonly until?: number;
  /**
   * Seats that a doctrine plays, from the branch on, or from the opening where there is none; their
   * entries of the record after that are dropped (R26).
   */
  readonly doctrines?: readonly SeatDoctrine[];
  /** Texts of the changes that the program was patched with, for the header. */
  readonly changes?: readonly string[];
  /** Salt of the n-th text; made from the seed where not given (see `seededSalt`). */
  readonly salt?: (n: number) => string;
}

export type RunResult =
  | { readonly type: 'ran'; readonly history: History; readonly texts: readonly HistoryText[] }
  | RunFault;

export type Outcome =
  | {
      readonly type: 'done';
      readonly stateHash: string;
      readonly events: number;
      /** Meetings of doctrines, and options that they weighed. */
      readonly meetings: number;
      readonly options: number;
      readonly ending: string | null;
    }
  | RunFault;
