import type { Distribution } from '../../core/chance/distribution.js';
import type { Expression } from '../../core/world/expression.js';

/** A shift, an instant, or never. */
export type Arrival = { readonly type: 'never' } | { readonly type: 'at'; readonly at: number };

/** What a change can set of a doctrine besides its parameters. */
export type Habit = 'meets' | 'draws_last' | 'reply_takes' | 'precision';

/**
 * One stated change of a what-if or a branch (R25), read against a Program: plain data, its names
 * resolved to indices. `text` is what was written.
 */
export type Change = { readonly text: string } & (
  | { readonly type: 'arrival'; readonly entry: number; readonly arrival: Arrival }
  | { readonly type: 'shift'; readonly entry: number; readonly by: number }
  | { readonly type: 'absent'; readonly entry: number }
  | { readonly type: 'moment'; readonly entry: number; readonly at: number }
  | { readonly type: 'keep'; readonly entry: number }
  | { readonly type: 'swap'; readonly entries: readonly [number, number] }
  | { readonly type: 'starts'; readonly track: number; readonly value: number }
  | { readonly type: 'delay'; readonly channel: number; readonly delay: Distribution }
  | {
      readonly type: 'hazard';
      readonly channel: number;
      readonly hazard: 'loss' | 'leak' | 'garble';
      readonly chance: number;
    }
  | { readonly type: 'prior'; readonly unknown: number; readonly prior: Distribution }
  | { readonly type: 'rate'; readonly incident: number; readonly rate: Expression }
  | { readonly type: 'takes'; readonly act: number; readonly takes: Distribution }
  /** Another doctrine plays a seat, −1 for the record: whoever plans a run asks `playersAfter`. */
  | { readonly type: 'plays'; readonly seat: number; readonly doctrine: number }
  | {
      readonly type: 'parameter';
      readonly doctrine: number;
      readonly parameter: number;
      readonly value: number;
    }
  | {
      readonly type: 'habit';
      readonly doctrine: number;
      readonly habit: Habit;
      /** Milliseconds, or a precision. */
      readonly value: number;
    }
);
