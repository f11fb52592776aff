import type { IncidentKind } from '../parts/world.js';
import type {
  Delivery,
  DispatchBody,
  DisputeBody,
  DisputeStatus,
  ObligationBody,
  ObligationStatus,
  OfferStatus,
  TrackValue,
} from './delivery.js';
import type { Span } from './span.js';

/** One option as a meeting weighed it (R7). */
export interface MeetingOption {
  readonly name: string;
  readonly title: string;
  /** The offer or the request that it is about. */
  readonly target?: string;
  readonly utility: number;
  /** What the offer at hand would gain the seat by its own valuation. */
  readonly advantage?: number;
  /** What that is made of: see `OFFER_COLUMNS`. */
  readonly offer?: {
    readonly deal: number;
    readonly betrayed: number;
    readonly breakdown: number;
    readonly retreat: number;
  };
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
      readonly status: 'held' | 'released' | 'recalled';
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
      readonly type: 'meeting';
      readonly seat: string;
      readonly doctrine: string;
      /** λ as it stood: how much a difference of one in utility counted against chance. */
      readonly precision: number;
      /** What could be taken, in the order in which it was weighed. */
      readonly options: readonly MeetingOption[];
      /** Which of them was, by its place, −1 for none. */
      readonly chosen: number;
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
