import type { EntryType } from '../core/history/event-kind.js';
import type { IsoTime } from '../core/history/span.js';
import type { SeatDoctrine } from '../core/parts/doctrine.js';
import type { TrackKind } from '../core/parts/world.js';

/**
 * What Simulate puts on the wire. Results are the summary that the command line writes, as it is.
 */
export type {
  Difference,
  Interval,
  PairSummary,
  Sensitivity,
  Share,
  Summary,
  Survival,
} from '../simulate/summary.js';

/** A batch as somebody asks for it: what `backchannel simulate` takes, by the same names. */
export interface SimulationRequest {
  /** Where the record is left, or null: the doctrines play from the opening. */
  readonly at: IsoTime | null;
  /** Who plays what; seats not named follow the record. */
  readonly doctrines: readonly SeatDoctrine[];
  /** Changes as lines, in order; where there are any, each history is paired with one without. */
  readonly changes: readonly string[];
  readonly runs: number;
  /** Any word; the same seed gives the same histories. */
  readonly seed: string;
}

/** One history of a batch: what its address in Replay says, and all that computes it again. */
export interface SimulatedHistory extends Omit<SimulationRequest, 'runs'> {
  readonly run: number;
}

/** Most histories that the app simulates at once; the command line has no such bound. */
export const MOST_RUNS = 20_000;

/** Most changes of one request, and the longest of them in characters. */
export const MOST_CHANGES = 12;
export const LONGEST_CHANGE = 200;

/** The longest seed in characters. */
export const LONGEST_SEED = 40;

/** `GET /api/scenarios/:id/laboratory`: what there is to choose from. */
export interface LaboratoryView {
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly opens: IsoTime;
    readonly closes: IsoTime;
  };
  /** Whether there is a record to leave. */
  readonly recorded: boolean;
  /** What is simulated where nothing else is asked for. */
  readonly lineup: Pick<SimulationRequest, 'at' | 'doctrines'>;
  /** Turning points of the record, in order. */
  readonly moments: readonly MomentChoice[];
  readonly seats: readonly SeatChoice[];
  readonly dispatches: readonly DispatchChoice[];
  /** Incidents, decisions and postures of the record. */
  readonly entries: readonly EntryChoice[];
  readonly channels: readonly ChannelChoice[];
  readonly unknowns: readonly UnknownChoice[];
  readonly incidents: readonly NamedChoice[];
  readonly acts: readonly ActChoice[];
  readonly tracks: readonly TrackChoice[];
}

export interface NamedChoice {
  readonly name: string;
  readonly title: string;
}

/** Something of the record at which it can be left. */
export interface MomentChoice {
  readonly id: string;
  readonly title: string;
  readonly type: EntryType;
  readonly at: IsoTime;
}

/** A seat that doctrines can play. */
export interface SeatChoice extends NamedChoice {
  readonly side: string;
  readonly doctrines: readonly DoctrineChoice[];
}

export interface DoctrineChoice extends NamedChoice {
  /** Where its form and figures come from. */
  readonly source: string;
  readonly parameters: readonly (NamedChoice & { readonly value: number })[];
}

export interface EntryChoice {
  readonly id: string;
  readonly title: string;
  readonly type: EntryType;
  readonly at: IsoTime;
  /** The seat that decided, or null: nobody's decision. */
  readonly by: string | null;
}

export interface DispatchChoice {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  /** Names of the seats that it is for. */
  readonly to: readonly string[];
  readonly sent: IsoTime;
  /** When its first addressee reads it, or null: it reached none. */
  readonly arrives: IsoTime | null;
}

export interface ChannelChoice extends NamedChoice {
  /** As a scenario writes it: `lognormal median 80min sigma 0.5`. */
  readonly delay: string;
  /** The same so many times as long. */
  readonly times: readonly { readonly factor: number; readonly delay: string }[];
  readonly loss: number;
  readonly leak: number;
  readonly garble: number;
}

export interface UnknownChoice extends NamedChoice {
  readonly prior: string;
}

export interface ActChoice extends NamedChoice {
  readonly takes: string;
}

export interface TrackChoice extends NamedChoice {
  readonly kind: TrackKind;
  readonly levels: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly starts: string;
}

/** `GET /api/scenarios/:id/plan?…`: whether a request can be carried out, and in which words. */
export interface PlanView {
  /** Each change in words, or why it cannot be made; in the order of the request. */
  readonly changes: readonly ChangeView[];
  /** What is wrong elsewhere, each told beside its field. */
  readonly faults: readonly {
    readonly field: 'at' | 'doctrines' | 'runs' | 'seed' | 'changes';
    readonly message: string;
  }[];
  /** What does the same at a terminal, or null where it cannot be done. */
  readonly command: string | null;
}

export interface ChangeView {
  readonly line: string;
  /** What it says in words; null where it cannot be read. */
  readonly says: string | null;
  /** Why it cannot be made; null where it can. */
  readonly fault: string | null;
}

/** `POST /api/scenarios/:id/simulations` and `GET /api/simulations/:job`: how far it has come. */
export interface JobView {
  readonly job: string;
  readonly scenario: string;
  readonly request: SimulationRequest;
  readonly state: 'waiting' | 'running' | 'summing up' | 'done' | 'cancelled' | 'failed';
  /** Histories run so far and in all, those without the changes included. */
  readonly done: number;
  readonly total: number;
  /** Histories a second and seconds left, once there is something to go by. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
  /** Why it failed, in words. */
  readonly message: string | null;
}

/** `GET /api/simulations/:job/histories?variant=…&ending=…&from=…`: a page of a bar's histories. */
export interface HistoriesView {
  readonly variant: number;
  readonly ending: string;
  /** How many there are in all, and the first that is shown, counted from 0. */
  readonly total: number;
  readonly from: number;
  readonly histories: readonly HistoryRow[];
}

export interface HistoryRow {
  readonly run: number;
  readonly ending: string;
  /** When it ended, or null: it was still going on at the close. */
  readonly at: IsoTime | null;
  /** Where it parts from the same run without (or with) the changes; null where it never does. */
  readonly divergence: DivergenceView | null;
  /** How the other history of the pair ended; null where histories are not paired. */
  readonly other: string | null;
}

export interface DivergenceView {
  readonly at: IsoTime;
  /** In which of the two it happens; `both` where the same thing happens otherwise. */
  readonly in: 'baseline' | 'change' | 'both';
  readonly what: string;
}

/** `GET /api/scenarios/:id/pair?…`: one history with the changes beside the same run without. */
export interface PairView {
  readonly identical: boolean;
  readonly divergence: DivergenceView | null;
  /** Draws that only one of the two used (R25). */
  readonly unaligned: number;
  /** The changes in words. */
  readonly changes: readonly string[];
  readonly endings: { readonly baseline: string; readonly change: string };
}
