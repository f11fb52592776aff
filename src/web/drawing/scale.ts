import { DAY, HOUR } from '../time/instant.js';

/** A stretch of crisis time, in ms UTC. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** Time laid on paper, never warped: one hour is as wide everywhere. */
export interface Scale extends TimeWindow {
  readonly left: number;
  readonly right: number;
}

/** The narrowest window is an hour, the widest ten weeks. */
export const NARROWEST = HOUR;
export const WIDEST = 70 * DAY;

/** The place of an instant on paper. */
export function xOf(scale: Scale, t: number): number {
  return scale.left + (t - scale.from) * pixelsPerMs(scale);
}

/** The instant at a place on paper. */
export function timeAt(scale: Scale, x: number): number {
  return scale.from + (x - scale.left) / pixelsPerMs(scale);
}

/** Pixels for one millisecond. */
export function pixelsPerMs(scale: Scale): number {
  return (scale.right - scale.left) / (scale.to - scale.from);
}

/** The window made `factor` times as wide, with `anchor` left where it stands on paper. */
export function zoomed(window: TimeWindow, factor: number, anchor: number): TimeWindow {
  const width = Math.min(WIDEST, Math.max(NARROWEST, (window.to - window.from) * factor));
  const share = (anchor - window.from) / (window.to - window.from);
  const from = Math.round(anchor - share * width);
  return { from, to: from + Math.round(width) };
}

/** The window moved by a time. */
export function panned(window: TimeWindow, by: number): TimeWindow {
  return { from: window.from + by, to: window.to + by };
}

/** The same window, moved as little as possible so that `t` stands inside with some room. */
export function reaching(window: TimeWindow, t: number): TimeWindow {
  const room = (window.to - window.from) * 0.06;
  if (t < window.from + room) return panned(window, t - room - window.from);
  if (t > window.to - room) return panned(window, t + room - window.to);
  return window;
}

/** The window kept inside the record as far as its width allows. */
export function within(window: TimeWindow, bounds: TimeWindow): TimeWindow {
  const width = window.to - window.from;
  if (width >= bounds.to - bounds.from) return { from: bounds.from, to: bounds.from + width };
  if (window.from < bounds.from) return panned(window, bounds.from - window.from);
  if (window.to > bounds.to) return panned(window, bounds.to - window.to);
  return window;
}
