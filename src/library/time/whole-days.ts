import { localClockText, MS_PER_DAY, MS_PER_MINUTE } from '../../core/time/instant.js';
import { FIRST_CLOCK, LAST_CLOCK } from '../../core/time/zone.js';

/** The first and the last day of a time, both included, as ISO 8601 writes them. */
export interface WholeDays {
  readonly first: string;
  readonly last: string;
}

/**
 * The days that an interval (milliseconds UTC, both ends included) begins and ends with, on clocks
 * so many minutes east of UTC; null where it does not begin and end with days of theirs.
 */
export function wholeDays(
  earliest: number,
  latest: number,
  firstOffset: number,
  lastOffset: number,
): WholeDays | null {
  const start = earliest + firstOffset * MS_PER_MINUTE;
  const end = latest + 1 + lastOffset * MS_PER_MINUTE;
  if (start % MS_PER_DAY !== 0 || end % MS_PER_DAY !== 0 || end <= start) return null;
  return { first: dayText(start, 0), last: dayText(end - MS_PER_DAY, 0) };
}

/** The same for days that nobody can place: from their first hour on earth to their last. */
export function wholeDaysAnywhere(earliest: number, latest: number): WholeDays | null {
  return wholeDays(earliest, latest, FIRST_CLOCK, LAST_CLOCK);
}

/** The day of an instant on a clock so many minutes east of UTC: `1962-10-27`. */
export function dayText(t: number, offset: number): string {
  return localClockText(t, offset, false).slice(0, 10);
}

/** Minutes east of UTC that a local text ends in: `1962-10-26T19:00+03:00`; null if in none. */
export function writtenOffset(local: string): number | null {
  if (local.endsWith('Z')) return 0;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(local) ?? [];
  if (sign === undefined || !local.includes('T')) return null;
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}
