import type { IsoTime } from '../../core/history/span.js';
import { formatMinute, MS_PER_DAY, MS_PER_MINUTE, parseInstant } from '../../core/time/instant.js';

export const MINUTE = MS_PER_MINUTE;
export const HOUR = 60 * MINUTE;
export const DAY = MS_PER_DAY;

const parsed = new Map<IsoTime, number>();

/** Milliseconds UTC of an ISO time that the server wrote; throws on one that is none. */
export function instant(iso: IsoTime): number {
  const before = parsed.get(iso);
  if (before !== undefined) return before;
  const ms = parseInstant(iso);
  if (ms === null) throw new RangeError(`not an ISO time: ${iso}`);
  parsed.set(iso, ms);
  return ms;
}

/** The whole minute that an instant falls in. */
export function minuteOf(ms: number): number {
  return Math.floor(ms / MINUTE) * MINUTE;
}

/** ISO text to the minute, as addresses carry it: `1962-10-27T23:00Z`. */
export function isoMinute(ms: number): IsoTime {
  return formatMinute(minuteOf(ms));
}

/**
 * The last instant that a clock showing `ms` covers. Screens tell time to the minute, so a handle
 * at 14:00 stands at the end of that minute: what happened "at 14:00" has then happened.
 */
export function endOfMinute(ms: number): number {
  return minuteOf(ms) + MINUTE - 1;
}
