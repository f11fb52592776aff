/** A whole number of milliseconds UTC since 1970-01-01T00:00Z; negative in 1962. */
export type Instant = number & { readonly __brand: 'Instant' };

/** A date and an hour as a calendar and a clock show them. */
interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

const MS_PER_HOUR = 3_600_000;
const MS_PER_SECOND = 1000;
/** Days from 0000-03-01 to 1970-01-01; years are counted from March so that leap days end them. */
const EPOCH_DAYS = 719_468;
const DAYS_PER_ERA = 146_097;

const FIRST = civilDay(0, 1, 1);
const LAST = civilDay(9999, 12, 31) + MS_PER_DAY - 1;

const DATE = String.raw`(\d{4})-(\d\d)-(\d\d)`;
const CLOCK = String.raw`(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?`;
const OFFSET = String.raw`(?:Z|([+-])(\d\d):(\d\d))`;
const ISO_INSTANT = new RegExp(`^${DATE}T${CLOCK}${OFFSET}$`);

/**
 * The instant that an ISO 8601 text names, such as `1962-10-27T18:00-04:00` (R1). Hours and minutes
 * are required, and so is `Z` or an offset: an hour without its zone is nobody's hour. Seconds may
 * carry up to three decimals. Anything else, impossible dates and instants outside the years 0000
 * to 9999 give null.
 */
export function parseInstant(text: string): Instant | null {
  const parts = ISO_INSTANT.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, decimals, sign, offHour, offMinute] = parts;
  const civil: CivilTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    ms: Number((decimals ?? '').padEnd(3, '0')),
  };
  const offset = offsetMs(sign, Number(offHour ?? 0), Number(offMinute ?? 0));
  if (offset === null || !isCivilTime(civil)) return null;
  const t = fromCivil(civil) - offset;
  return isWritable(t) ? (t as Instant) : null;
}

/**
 * An instant as `YYYY-MM-DDTHH:MM:SS.mmmZ`.
 *
 * @throws RangeError if it is not a whole number of milliseconds within the years 0000 to 9999
 */
export function formatInstant(t: number): string {
  return `${localClockText(t, 0, true)}Z`;
}

/** An instant as `YYYY-MM-DDTHH:MMZ`, or as {@link formatInstant} writes it if it has seconds. */
export function formatMinute(t: number): string {
  return `${localClockText(t, 0, false)}Z`;
}

/**
 * What calendar and clock show at an instant, `offset` minutes east of UTC, without the zone:
 * `1962-10-27T19:00`. Seconds and milliseconds are written if `full`, or if they are not zero.
 *
 * @throws RangeError if that lies outside the years 0000 to 9999
 */
export function localClockText(t: number, offset: number, full: boolean): string {
  const local = t + offset * MS_PER_MINUTE;
  if (!isWritable(local)) {
    throw new RangeError(`${t} + ${offset} min is no whole millisecond of the years 0000 to 9999`);
  }
  const { year, month, day, hour, minute, second, ms } = toCivil(local);
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  const text = `${date}T${digits(hour, 2)}:${digits(minute, 2)}`;
  if (!full && second === 0 && ms === 0) return text;
  return `${text}:${digits(second, 2)}.${digits(ms, 3)}`;
}

/**
 * The instant at which a day of the Gregorian calendar begins in UTC (Howard Hinnant 2013,
 * "chrono-compatible low-level date algorithms", days_from_civil).
 *
 * @throws RangeError if the calendar has no such date
 */
export function civilDay(year: number, month: number, day: number): Instant {
  if (!isCivilDate(year, month, day)) {
    throw new RangeError(`the calendar has no ${year}-${month}-${day}`);
  }
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfEra = yearOfEra * 365 + leapDays + dayOfYear;
  return ((era * DAYS_PER_ERA + dayOfEra - EPOCH_DAYS) * MS_PER_DAY) as Instant;
}

/** Whether the Gregorian calendar, years 0000 to 9999, has this date. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  if (![year, month, day].every(Number.isInteger)) return false;
  if (year < 0 || year > 9999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** The days of a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isCivilTime({ year, month, day, hour, minute, second }: CivilTime): boolean {
  return isCivilDate(year, month, day) && hour < 24 && minute < 60 && second < 60;
}

function isWritable(t: number): boolean {
  return Number.isInteger(t) && t >= FIRST && t <= LAST;
}

function offsetMs(sign: string | undefined, hours: number, minutes: number): number | null {
  if (hours > 23 || minutes > 59) return null;
  const size = hours * MS_PER_HOUR + minutes * MS_PER_MINUTE;
  return sign === '-' ? -size : size;
}

function fromCivil({ year, month, day, hour, minute, second, ms }: CivilTime): number {
  const clock = hour * MS_PER_HOUR + minute * MS_PER_MINUTE + second * MS_PER_SECOND + ms;
  return civilDay(year, month, day) + clock;
}

/** Hinnant's civil_from_days, with the hours of the day. */
function toCivil(t: number): CivilTime {
  const days = Math.floor(t / MS_PER_DAY);
  const clock = t - days * MS_PER_DAY;
  const era = Math.floor((days + EPOCH_DAYS) / DAYS_PER_ERA);
  const dayOfEra = days + EPOCH_DAYS - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const yearStart = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearStart;
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
    hour: Math.floor(clock / MS_PER_HOUR),
    minute: Math.floor((clock % MS_PER_HOUR) / MS_PER_MINUTE),
    second: Math.floor((clock % MS_PER_MINUTE) / MS_PER_SECOND),
    ms: clock % MS_PER_SECOND,
  };
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
