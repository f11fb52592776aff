/** How closely a source fixes a time (R2). */
export type Precision = 'minute' | 'hour' | 'day' | 'interval' | 'estimated';

/**
 * When something happened, as far as the record can tell (R2): an interval of instants, both ends
 * included, with one instant placed inside by the rule of placement.ts.
 */
export interface RecordedTime {
  readonly earliest: number;
  readonly latest: number;
  readonly placed: number;
  readonly precision: Precision;
  /** Whether no source states it and it was worked out from its channel's median delay. */
  readonly estimated: boolean;
  /** The place whose clock the source meant. */
  readonly place?: string;
  /** The wording of the source. */
  readonly stated?: string;
}
