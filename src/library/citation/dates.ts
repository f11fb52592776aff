import { daysInMonth } from '../../core/time/instant.js';
import type { RecordedTime } from '../../core/time/recorded-time.js';
import { offsetAt, type Zone } from '../../core/time/zone.js';
import type { DocumentTime } from '../document.js';
import { dayText, wholeDays, wholeDaysAnywhere, writtenOffset } from '../time/whole-days.js';
import type { CslDate } from './csl.js';

type Parts = readonly number[];

/** The date of a document on its own calendar, as far as it is known; `circa` where inferred. */
export function documentDate(time: DocumentTime): CslDate {
  const parts = writtenParts(time) ?? spannedParts(time);
  return dateOf(parts, time.inferred);
}

/** A recorded time (R2) as a date of the given clock; `circa` where it was worked out. */
export function recordedDate(time: RecordedTime, zone: Zone | null): CslDate {
  const { earliest, latest, placed, precision, estimated } = time;
  const offset = (t: number): number => (zone === null ? 0 : offsetAt(zone, t));
  if (precision === 'minute' || precision === 'hour') {
    return dateOf([partsOf(dayText(placed, offset(placed)))], estimated);
  }
  const anywhere = zone === null ? wholeDaysAnywhere(earliest, latest) : null;
  const first = anywhere?.first ?? dayText(earliest, offset(earliest));
  const last = anywhere?.last ?? dayText(latest, offset(latest));
  return dateOf(span(partsOf(first), partsOf(last)), estimated);
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

function spannedParts({ earliest, latest, local }: DocumentTime): readonly Parts[] {
  const offset = writtenOffset(local) ?? 0;
  const days = wholeDays(earliest, latest, offset, offset) ?? wholeDaysAnywhere(earliest, latest);
  const first = days?.first ?? dayText(earliest, offset);
  const last = days?.last ?? dayText(latest, offset);
  return span(partsOf(first), partsOf(last));
}

function partsOf(day: string): Parts {
  return day.split('-').map(Number);
}

/** One group for a day, a whole month or a whole year; else the two ends. */
function span(first: Parts, last: Parts): readonly Parts[] {
  const [fromMonth, fromDay] = first.slice(1);
  const [year = 0, month = 1, day = 1] = last;
  if (fromDay !== 1 || day !== daysInMonth(year, month)) return [first, last];
  const kept = fromMonth === 1 && month === 12 ? 1 : 2;
  return [first.slice(0, kept), last.slice(0, kept)];
}

function dateOf(ends: readonly Parts[], circa: boolean): CslDate {
  const [first = [], last = first] = ends;
  const same = first.join('-') === last.join('-');
  return { 'date-parts': same ? [first] : [first, last], ...(circa ? { circa: true } : {}) };
}
