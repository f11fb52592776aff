import { MONTH_NAMES } from '../../core/time/month-names.js';
import type { CivilDate, ClockTime } from './stated-time.js';

/** A date in the words of a text; the year may have been left out. */
export interface WrittenDate {
  readonly month: number;
  /** Null where only the month is named. */
  readonly day: number | null;
  readonly year: number | null;
  readonly stated: string;
  /** Where it begins in the text. */
  readonly at: number;
}

/** An hour in the words of a text. */
export interface WrittenClock extends ClockTime {
  readonly stated: string;
  readonly at: number;
}

const MONTH = `(?<month>${MONTH_NAMES.join('|')})`;
const YEAR = String.raw`(?<year>(?:17|18|19|20)\d\d)`;
const DATE = new RegExp(
  String.raw`\b${MONTH}\s+(?:(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:[.,]?\s+${YEAR}\b)?|` +
    String.raw`${YEAR.replace('year', 'alone')}\b)`,
  'g',
);
const ROUGHLY = String.raw`(?:(?<about>about|approximately|around|circa)\s+)?`;
const CLOCK = new RegExp(
  String.raw`\b${ROUGHLY}(?:(?<hour>\d{1,2})(?::(?<minute>\d\d))?\s*` +
    String.raw`(?<half>[ap])(?:\.\s?m\b\.?|m\b)|` +
    String.raw`(?<hour24>\d{1,2}):(?<minute24>\d\d)\b|(?<military>\d{4})\s+hours\b|` +
    String.raw`(?<noon>noon)\b)`,
  'gi',
);

/** All dates in a text, in order: `October 23, 1962`, `May 13`, `October 1961`. */
export function datesIn(text: string): readonly WrittenDate[] {
  return [...text.matchAll(DATE)].map((match) => {
    const { month, day, year, alone } = match.groups!;
    return {
      month: MONTH_NAMES.findIndex((name) => name === month) + 1,
      day: day === undefined ? null : Number(day),
      year: (year ?? alone) === undefined ? null : Number(year ?? alone),
      stated: match[0],
      at: match.index,
    };
  });
}

/**
 * All hours in a text, in order: `11:05 a.m.`, `about 6 p.m.`, `4:35 PM`, `noon`, `1400 hours`. An
 * hour without a.m. or p.m. is read only from `12:00` to `23:59`, where it can mean one thing.
 */
export function clocksIn(text: string): readonly WrittenClock[] {
  return [...text.matchAll(CLOCK)].flatMap((match) => {
    const time = hourAndMinute(match.groups!);
    if (time === null) return [];
    const about = match.groups!['about'] !== undefined;
    return [{ ...time, about, stated: match[0], at: match.index }];
  });
}

/** The day after another. */
export function dayAfter({ year, month, day }: CivilDate): CivilDate {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

type HourAndMinute = Pick<ClockTime, 'hour' | 'minute'>;

function hourAndMinute(groups: Record<string, string | undefined>): HourAndMinute | null {
  const { hour, minute, half, hour24, minute24, military, noon } = groups;
  if (noon !== undefined) return { hour: 12, minute: 0 };
  if (military !== undefined) {
    return oneOfTheDay(Number(military.slice(0, 2)), Number(military.slice(2)));
  }
  if (hour24 !== undefined) {
    return Number(hour24) < 12 ? null : oneOfTheDay(Number(hour24), Number(minute24));
  }
  const twelve = Number(hour);
  if (twelve < 1 || twelve > 12) return null;
  return oneOfTheDay((twelve % 12) + (half!.toLowerCase() === 'p' ? 12 : 0), Number(minute ?? 0));
}

function oneOfTheDay(hour: number, minute: number): HourAndMinute | null {
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}
