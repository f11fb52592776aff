import { isCivilDate, MS_PER_DAY, MS_PER_MINUTE, parseInstant } from '../../core/time/instant.js';
import type { Precision } from '../../core/time/recorded-time.js';
import {
  civilDayInterval,
  FIRST_CLOCK,
  fixedClock,
  LAST_CLOCK,
  offsetAt,
  type Zone,
} from '../../core/time/zone.js';

/** A recorded time as written (R2), before it is placed. */
export interface WrittenTime {
  /** Null where only an upper bound is known. */
  readonly earliest: number | null;
  readonly latest: number;
  readonly nominal: number;
  readonly precision: Precision;
  readonly place: string | null;
}

export type WrittenTimeResult =
  | { readonly type: 'time'; readonly time: WrittenTime }
  /** The text is no recorded time. */
  | { readonly type: 'form' }
  | { readonly type: 'unknown place'; readonly place: string; readonly at: number }
  /** A day has no beginning without a clock. */
  | { readonly type: 'day without place' }
  /** The written offset is not what that place's clock kept then. */
  | { readonly type: 'other clock'; readonly place: string; readonly offset: number }
  | { readonly type: 'backwards' };

/**
 * How rough a time may be: one of the record is a day by somebody's clock at the roughest; one in
 * the files about sources can also be a year or a month, and a day that lies on no clock.
 */
export type Roughness = 'days' | 'years';

const FORM =
  /^(?<by>by )?(?<from>\S+?)(?:\.\.(?<to>\S+?))?(?: at (?<place>[a-z][a-z0-9_]*))?(?:,? to the (?<step>minute|hour))?$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH_OR_YEAR = /^(\d{4})(?:-(\d\d))?$/;
const HALF_HOUR = 30 * MS_PER_MINUTE;

/** The clocks on which a day begins first on earth, and ends last. */
const FIRST = fixedClock(FIRST_CLOCK);
const LAST = fixedClock(LAST_CLOCK);
const GREENWICH = fixedClock(0);

interface Interval {
  readonly earliest: number;
  readonly latest: number;
  readonly nominal: number;
  readonly precision: Precision;
}

/**
 * Reads a recorded time: `1962-10-26T16:43+03:00 at moscow`, with `to the hour` half an hour
 * either way; `1962-10-24 at moscow` for a day; `A..B at moscow` for an interval; `by A at moscow`
 * for what is only known to be no later. Where it may be as rough as `years`, also `1996` and
 * `1992-01`; what then names no place lies on any clock of the earth, from UTC+14 to UTC−12.
 */
export function parseWrittenTime(
  text: string,
  zones: ReadonlyMap<string, Zone>,
  roughness: Roughness = 'days',
): WrittenTimeResult {
  const groups = text.length > 200 ? undefined : FORM.exec(text.trim())?.groups;
  if (groups === undefined) return { type: 'form' };
  const { by, from, to, place, step } = groups;
  const zone = place === undefined ? null : zones.get(place);
  if (zone === undefined) {
    return { type: 'unknown place', place: place!, at: text.indexOf(` at ${place}`) + 4 };
  }
  const clock: Clock = { zone, place, roughness };
  const first = oneTime(from!, step, clock);
  if ('type' in first) return first;
  const last = to === undefined ? first : oneTime(to, step, clock);
  if ('type' in last) return last;
  if (to !== undefined && last.latest < first.earliest) return { type: 'backwards' };
  return {
    type: 'time',
    time: {
      ...joined(first, to === undefined ? null : last, by !== undefined),
      place: place ?? null,
    },
  };
}

function joined(first: Interval, last: Interval | null, by: boolean): Omit<WrittenTime, 'place'> {
  if (by) {
    const { latest } = last ?? first;
    return { earliest: null, latest, nominal: latest, precision: 'interval' };
  }
  if (last === null) return first;
  const [earliest, latest] = [first.earliest, last.latest];
  return { earliest, latest, nominal: Math.floor((earliest + latest) / 2), precision: 'interval' };
}

/** By which clock a text is read. */
interface Clock {
  readonly zone: Zone | null;
  readonly place: string | undefined;
  readonly roughness: Roughness;
}

type NoTime = Exclude<WrittenTimeResult, { type: 'time' }>;

function oneTime(text: string, step: string | undefined, clock: Clock): Interval | NoTime {
  const { zone, place } = clock;
  const day = DAY.exec(text);
  if (day !== null) return oneDay(Number(day[1]), Number(day[2]), Number(day[3]), clock);
  const long = clock.roughness === 'years' ? MONTH_OR_YEAR.exec(text) : null;
  if (long !== null) return monthOrYear(Number(long[1]), long[2], clock);
  const instant = parseInstant(text);
  if (instant === null) return { type: 'form' };
  const offset = writtenOffset(text);
  if (zone !== null && offset !== null && offset !== offsetAt(zone, instant)) {
    return { type: 'other clock', place: place ?? '', offset: offsetAt(zone, instant) };
  }
  return around(instant, text, step);
}

function around(instant: number, text: string, step: string | undefined): Interval {
  if (step === 'hour') {
    return {
      earliest: instant - HALF_HOUR,
      latest: instant + HALF_HOUR,
      nominal: instant,
      precision: 'hour',
    };
  }
  const width = /T\d\d:\d\d:\d\d/.test(text) ? 1_000 : MS_PER_MINUTE;
  return { earliest: instant, latest: instant + width - 1, nominal: instant, precision: 'minute' };
}

function oneDay(year: number, month: number, day: number, clock: Clock): Interval | NoTime {
  const { zone, roughness } = clock;
  if (zone === null && roughness === 'days') return { type: 'day without place' };
  if (!isCivilDate(year, month, day) || (zone === null && !hasAllClocks(year))) {
    return { type: 'form' };
  }
  if (zone === null) {
    const { earliest } = civilDayInterval(FIRST, year, month, day);
    const { latest } = civilDayInterval(LAST, year, month, day);
    const nominal = civilDayInterval(GREENWICH, year, month, day).earliest + MS_PER_DAY / 2;
    return { earliest, latest, nominal, precision: 'day' };
  }
  const { earliest, latest } = civilDayInterval(zone, year, month, day);
  const noon = earliest + (latest + 1 - earliest) / 2;
  // A day of 23 or 25 hours is still halved at the hour that its clock calls noon.
  const shift = (offsetAt(zone, earliest) - offsetAt(zone, latest)) * MS_PER_MINUTE;
  return { earliest, latest, nominal: noon + shift / 2, precision: 'day' };
}

/** From the first day of a month or year to its last. */
function monthOrYear(year: number, month: string | undefined, clock: Clock): Interval | NoTime {
  const [from, to] = month === undefined ? [1, 12] : [Number(month), Number(month)];
  const first = oneDay(year, from, 1, clock);
  const days = [31, 30, 29, 28].find((day) => isCivilDate(year, to, day)) ?? 0;
  const last = oneDay(year, to, days, clock);
  if ('type' in first) return first;
  if ('type' in last) return last;
  return {
    earliest: first.earliest,
    latest: last.latest,
    nominal: Math.floor((first.earliest + last.latest) / 2),
    precision: 'interval',
  };
}

/** Whether every clock's days of a year can be written (R1). */
function hasAllClocks(year: number): boolean {
  return year > 0 && year < 9999;
}

/** Minutes east of UTC that a text writes, or null where it writes UTC. */
function writtenOffset(text: string): number | null {
  const match = /([+-])(\d\d):(\d\d)$/.exec(text);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes + 0 : minutes;
}
