import { MS_PER_DAY, MS_PER_MINUTE, civilDay, localClockText } from './instant.js';

/** A stretch of time during which the clocks of a place keep one offset from UTC. */
export interface ZoneSpan {
  /** The first instant of the span; Number.MIN_SAFE_INTEGER for the first span. */
  readonly from: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** What the place calls it, such as `EDT`. */
  readonly name: string;
}

/**
 * The clock of a place: at least one span, ascending, the first from Number.MIN_SAFE_INTEGER on.
 * A scenario declares it, because the time-zone tables of hosts differ and change.
 */
export type Zone = readonly ZoneSpan[];

/** Minutes east of UTC of the clocks on which a day begins first, and ends last, on earth. */
export const FIRST_CLOCK = 14 * 60;
export const LAST_CLOCK = -12 * 60;

/** A clock that keeps one offset for ever, in minutes east of UTC. */
export function fixedClock(offset: number): Zone {
  return [{ from: Number.MIN_SAFE_INTEGER, offset, name: '' }];
}

/** Minutes east of UTC that a place keeps at an instant. */
export function offsetAt(zone: Zone, t: number): number {
  return spanAt(zone, t).offset;
}

/** What the clock of a place shows, with its offset: `1962-10-27T19:00-04:00`. */
export function localText(zone: Zone, t: number): string {
  const offset = offsetAt(zone, t);
  return localClockText(t, offset, false) + offsetText(offset);
}

/**
 * The first and the last millisecond of a civil day at a place; the day on which clocks go back
 * has 25 hours.
 *
 * @throws RangeError if the calendar, or that place, has no such day
 */
export function civilDayInterval(
  zone: Zone,
  year: number,
  month: number,
  day: number,
): { readonly earliest: number; readonly latest: number } {
  const midnight = civilDay(year, month, day);
  const pieces = zone.flatMap((span, i) => {
    const shifted = midnight - span.offset * MS_PER_MINUTE;
    const end = zone[i + 1]?.from ?? Number.MAX_SAFE_INTEGER;
    const earliest = Math.max(shifted, span.from);
    const latest = Math.min(shifted + MS_PER_DAY, end) - 1;
    return earliest <= latest ? [{ earliest, latest }] : [];
  });
  if (pieces.length === 0) throw new RangeError(`this zone skips ${year}-${month}-${day}`);
  return { earliest: pieces[0]!.earliest, latest: pieces.at(-1)!.latest };
}

function spanAt(zone: Zone, t: number): ZoneSpan {
  const span = zone.findLast(({ from }) => from <= t) ?? zone[0];
  if (span === undefined) throw new RangeError('a zone has at least one span');
  return span;
}

function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const minutes = String(size % 60).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
