import { isCivilDate, MS_PER_MINUTE, parseInstant } from '../../core/time/instant.js';
import type { Precision } from '../../core/time/recorded-time.js';
import { civilDayInterval, offsetAt, type Zone } from '../../core/time/zone.js';

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

const FORM =
  /^(?<by>by )?(?<from>\S+?)(?:\.\.(?<to>\S+?))?(?: at (?<place>[a-z][a-z0-9_]*))?(?:,? to the (?<step>minute|hour))?$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const HALF_HOUR = 30 * MS_PER_MINUTE;

interface Interval {
  readonly earliest: number;
  readonly latest: number;
  readonly nominal: number;
  readonly precision: Precision;
}

/**
 * Reads a recorded time: `1962-10-26T16:43+03:00 at moscow`, with `to the hour` half an hour
 * either way; `1962-10-24 at moscow` for a day; `A..B at moscow` for an interval; `by A at moscow`
 * for what is only known to be no later.
 */
export function parseWrittenTime(
  text: string,
  zones: ReadonlyMap<string, Zone>,
): WrittenTimeResult {
  const groups = FORM.exec(text.trim())?.groups;
  if (groups === undefined || text.length > 200) return { type: 'form' };
  const { by, from, to, place, step } = groups;
  const zone = place === undefined ? null : zones.get(place);
  if (zone === undefined) {
    return { type: 'unknown place', place: place!, at: text.indexOf(` at ${place}`) + 4 };
  }
  const first = oneTime(from!, step, zone, place);
  if ('type' in first) return first;
  const last = to === undefined ? first : oneTime(to, step, zone, place);
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

function oneTime(
  text: string,
  step: string | undefined,
  zone: Zone | null,
  place: string | undefined,
): Interval | Exclude<WrittenTimeResult, { type: 'time' }> {
  const day = DAY.exec(text);
  if (day !== null) return oneDay(Number(day[1]), Number(day[2]), Number(day[3]), zone);
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

function oneDay(
  year: number,
  month: number,
  day: number,
  zone: Zone | null,
): Interval | Exclude<WrittenTimeResult, { type: 'time' }> {
  if (zone === null) return { type: 'day without place' };
  if (!isCivilDate(year, month, day)) return { type: 'form' };
  const { earliest, latest } = civilDayInterval(zone, year, month, day);
  const noon = earliest + (latest + 1 - earliest) / 2;
  // A day of 23 or 25 hours is still halved at the hour that its clock calls noon.
  const shift = (offsetAt(zone, earliest) - offsetAt(zone, latest)) * MS_PER_MINUTE;
  return { earliest, latest, nominal: noon + shift / 2, precision: 'day' };
}

/** Minutes east of UTC that a text writes, or null where it writes UTC. */
function writtenOffset(text: string): number | null {
  const match = /([+-])(\d\d):(\d\d)$/.exec(text);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes + 0 : minutes;
}
