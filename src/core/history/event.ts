import type { Change } from './change.js';
import type { EventKind } from './event-kind.js';
import type { Input } from './input.js';
import type { SeatDoctrine } from '../parts/doctrine.js';
import type { IsoTime, Span } from './span.js';

/** One event of a logged history. `hash` chains it to the one before (R24). */
export interface HistoryEvent {
  readonly type: 'event';
  readonly n: number;
  readonly at: IsoTime;
  readonly step: number;
  readonly kind: EventKind;
  readonly name: string;
  /** The record's id (`I07`), or the identity in hex. */
  readonly id: string;
  /** For entries: the recorded time. */
  readonly span?: Span;
  readonly title?: string;
  readonly text?: string;
  readonly place?: string;
  readonly cites?: readonly string[];
  readonly basis?: string;
  readonly note?: string;
  /** For inputs: the order as given. */
  readonly input?: Input;
  readonly changes: readonly Change[];
  readonly hash: string;
}

export interface HistoryHeader {
  readonly type: 'header';
  readonly format: 'backchannel-history/1';
  readonly scenario: string;
  /** SHA-256 of the program, in hex. */
  readonly program: string;
  readonly seed: string;
  readonly run: number;
  /** Seats that follow the record, or `none`. */
  readonly record: 'on' | 'off';
  readonly branchAt?: IsoTime;
  /** Seats that doctrines play, where any do (R26). */
  readonly doctrines?: readonly SeatDoctrine[];
  /** Where the run was cut off, if before the scenario's last instant. */
  readonly until?: IsoTime;
  readonly changes: readonly string[];
  readonly opens: IsoTime;
  readonly closes: IsoTime;
}

/** An erasable text: its salted digest stands in the chained event, the text itself here (R24). */
export interface HistoryText {
  readonly type: 'text';
  readonly digest: string;
  readonly salt: string;
  readonly text: string;
}

export interface HistoryEnd {
  readonly type: 'end';
  readonly events: number;
  readonly at: IsoTime;
  readonly ending: string | null;
  readonly stateHash: string;
  readonly hash: string;
}

export interface History {
  readonly header: HistoryHeader;
  readonly events: readonly HistoryEvent[];
  readonly end: HistoryEnd;
}
