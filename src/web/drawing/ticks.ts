import { DAY, HOUR, MINUTE } from '../time/instant.js';
import { month, zuluText } from '../time/wording.js';
import { pixelsPerMs, type Scale } from './scale.js';

export interface Tick {
  readonly t: number;
  readonly label: string;
}

const STEPS = [
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
];
const ROOM_FOR_TIME = 74;
const ROOM_FOR_DAY = 26;

/** Times of day along the axis, as close as they can be read; none where days fill it. */
export function timeTicks(scale: Scale): readonly Tick[] {
  const step = STEPS.find((ms) => ms * pixelsPerMs(scale) >= ROOM_FOR_TIME);
  if (step === undefined) return [];
  return multiples(scale, step).map((t) => ({ t, label: zuluText(t) }));
}

/** Midnights UTC in the window; every seventh where days are too narrow to name. */
export function dayTicks(scale: Scale): readonly number[] {
  const days = multiples(scale, DAY);
  if (DAY * pixelsPerMs(scale) >= ROOM_FOR_DAY) return days;
  return days.filter((t) => new Date(t).getUTCDay() === 0);
}

/** First days of months in the window, for the strip. */
export function monthTicks(scale: Scale): readonly Tick[] {
  return multiples(scale, DAY)
    .filter((t) => new Date(t).getUTCDate() === 1)
    .map((t) => ({ t, label: month(new Date(t).getUTCMonth()) }));
}

function multiples({ from, to }: Scale, step: number): number[] {
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => (first + n) * step);
}
