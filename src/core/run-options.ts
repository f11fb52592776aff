import type { Branch } from './history/branch.js';
import type { History, HistoryText } from './history/event.js';
import type { TimedInput } from './state.js';

/** A seat and the doctrine that plays it, by their names: `kennedy`, `fitted`. */
export interface SeatDoctrine {
  readonly seat: string;
  readonly doctrine: string;
}

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
  | { readonly type: 'fault'; readonly code: string; readonly message: string };

export type Outcome =
  | {
      readonly type: 'done';
      readonly stateHash: string;
      readonly events: number;
      readonly ending: string | null;
    }
  | { readonly type: 'fault'; readonly code: string; readonly message: string };
