import type { DocumentTime } from '../document.js';
import { placeIn } from '../time/places.js';
import type { CivilDate } from '../time/stated-time.js';
import { clockTime, dayTime, monthTime, offsetTime, yearTime } from '../time/stated-time.js';
import { clocksIn, datesIn } from '../time/wording.js';

const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d))?)?)?$/;
const DAY_FIRST = /^(\d{1,2})\.?\s+([A-Z][a-z]+),?\s+(\d{4})\b/;

/**
 * Reads the date of a header: `1962`, `1962-10`, `1962-10-26`, `1962-10-26T19:00` (on the clock of
 * the place), `1962-10-26T19:00+03:00`, `October 26, 1962, 7 p.m.` or `26 October 1962`.
 *
 * @returns null where it is written in another way, or is no date of the calendar
 */
export function readHeaderDate(stated: string, writtenAt: string | null): DocumentTime | null {
  const place = writtenAt === null ? null : placeIn(writtenAt);
  const says = { stated, place, inferred: false };
  const exact = offsetTime(stated, says);
  if (exact !== null) return exact;
  const iso = ISO.exec(stated);
  if (iso !== null) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = iso.slice(1).map(Number);
    if (iso[4] !== undefined) {
      const clock = hour < 24 && minute < 60 ? { hour, minute, about: false } : null;
      return clock === null ? null : clockTime({ year, month, day }, clock, says);
    }
    if (iso[3] !== undefined) return dayTime({ year, month, day }, says);
    return iso[2] === undefined ? yearTime(year, says) : monthTime(year, month, says);
  }
  return dateInWords(stated, says);
}

type Statement = Parameters<typeof dayTime>[1];

function dateInWords(stated: string, says: Statement): DocumentTime | null {
  const text = stated.replace(DAY_FIRST, '$2 $1, $3');
  const dates = datesIn(text);
  const clocks = clocksIn(text);
  const [written] = dates;
  if (written === undefined || written.year === null || dates.length > 1 || clocks.length > 1) {
    return null;
  }
  const [clock] = clocks;
  const rest = text.replace(written.stated, '').replace(clock?.stated ?? '', '');
  // A word that was not understood may change what the others mean.
  if (/[\p{L}\p{N}]/u.test(rest.replace(/\b(?:at|on)\b/g, ''))) return null;
  if (written.day === null) {
    return clock === undefined ? monthTime(written.year, written.month, says) : null;
  }
  const date: CivilDate = { year: written.year, month: written.month, day: written.day };
  return clock === undefined ? dayTime(date, says) : clockTime(date, clock, says);
}
