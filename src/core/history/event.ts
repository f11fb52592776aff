import type { Answer, DispatchKind, DisputeAbout, IncidentKind } from '../program.js';

/**
 * The kinds of event, in the order in which events of one instant happen (R3): so that a letter due
 * at 06:00 is at the 06:00 meeting, and by-when is inclusive.
 */
export const EVENT_KINDS = [
  'entry',
  'input',
  'inject',
  'routine',
  'incident',
  'act',
  'delivery',
  'meeting',
  'deadline',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * A log speaks in names and ISO 8601 UTC text (`1962-10-27T15:20:00.000Z`), never in indices, so
 * that it can be read without the program. Such texts compare in time order.
 */
export type IsoTime = string;

/** When something happened or was learned: an interval with one placed instant inside (R2). */
export interface Span {
  readonly placed: IsoTime;
  readonly earliest: IsoTime;
  readonly latest: IsoTime;
  readonly precision: 'exact' | 'minute' | 'hour' | 'day' | 'interval' | 'estimated';
  /** Local text at the place for which it was recorded: `1962-10-27T18:20+03:00`. */
  readonly local?: string;
  readonly place?: string;
  readonly stated?: string;
}

/** A track's value as a reader says it: a level's name, a switch's on/off, or a number. */
export type TrackValue = string | number;

export interface TrackReading {
  readonly track: string;
  readonly value: TrackValue;
}

export interface ClauseText {
  readonly who: string;
  readonly act?: string;
  readonly says: string;
  readonly within?: string;
  readonly by?: IsoTime;
  readonly verified?: string;
  readonly condition?: string;
  readonly covers?: readonly string[];
  readonly arguably?: readonly string[];
  readonly strength?: string;
}

/** What a dispatch says, as its reader gets it. */
export interface DispatchBody {
  /** The record's id, the input's id, or the identity's 16 hex digits. */
  readonly id: string;
  /** The template's name, what it is for (`consent asked`), or the kind of dispatch. */
  readonly name: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly kind: DispatchKind;
  readonly public: boolean;
  /** When it says it was sent. */
  readonly sent: Span;
  readonly text: string;
  readonly give: readonly ClauseText[];
  readonly ask: readonly ClauseText[];
  readonly linkage: readonly string[];
  readonly refuses: readonly string[];
  readonly lapses?: IsoTime;
  readonly repliesTo?: string;
  readonly answer: Answer;
  readonly tone?: string;
  readonly cites?: readonly string[];
}

/** What is told to a seat. Everything that a seat can ever see is one of these (R11, R12). */
export type Item =
  | { readonly type: 'opening'; readonly tracks: readonly TrackReading[] }
  | {
      readonly type: 'report';
      /** What it is news of. */
      readonly of: {
        readonly kind: EventKind | EntryType;
        readonly name: string;
        readonly id: string;
      };
      readonly occurred: Span;
      readonly tracks: readonly TrackReading[];
      readonly text: string;
      /** The one part of the event that is learned (`shooter was Soviet`), where it is not the whole. */
      readonly aspect?: string;
      readonly cites?: readonly string[];
    }
  | { readonly type: 'dispatch'; readonly dispatch: DispatchBody }
  | {
      readonly type: 'receipt';
      readonly dispatch: string;
      readonly holder: string;
      readonly route: number;
      readonly leg: number;
    }
  | { readonly type: 'sent'; readonly dispatch: DispatchBody; readonly legs: readonly PlannedLeg[] }
  | { readonly type: 'recall'; readonly dispatch: string }
  | {
      readonly type: 'act';
      readonly act: string;
      readonly id: string;
      readonly status: 'ordered' | 'awaiting consent' | 'under way' | 'completed' | 'failed';
      readonly tracks: readonly TrackReading[];
    }
  | {
      readonly type: 'consent asked';
      readonly act: string;
      readonly id: string;
      readonly by: string;
    }
  | {
      readonly type: 'consent given' | 'consent refused';
      readonly act: string;
      readonly id: string;
      readonly by: string;
    }
  | {
      readonly type: 'inspection';
      readonly act: string;
      readonly id: string;
      readonly of: string;
      readonly performed: boolean;
    }
  | { readonly type: 'offer'; readonly offer: string; readonly status: OfferStatus }
  | {
      readonly type: 'obligation';
      readonly obligation: ObligationBody;
      readonly status: ObligationStatus;
    }
  | { readonly type: 'dispute'; readonly dispute: DisputeBody; readonly status: DisputeStatus }
  | {
      readonly type: 'decision';
      readonly id: string;
      readonly body: string;
      readonly text: string;
      readonly advice: readonly { readonly by: string; readonly says: string }[];
    }
  | {
      readonly type: 'refused';
      readonly input: string;
      readonly code: string;
      readonly message: string;
    }
  | {
      readonly type: 'ended';
      readonly ending: string;
      /** The seat's own judgement, over its own picture (R22). */
      readonly judgement?: number;
    };

/** What a sender knows of a letter's way when it leaves: the legs and what each channel publishes. */
export interface PlannedLeg {
  readonly route: number;
  readonly leg: number;
  readonly channel: string;
  readonly from: string;
  readonly to: string;
}

export type EntryType = 'dispatch' | 'incident' | 'posture' | 'decision' | 'obligation' | 'dispute';

export type OfferStatus =
  | 'open'
  | 'accepted'
  | 'declined'
  | 'countered'
  | 'withdrawn'
  | 'lapsed'
  | 'contested'
  | 'honoured'
  | 'repudiated';
export type ObligationStatus =
  'owed' | 'under way' | 'performed' | 'verified' | 'denied' | 'disputed' | 'breached' | 'released';
export type DisputeStatus = 'opened' | 'argued' | 'settled' | 'replaced' | 'left open';

export interface ObligationBody {
  readonly id: string;
  readonly obligor: string;
  readonly beneficiaries: readonly string[];
  readonly clause: ClauseText;
  /** The dispatch that made it. */
  readonly madeIn: string;
  readonly due?: IsoTime;
  readonly verification?: string;
  readonly note?: string;
}

export interface DisputeBody {
  readonly id: string;
  readonly about: DisputeAbout;
  readonly obligation: string;
  readonly issue: string;
  readonly parties: readonly string[];
  readonly positions: readonly { readonly who: string; readonly says: string }[];
}

/** One thing told to one seat. A view is made of these alone (R12). */
export interface Delivery {
  readonly seat: string;
  readonly learned: Span;
  /** The report's own name: the ledger's id where it has one (`K03`), else an identity in hex. */
  readonly report: string;
  /** How it came: a channel's name, words of the record, or `own` for the seat's own deeds. */
  readonly via: string;
  /** The dispatch that brought the news, where one did. */
  readonly broughtBy?: string;
  readonly item: Item;
}

/** What one event changed. Only `delivered` is ever shown to a seat; the rest is control's. */
export type Change =
  | {
      readonly type: 'track';
      readonly track: string;
      readonly from: TrackValue;
      readonly to: TrackValue;
    }
  | {
      readonly type: 'act';
      readonly act: string;
      readonly id: string;
      readonly seat: string;
      readonly status:
        'ordered' | 'awaiting consent' | 'under way' | 'completed' | 'failed' | 'refused';
      readonly reason?: string;
    }
  | {
      readonly type: 'incident';
      readonly incident: string;
      readonly kind: IncidentKind;
      readonly ranAway: boolean;
    }
  | { readonly type: 'entry'; readonly entry: string; readonly stage: string }
  | { readonly type: 'overtaken'; readonly entry: string; readonly because: string }
  | { readonly type: 'dispatch'; readonly dispatch: DispatchBody; readonly status: 'sent' }
  | {
      readonly type: 'dispatch state';
      readonly dispatch: string;
      readonly status: 'held' | 'released' | 'recalled' | 'read';
      readonly by?: string;
    }
  | {
      readonly type: 'leg';
      readonly dispatch: string;
      readonly route: number;
      readonly leg: number;
      readonly channel: string;
      readonly from: string;
      readonly to: string;
      readonly status:
        | 'departed'
        | 'part arrived'
        | 'arrived'
        | 'lost'
        | 'leaked'
        | 'intercepted'
        | 'garbled'
        | 'recalled';
      readonly sent: Span;
      /** For `departed`: when it will arrive; for the others: when it did. */
      readonly arrives?: Span;
      readonly note?: string;
    }
  | { readonly type: 'report lost'; readonly seat: string; readonly channel: string }
  | {
      readonly type: 'offer';
      readonly offer: string;
      readonly status: OfferStatus;
      readonly by?: string;
    }
  | {
      readonly type: 'obligation';
      readonly obligation: ObligationBody;
      readonly status: ObligationStatus;
      readonly span?: Span;
      readonly reason?: string;
    }
  | {
      readonly type: 'dispute';
      readonly dispute: DisputeBody;
      readonly status: DisputeStatus;
      readonly outcome?: string;
      readonly span?: Span;
    }
  | {
      readonly type: 'decision';
      readonly seat: string;
      readonly body: string;
      readonly text: string;
      readonly advice: readonly { readonly by: string; readonly says: string }[];
    }
  | {
      readonly type: 'posture';
      readonly actor: string;
      readonly posture: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly type: 'trust';
      readonly seat: string;
      readonly side: string;
      readonly alpha: number;
      readonly beta: number;
      readonly because: string;
    }
  | {
      readonly type: 'audience cost';
      readonly seat: string;
      readonly cost: number;
      readonly because: string;
    }
  | { readonly type: 'delivered'; readonly delivery: Delivery }
  | { readonly type: 'ended'; readonly ending: string; readonly how?: IncidentKind }
  | {
      readonly type: 'judgement';
      readonly seat: string;
      readonly picture: number;
      readonly truth: number;
      readonly observer: boolean;
    };

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

export interface InputClause {
  readonly who?: string;
  readonly do?: string;
  readonly says?: string;
  readonly within?: string;
  readonly by?: IsoTime;
  readonly verified?: string;
  readonly condition?: string;
}

/**
 * An order of a seat, or of control, at an instant. Files of orders are NDJSON of these with `at`.
 * `id` may be given; else an input is known by its ordinal among same-named inputs of that seat (R3).
 */
export type Input = { readonly seat: string; readonly id?: string } & (
  | { readonly type: 'act'; readonly act: string }
  | {
      readonly type: 'send';
      readonly letter: string;
      readonly repliesTo?: string;
      /** Until when whoever holds the text may not read it (R14). */
      readonly sealed?: IsoTime;
    }
  | {
      readonly type: 'write';
      readonly to: readonly string[];
      readonly by: readonly string[];
      readonly kind: DispatchKind;
      readonly text?: string;
      readonly give?: readonly InputClause[];
      readonly ask?: readonly InputClause[];
      readonly linkage?: readonly string[];
      readonly refuses?: readonly string[];
      readonly lapses?: string;
      readonly repliesTo?: string;
      readonly sealed?: IsoTime;
    }
  | {
      readonly type: 'answer';
      readonly offer: string;
      readonly answer: Exclude<Answer, 'none'>;
      readonly by: readonly string[];
      readonly text?: string;
      readonly refuses?: readonly string[];
      /** For a counter-offer: the template that carries it. */
      readonly letter?: string;
    }
  | { readonly type: 'recall'; readonly dispatch: string; readonly by: string }
  | {
      readonly type: 'consent';
      readonly request: string;
      readonly give: boolean;
      readonly by: string;
    }
  | {
      readonly type: 'dispute';
      readonly obligation: string;
      readonly about: DisputeAbout;
      readonly issue: string;
      readonly by: readonly string[];
      readonly text?: string;
    }
  | {
      readonly type: 'argue';
      readonly dispute: string;
      readonly by: readonly string[];
      readonly text: string;
    }
  | {
      readonly type: 'settle';
      readonly dispute: string;
      readonly outcome: 'settled' | 'replaced' | 'left open';
      readonly by: readonly string[];
      readonly replacement?: string;
      readonly text?: string;
    }
  | { readonly type: 'release'; readonly obligation: string; readonly by: readonly string[] }
  | {
      readonly type: 'decide';
      readonly text: string;
      readonly advice?: readonly { readonly by: string; readonly says: string }[];
    }
  | { readonly type: 'hold' | 'release dispatch' | 'lose'; readonly dispatch: string }
  | {
      readonly type: 'inject';
      readonly name: string;
      readonly set?: Readonly<Record<string, TrackValue>>;
      readonly incident?: string;
      readonly tell?: readonly string[];
      readonly text?: string;
    }
);
