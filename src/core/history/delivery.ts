import type { DispatchKind } from '../parts/letters.js';
import type { Answer, DisputeAbout } from '../parts/record.js';
import type { EntryType, EventKind } from './event-kind.js';
import type { IsoTime, Span } from './span.js';

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

/**
 * What a sender knows of a letter's way when it leaves: the legs and what each channel publishes.
 */
export interface PlannedLeg {
  readonly route: number;
  readonly leg: number;
  readonly channel: string;
  readonly from: string;
  readonly to: string;
}

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
      /**
       * The one part of the event that is learned (`shooter was Soviet`), where it is not the
       * whole.
       */
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
