import { MS_PER_DAY, MS_PER_MINUTE, localClockText } from '../../core/time/instant.js';
import type { RecordedTime } from '../../core/time/recorded-time.js';
import { offsetAt, type Zone } from '../../core/time/zone.js';
import type { DocumentTime } from '../document.js';
import type { CslDate } from './csl.js';

/** Minutes east of UTC of the clocks on which a day begins first, and ends last. */
const FIRST_CLOCK = 14 * 60;
const LAST_CLOCK = -12 * 60;

type Parts = readonly number[];

/** The date of a document on its own calendar, as far as it is known; `circa` where inferred. */
export function documentDate(time: DocumentTime): CslDate {
  const parts = writtenParts(time) ?? spannedParts(time.earliest, time.latest, offsetOf(time));
  return dateOf(parts, time.inferred);
}

/** A recorded time (R2) as a date of the given clock; `circa` where it was worked out. */
export function recordedDate(time: RecordedTime, zone: Zone | null): CslDate {
  const { earliest, latest, placed, precision, estimated } = time;
  const offset = (t: number): number => (zone === null ? 0 : offsetAt(zone, t));
  if (precision === 'minute' || precision === 'hour') {
    return dateOf([dayAt(placed, offset(placed))], estimated);
  }
  const everywhere = zone === null ? wholeDays(earliest, latest, FIRST_CLOCK, LAST_CLOCK) : null;
  const [first, last] = everywhere ?? [
    dayAt(earliest, offset(earliest)),
    dayAt(latest, offset(latest)),
  ];
  return dateOf(span(first, last), estimated);
}

/** What the document's own local text says: `1962-10-26T19:00+03:00`, `1962-10`, `A..B`. */
function writtenParts({ local, precision }: DocumentTime): readonly Parts[] | null {
  const most = precision === 'year' ? 1 : precision === 'month' ? 2 : 3;
  const ends = local.split('..').map((text) => {
    const [, ...parts] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text) ?? [];
    return parts.flatMap((part) => (part === undefined ? [] : [Number(part)])).slice(0, most);
  });
  if (ends.length > 2 || ends.some((parts) => parts.length === 0)) return null;
  if (ends.length === 1 && precision === 'interval') return null;
  const [first = [], last = first] = ends;
  return first.length === 3 && last.length === 3 ? span(first, last) : [first, last];
}

function spannedParts(earliest: number, latest: number, offset: number): readonly Parts[] {
  const days =
    wholeDays(earliest, latest, offset, offset) ??
    wholeDays(earliest, latest, FIRST_CLOCK, LAST_CLOCK);
  const [first, last] = days ?? [dayAt(earliest, offset), dayAt(latest, offset)];
  return span(first, last);
}

function offsetOf({ local }: DocumentTime): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(local) ?? [];
  if (sign === undefined || !local.includes('T')) return 0;
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}

/** First and last day of an interval that begins and ends with days of these clocks, else null. */
function wholeDays(
  earliest: number,
  latest: number,
  firstOffset: number,
  lastOffset: number,
): readonly [Parts, Parts] | null {
  const start = earliest + firstOffset * MS_PER_MINUTE;
  const end = latest + 1 + lastOffset * MS_PER_MINUTE;
  if (start % MS_PER_DAY !== 0 || end % MS_PER_DAY !== 0 || end <= start) return null;
  return [dayAt(start, 0), dayAt(end - 1, 0)];
}

function dayAt(t: number, offset: number): Parts {
  return localClockText(t, offset, false).slice(0, 10).split('-').map(Number);
}

/** One group for a day, a whole month or a whole year; else the two ends. */
function span(first: Parts, last: Parts): readonly Parts[] {
  const [fromMonth, fromDay] = first.slice(1);
  if (fromDay !== 1 || !isLastDay(last)) return [first, last];
  const kept = fromMonth === 1 && last[1] === 12 ? 1 : 2;
  return [first.slice(0, kept), last.slice(0, kept)];
}

function isLastDay([year = 0, month = 1, day = 1]: Parts): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day === days;
}

function dateOf(ends: readonly Parts[], circa: boolean): CslDate {
  const [first = [], last = first] = ends;
  const same = first.join('-') === last.join('-');
  return { 'date-parts': same ? [first] : [first, last], ...(circa ? { circa: true } : {}) };
}
