import { offsetAt, type Zone } from '../../core/time/zone.js';
import { MINUTE } from './instant.js';

/** What the clock and the calendar on a wall somewhere show. */
export interface LocalClock {
  /** `02:00` */
  readonly time: string;
  /** What the place calls its time: `EDT`. */
  readonly zone: string;
  readonly day: number;
  /** Counted from 0. */
  readonly month: number;
  /** Counted from Sunday. */
  readonly weekday: number;
}

/** Reads the wall clock of a place; right across a change of offset, as zones are data. */
export function localClock(ms: number, zone: Zone): LocalClock {
  const local = new Date(ms + offsetAt(zone, ms) * MINUTE);
  return {
    time: local.toISOString().slice(11, 16),
    zone: zone.findLast(({ from }) => from <= ms)?.name ?? '',
    day: local.getUTCDate(),
    month: local.getUTCMonth(),
    weekday: local.getUTCDay(),
  };
}
