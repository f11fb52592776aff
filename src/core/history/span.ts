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
