import { MONTH_NAMES } from '../../core/time/month-names.js';
import type { Span } from '../../core/history/span.js';
import {
  daysInMonth,
  localClockText,
  MS_PER_MINUTE,
  parseInstant,
} from '../../core/time/instant.js';
import type { RecordedTime } from '../../core/time/recorded-time.js';
import { offsetAt, type Zone } from '../../core/time/zone.js';
import type { DocumentTime } from '../document.js';
import { wholeDays, wholeDaysAnywhere, writtenOffset, type WholeDays } from '../time/whole-days.js';
import type { RoomPlace } from './material.js';
import type { DateView } from './views.js';

/** An interval of instants (milliseconds UTC, both ends included), and how it is known. */
interface Interval {
  readonly earliest: number;
  readonly latest: number;
  readonly placed: number;
  readonly precision: Span['precision'];
}

/** A recorded time (R2) in words, on the clock of the place that its source meant. */
export function recordedDate(
  time: RecordedTime,
  places: readonly RoomPlace[],
  fromMemory: boolean,
): DateView {
  const zone = zoneOf(places, time.place);
  const precision = time.estimated ? 'estimated' : time.precision;
  return dateView({ ...time, precision }, zone, fromMemory);
}

/** A time of the record's history in words, on its own place's clock, else on the given one's. */
export function spanDate(
  span: Span,
  places: readonly RoomPlace[],
  place: string,
  fromMemory: boolean,
): DateView {
  const [earliest, latest, placed] = [span.earliest, span.latest, span.placed].map(parsed);
  const zone = zoneOf(places, span.place ?? place);
  const interval = {
    earliest: earliest!,
    latest: latest!,
    placed: placed!,
    precision: span.precision,
  };
  return dateView(interval, zone, fromMemory);
}

/** A document's own time in words: on its own clock, where anybody can tell which that was. */
export function documentDate(time: DocumentTime): DateView {
  const { earliest, latest, inferred } = time;
  return { earliest, latest, text: documentWords(time), flag: inferred ? 'inferred' : 'stated' };
}

function dateView(interval: Interval, zone: Zone | null, fromMemory: boolean): DateView {
  const { earliest, latest, precision } = interval;
  const flag = precision === 'estimated' ? 'estimated' : fromMemory ? 'from memory' : 'stated';
  return { earliest, latest, text: intervalWords(interval, zone), flag };
}

function intervalWords(interval: Interval, zone: Zone | null): string {
  const { earliest, latest, placed, precision } = interval;
  const clock = (t: number): number => (zone === null ? 0 : offsetAt(zone, t));
  switch (precision) {
    case 'exact':
    case 'minute':
      return instantWords(placed, clock(placed), '');
    case 'hour':
    case 'estimated':
      return instantWords(placed, clock(placed), 'about ');
    case 'day': {
      // Known orders may have narrowed it, but its source says the day.
      const day = localClockText(minuteOf(placed), clock(placed), false);
      return daysWords(wholeDaysAnywhere(earliest, latest)) ?? dayWords(day);
    }
    case 'interval':
      return (
        daysWords(wholeDays(earliest, latest, clock(earliest), clock(latest))) ??
        daysWords(wholeDaysAnywhere(earliest, latest)) ??
        betweenWords(earliest, latest, clock)
      );
  }
}

function documentWords({ earliest, latest, local, precision }: DocumentTime): string {
  const offset = writtenOffset(local);
  const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(local)?.[0];
  const about = precision === 'hour' ? 'about ' : '';
  if (written !== undefined && (precision === 'minute' || precision === 'hour')) {
    const instant = offset === null ? null : parseInstant(local);
    if (instant !== null) return instantWords(instant, offset ?? 0, about);
    return `${dayWords(written)}, ${about}${written.slice(11)}, on a clock not named`;
  }
  const clock = offset ?? 0;
  return (
    daysWords(wholeDays(earliest, latest, clock, clock)) ??
    daysWords(wholeDaysAnywhere(earliest, latest)) ??
    daysWords(writtenDays(local)) ??
    betweenWords(earliest, latest, () => clock)
  );
}

/** Days as a document's local text writes them: `1962-10-28`, or `1962-10-28..1962-10-30`. */
function writtenDays(local: string): WholeDays | null {
  const days = local.split('..').map((text) => /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? null);
  const [first = null, last = first] = days;
  return first === null || last === null ? null : { first, last };
}

/** Days, months or years from first to last, both included: `26 to 28 October 1962`, `1996`. */
function daysWords(days: WholeDays | null): string | null {
  if (days === null) return null;
  const { first, last } = days;
  const [a, b] = [dayParts(first), dayParts(last)];
  const begins = a.day === 1;
  const monthEnds = b.day === daysInMonth(b.year, b.month);
  const yearEnds = b.month === 12 && monthEnds;
  if (begins && a.month === 1 && yearEnds) return range(`${a.year}`, `${b.year}`);
  // A span of years that opens with one is hardly meant to the day.
  if (begins && a.month === 1 && b.year > a.year) return `${a.year} to ${dayWords(last)}`;
  if (begins && monthEnds) {
    const from = a.year === b.year ? monthName(a.month) : `${monthName(a.month)} ${a.year}`;
    const same = a.year === b.year && a.month === b.month;
    return same ? `${monthName(b.month)} ${b.year}` : `${from} to ${monthName(b.month)} ${b.year}`;
  }
  if (a.year !== b.year) return range(dayWords(first), dayWords(last));
  if (a.month !== b.month) return `${a.day} ${monthName(a.month)} to ${dayWords(last)}`;
  return a.day === b.day ? dayWords(first) : `${a.day} to ${dayWords(last)}`;
}

function range(from: string, to: string): string {
  return from === to ? from : `${from} to ${to}`;
}

function betweenWords(earliest: number, latest: number, clock: (t: number) => number): string {
  const from = instantWords(earliest, clock(earliest), '');
  const to = instantWords(latest, clock(latest), '');
  return from === to ? from : `between ${from} and ${to}`;
}

function minuteOf(t: number): number {
  return Math.floor(t / MS_PER_MINUTE) * MS_PER_MINUTE;
}

/** `26 October 1962, 19:00 (16:00Z)`; by UTC's own clock `26 October 1962, 16:00Z`. */
function instantWords(t: number, offset: number, about: string): string {
  const minute = minuteOf(t);
  const local = localClockText(minute, offset, false);
  const utc = localClockText(minute, 0, false);
  const own = `${dayWords(local)}, ${about}${local.slice(11)}`;
  if (offset === 0) return `${own}Z`;
  const sameDay = local.slice(0, 10) === utc.slice(0, 10);
  const { day, month } = dayParts(utc);
  return `${own} (${sameDay ? '' : `${day} ${monthName(month)}, `}${utc.slice(11)}Z)`;
}

function dayWords(iso: string): string {
  const { day, month, year } = dayParts(iso);
  return `${day} ${monthName(month)} ${year}`;
}

function dayParts(iso: string): { readonly year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return { year, month, day };
}

function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? '';
}

function zoneOf(places: readonly RoomPlace[], name: string | undefined): Zone | null {
  return places.find((place) => place.name === name)?.zone ?? null;
}

function parsed(iso: string): number {
  const instant = parseInstant(iso);
  if (instant === null) throw new RangeError(`not an ISO time: ${iso}`);
  return instant;
}
