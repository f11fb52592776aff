import type { DateView } from '../../../protocol/reading.js';
import { FIRST_CLOCK, LAST_CLOCK } from '../../../core/time/zone.js';
import { DAY, MINUTE } from '../../time/instant.js';
import { month } from '../../time/wording.js';

/** A day of the calendar as addresses have it: `1992-01-06`. Days compare as text. */
export type Day = string;

/**
 * The first and the last day that a time can fall on, on the calendar of its place. A day begins
 * at its place's midnight, not that of UTC: its middle falls on the same date in both. So much
 * inward from the ends of an interval of days, the date in UTC is that of the place.
 */
export function daysOf({ earliest, latest }: DateView): {
  readonly first: Day;
  readonly last: Day;
} {
  const width = latest + 1 - earliest;
  if (width <= DAY) {
    const day = dayAt(earliest + width / 2);
    return { first: day, last: day };
  }
  const half = width / 2;
  return {
    first: dayAt(earliest + Math.min(FIRST_CLOCK * MINUTE, half)),
    last: dayAt(latest - Math.min(-LAST_CLOCK * MINUTE, half)),
  };
}

/** The day so many days later, or earlier for a negative number. */
export function dayAfter(day: Day, days: number): Day {
  return dayAt(Date.parse(`${day}T00:00Z`) + days * DAY);
}

/** `6 January 1992`. */
export function dayWords(day: Day): string {
  const [year, number, date] = day.split('-');
  return `${Number(date)} ${month(Number(number) - 1)} ${year}`;
}

function dayAt(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}
