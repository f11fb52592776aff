import type { DispatchKind } from '../parts/letters.js';
import type { Answer, DisputeAbout } from '../parts/record.js';
import type { TrackValue } from './delivery.js';
import type { IsoTime } from './span.js';

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
 * `id` may be given; else an input is known by its ordinal among same-named inputs of that seat
 * (R3).
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
