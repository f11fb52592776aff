import { MONTH_NAMES } from '../../core/time/month-names.js';
import type { Span } from '../../core/history/span.js';
import type { PlaceView } from '../../protocol/replay.js';
import { localClock } from './clock.js';
import { DAY, HOUR, instant, MINUTE } from './instant.js';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `Saturday`, for a day of the week counted from Sunday. */
export function weekday(day: number): string {
  return DAYS[day]!;
}

/** `October`, for a month counted from 0. */
export function month(number: number): string {
  return MONTH_NAMES[number]!;
}

/** `27 Oct 1962`, UTC. */
export function dateText(ms: number): string {
  const date = new Date(ms);
  const name = MONTH_NAMES[date.getUTCMonth()]!.slice(0, 3);
  return `${date.getUTCDate()} ${name} ${date.getUTCFullYear()}`;
}

/** `Saturday 27 October`, UTC. */
export function dayText(ms: number): string {
  const date = new Date(ms);
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()]}`;
}

/** `23:00Z`. */
export function zuluText(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 16)}Z`;
}

/** `27 Oct 1962 23:00Z`. */
export function instantText(ms: number): string {
  return `${dateText(ms)} ${zuluText(ms)}`;
}

/** `19:00 EDT`, or `02:00 UTC+3, Sun 28 Oct` where the day there is not the day in UTC. */
export function localText(ms: number, place: PlaceView): string {
  const clock = localClock(ms, place.zone);
  const time = `${clock.time} ${clock.zone}`;
  if (clock.day === new Date(ms).getUTCDate()) return time;
  const name = MONTH_NAMES[clock.month]!.slice(0, 3);
  return `${time}, ${DAYS[clock.weekday]!.slice(0, 3)} ${clock.day} ${name}`;
}

/** `11 h 32 min`, `20 min`, `3 days`. */
export function durationText(ms: number): string {
  if (ms < MINUTE) return 'at once';
  if (ms >= 3 * DAY) return `${Math.round(ms / DAY)} days`;
  const hours = Math.floor(Math.round(ms / MINUTE) / 60);
  const minutes = Math.round(ms / MINUTE) % 60;
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

/** A recorded time as it is known: `26 Oct 1962 13:43Z`, `24 Oct 1962, hour unknown`. */
export function spanText(span: Span): string {
  const placed = instant(span.placed);
  switch (span.precision) {
    case 'exact':
    case 'minute':
      return instantText(placed);
    case 'hour':
      return `about ${instantText(placed)}`;
    case 'day':
      return `${dateText(placed)}, hour unknown`;
    case 'interval':
      return `between ${instantText(instant(span.earliest))} and ${instantText(instant(span.latest))}`;
    case 'estimated':
      return `about ${instantText(placed)}, estimated`;
  }
}

/** The interval behind an uncertain time, or null for one known to the minute. */
export function intervalText(span: Span): string | null {
  const width = instant(span.latest) - instant(span.earliest);
  if (width <= MINUTE || span.precision === 'interval') return null;
  if (width >= HOUR * 48) {
    return `${dateText(instant(span.earliest))} to ${dateText(instant(span.latest))}`;
  }
  return `${instantText(instant(span.earliest))} to ${instantText(instant(span.latest))}`;
}

/** A text with times in it without their years, where the year is plain. */
export function withoutYear(text: string): string {
  return text.replaceAll(/ \d{4}(?=[ ,]|$)/g, '');
}
