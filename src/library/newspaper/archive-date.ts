import { MS_PER_DAY, civilDay, isCivilDate } from '../../core/time/instant.js';
import type { CivilDate } from '../time/stated-time.js';
import { datesIn } from '../time/wording.js';

/** A newspaper's date. */
export interface ArchiveDate {
  readonly day: CivilDate;
  /** As printed, such as `TUESDAY`; null where none is. */
  readonly weekday: string | null;
  /** Whether the day fell on that weekday, or none is printed. */
  readonly fits: boolean;
}

const DATE = /^(?:([a-z]+day),?\s+)?([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})$/i;
const WEEKDAYS = [
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
] as const;

/** Reads a date such as `TUESDAY, January 7, 1992`; null where it is none. */
export function readArchiveDate(text: string): ArchiveDate | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, weekday = null, month = '', day, year] = match;
  const name = `${month.slice(0, 1).toUpperCase()}${month.slice(1).toLowerCase()}`;
  const [written] = datesIn(`${name} ${day}, ${year}`);
  if (written === undefined || written.day === null || written.year === null) return null;
  const date = { year: written.year, month: written.month, day: written.day };
  if (!isCivilDate(date.year, date.month, date.day)) return null;
  return {
    day: date,
    weekday,
    fits: weekday === null || weekday.toLowerCase() === weekdayOf(date),
  };
}

/** 1 January 1970 was a Thursday. */
function weekdayOf({ year, month, day }: CivilDate): string {
  const days = civilDay(year, month, day) / MS_PER_DAY;
  return WEEKDAYS[((days % 7) + 7) % 7]!;
}
