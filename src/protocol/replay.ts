import type { DispatchKind } from '../core/parts/letters.js';
import type { TrackKind } from '../core/parts/world.js';
import type { Answer, DisputeAbout } from '../core/parts/record.js';
import type {
  ClauseText,
  DisputeStatus,
  ObligationStatus,
  TrackValue,
} from '../core/history/delivery.js';
import type { IsoTime, Span } from '../core/history/span.js';
import type { ZoneSpan } from '../core/time/zone.js';

/**
 * What the Replay screen gets of one history from one viewpoint: the truth, or one seat. For a seat
 * it is made of that seat's deliveries alone (R12). `known` is when the viewpoint came to know; for
 * the truth it is when the thing happened. A screen at instant T shows what is known by T.
 */
export interface ReplayView {
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly opens: IsoTime;
    readonly closes: IsoTime;
    /** Last instant of the history, aftermath included. */
    readonly until: IsoTime;
  };
  /** `record`, or the name of a mechanism's orders. */
  readonly history: { readonly name: string; readonly title: string };
  /** `truth`, or a seat's name. */
  readonly as: string;
  readonly lanes: readonly LaneView[];
  readonly places: readonly PlaceView[];
  readonly sides: readonly { readonly name: string; readonly title: string }[];
  readonly seats: readonly SeatView[];
  readonly tracks: readonly TrackView[];
  readonly letters: readonly LetterView[];
  readonly marks: readonly MarkView[];
  readonly reports: readonly ReportView[];
  readonly obligations: readonly ObligationView[];
  readonly disputes: readonly DisputeView[];
  readonly readings: readonly ReadingView[];
  readonly ending: { readonly name: string; readonly at: IsoTime; readonly known: Span } | null;
  /** Each seat's judgement of the ending; for a seat's view only its own. */
  readonly judgements: readonly JudgementView[];
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly where: string;
    readonly basis: string;
  }[];
}

export interface LaneView {
  readonly name: string;
  readonly title: string;
  readonly kind: 'main' | 'minor';
}

export interface PlaceView {
  readonly name: string;
  readonly title: string;
  readonly zone: readonly ZoneSpan[];
}

export interface SeatView {
  readonly name: string;
  readonly title: string;
  readonly side: string;
  readonly place: string;
  readonly observer: boolean;
}

export interface TrackView {
  readonly name: string;
  readonly title: string;
  readonly kind: TrackKind;
  readonly levels: readonly string[];
  readonly low: number;
  readonly high: number;
}

export interface LetterView {
  readonly id: string;
  /** Short label for the drawing. */
  readonly title: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly side: string;
  readonly kind: DispatchKind;
  readonly public: boolean;
  readonly tone?: string;
  readonly text: string;
  readonly give: readonly ClauseText[];
  readonly ask: readonly ClauseText[];
  readonly linkage: readonly string[];
  readonly refuses: readonly string[];
  readonly repliesTo?: string;
  readonly answer: Answer;
  /** Letters known to the viewpoint that answer this one. */
  readonly repliedBy: readonly { readonly id: string; readonly at: Span; readonly known: Span }[];
  readonly cites: readonly string[];
  readonly basis?: string;
  readonly note?: string;
  readonly sent: Span;
  readonly known: Span;
  readonly legs: readonly LegView[];
}

export interface LegView {
  readonly route: number;
  readonly leg: number;
  readonly channel: string;
  readonly from: HolderView;
  readonly to: HolderView;
  readonly sent: Span;
  /** Null where it never arrived, or the viewpoint knows of no arrival. */
  readonly arrived: Span | null;
  readonly status: 'arrived' | 'lost' | 'recalled' | 'under way';
  readonly reads: boolean;
  readonly garbled: boolean;
  readonly departureKnown: Span | null;
  readonly arrivalKnown: Span | null;
  readonly note?: string;
}

export interface HolderView {
  readonly name: string;
  readonly title: string;
  /** The place whose lane it stands on. */
  readonly place: string;
  readonly seat: boolean;
}

export interface MarkView {
  readonly id: string;
  readonly type:
    'incident' | 'decision' | 'meeting' | 'posture' | 'act' | 'routine' | 'inject' | 'overtaken';
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly side?: string;
  readonly at: Span;
  readonly known: Span;
  /** How the viewpoint learned of it. */
  readonly via?: string;
  readonly report?: string;
  readonly cites: readonly string[];
  readonly basis?: string;
  readonly note?: string;
  readonly advice?: readonly { readonly by: string; readonly says: string }[];
  readonly from?: TrackValue;
  readonly to?: TrackValue;
  /** What a doctrine weighed there; only in the view of the truth. */
  readonly meeting?: MeetingView;
}

/** A meeting of a doctrine: what could be taken, and what was. */
export interface MeetingView {
  readonly seat: string;
  readonly doctrine: string;
  readonly options: readonly {
    readonly title: string;
    /** The letter whose offer, or the request, that it is about. */
    readonly target?: string;
    readonly utility: number;
    readonly advantage?: number;
  }[];
  /** Which of them, by its place; −1 for none. */
  readonly chosen: number;
}

/** News of a mark on its way to one seat: drawn as a line from the mark to the seat's lane. */
export interface ReportView {
  readonly id: string;
  readonly of: string;
  readonly to: string;
  readonly fromPlace: string;
  readonly toPlace: string;
  readonly sent: Span;
  readonly arrived: Span;
  readonly known: Span;
  readonly via: string;
  readonly broughtBy?: string;
  readonly aspect?: string;
}

export interface ObligationView {
  readonly id: string;
  readonly text: string;
  readonly obligor: string;
  readonly beneficiaries: readonly string[];
  readonly madeIn: string;
  readonly due?: IsoTime;
  readonly verification?: string;
  readonly stages: readonly {
    readonly status: ObligationStatus;
    readonly at: Span;
    readonly known: Span;
    readonly reason?: string;
  }[];
  readonly cites: readonly string[];
}

export interface DisputeView {
  readonly id: string;
  readonly about: DisputeAbout;
  readonly issue: string;
  readonly parties: readonly string[];
  readonly positions: readonly { readonly who: string; readonly says: string }[];
  readonly obligation?: string;
  readonly stages: readonly {
    readonly status: DisputeStatus;
    readonly at: Span;
    readonly known: Span;
    readonly outcome?: string;
  }[];
  readonly cites: readonly string[];
}

/** One line of a seat's picture, or of the world for the truth (R11). */
export interface ReadingView {
  readonly track: string;
  readonly value: TrackValue;
  readonly asOf: Span;
  readonly learned: Span;
  readonly via: string;
  readonly report: string;
}

export interface JudgementView {
  readonly seat: string;
  readonly title: string;
  readonly observer: boolean;
  readonly picture: number;
  /** The same value over the truth; only in the view of the truth. */
  readonly truth?: number;
  readonly at: IsoTime;
}

/** `GET /api/scenarios` */
export interface ScenarioListing {
  readonly id: string;
  readonly title: string;
  readonly opens: IsoTime;
  readonly closes: IsoTime;
  readonly mechanisms: readonly { readonly name: string; readonly title: string }[];
}
