import { MS_PER_DAY, MS_PER_MINUTE, civilDay } from '../../core/time/instant.js';
import type { Zone, ZoneSpan } from '../../core/time/zone.js';

const zones = new Map<string, Zone>();
const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The clock of a zone in a year and in the years before and after it, as this machine's time-zone
 * tables have it; changes of the clock outside those years are not in it. Offsets are whole
 * minutes (the local mean times of the 19th century are rounded).
 *
 * @param name an IANA name, such as `America/New_York`
 */
export function zoneClock(name: string, year: number): Zone {
  const key = `${name} ${year}`;
  const known = zones.get(key);
  if (known !== undefined) return known;
  const zone = readZone(name, civilDay(year - 1, 1, 1), civilDay(year + 2, 1, 1));
  zones.set(key, zone);
  return zone;
}

function readZone(name: string, from: number, to: number): Zone {
  let offset = offsetOf(name, from);
  const spans: ZoneSpan[] = [{ from: Number.MIN_SAFE_INTEGER, offset, name }];
  for (let t = from; t < to; t += MS_PER_DAY) {
    const next = offsetOf(name, t + MS_PER_DAY);
    if (next === offset) continue;
    spans.push({ from: changeWithin(name, t, t + MS_PER_DAY), offset: next, name });
    offset = next;
  }
  return spans;
}

/** The first minute of a stretch at which the offset is no longer what it was at its start. */
function changeWithin(name: string, from: number, to: number): number {
  const before = offsetOf(name, from);
  let [low, high] = [from, to];
  while (high - low > MS_PER_MINUTE) {
    const middle = low + Math.floor((high - low) / MS_PER_MINUTE / 2) * MS_PER_MINUTE;
    if (offsetOf(name, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Minutes east of UTC. */
function offsetOf(name: string, t: number): number {
  const shown = new Map(
    clockOf(name)
      .formatToParts(t)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(shown.get(type));
  const clock = (part('hour') * 60 + part('minute')) * MS_PER_MINUTE + part('second') * 1000;
  const local = civilDay(part('year'), part('month'), part('day')) + clock;
  return Math.round((local - t) / MS_PER_MINUTE);
}

function clockOf(name: string): Intl.DateTimeFormat {
  const known = clocks.get(name);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(name, clock);
  return clock;
}
