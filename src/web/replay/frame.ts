import { NARROWEST, reaching, WIDEST, within, type TimeWindow } from '../drawing/scale.js';
import { DAY, HOUR, minuteOf } from '../time/instant.js';

/** Hours are never narrower than this when a screen opens, so that delays can be seen to lean. */
const NARROWEST_HOUR = 11;
const COMFORTABLE_HOUR = 14;

/** What the drawing opens on: the wished window, or as much of it as there is room for. */
export function openingFrame(wish: TimeWindow, handle: number, paperWidth: number): TimeWindow {
  const hours = (wish.to - wish.from) / HOUR;
  if (paperWidth / hours >= NARROWEST_HOUR) return wish;
  const width = (paperWidth / COMFORTABLE_HOUR) * HOUR;
  const to = handle + width * 0.12;
  return { from: minuteOf(to - width), to: minuteOf(to) };
}

/** Three days around an instant, whole days UTC. */
export function threeDaysAround(t: number): TimeWindow {
  const midnight = Math.floor(t / DAY) * DAY;
  return { from: midnight - DAY, to: midnight + 2 * DAY };
}

/** The window after the handle was moved: it follows. */
export function followed(window: TimeWindow, handle: number): TimeWindow {
  if (handle >= window.from && handle <= window.to) return window;
  const near = reaching(window, handle);
  return { from: minuteOf(near.from), to: minuteOf(near.to) };
}

/** A window as somebody asked for it, to the minute, inside the history and no wider than it. */
export function framed(window: TimeWindow, bounds: TimeWindow): TimeWindow {
  const widest = Math.max(WIDEST, bounds.to - bounds.from);
  const width = Math.min(widest, Math.max(NARROWEST, window.to - window.from));
  const kept = within(
    { from: window.from, to: window.from + width },
    { from: bounds.from - width / 2, to: bounds.to + width / 2 },
  );
  return { from: minuteOf(kept.from), to: minuteOf(kept.to) };
}

/**
 * The window made `factor` times as wide from its left; what was in sight and is to be kept stays.
 */
export function resized(window: TimeWindow, factor: number, keep: readonly number[]): TimeWindow {
  const to = Math.round(window.from + (window.to - window.from) * factor);
  return keep
    .filter((t) => t >= window.from && t <= window.to)
    .reduce(followed, { from: window.from, to });
}
