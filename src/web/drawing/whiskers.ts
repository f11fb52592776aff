import type { Span } from '../../core/history/span.js';
import { instant } from '../time/instant.js';
import { xOf, type Scale } from './scale.js';

/** A time that is not known to the minute, to be drawn along a lane. */
export interface Uncertain {
  readonly id: string;
  readonly span: Span;
  readonly y: number;
  readonly side: string;
  readonly ghost: boolean;
}

/** A hairline from the earliest to the latest instant; `open` where the handle cuts it. */
export interface Whisker extends Uncertain {
  readonly x1: number;
  readonly x2: number;
  readonly open: boolean;
}

/** Narrower than this, on paper, an interval says nothing. */
const NARROWEST = 7;
const AIR = 4;
const NEAREST = 5;
const STEP = 3.5;
const LEVELS = 4;

/** Lays whiskers beside their lanes, so many levels deep that those of one lane do not touch. */
export function layOutWhiskers(
  items: readonly Uncertain[],
  scale: Scale,
  handle: number,
): readonly Whisker[] {
  const ends = new Map<number, number[]>();
  return items
    .map((item) => withEnds(item, scale, handle))
    .filter(({ x1, x2 }) => x2 - x1 >= NARROWEST && x2 >= scale.left && x1 <= scale.right)
    .toSorted((a, b) => a.x1 - b.x1 || (a.id < b.id ? -1 : 1))
    .map((whisker) => {
      const levels = ends.get(whisker.y) ?? [];
      ends.set(whisker.y, levels);
      const free = levels.findIndex((end) => end + AIR < whisker.x1);
      const level = free === -1 ? Math.min(levels.length, LEVELS - 1) : free;
      levels[level] = Math.max(levels[level] ?? whisker.x2, whisker.x2);
      return { ...whisker, y: whisker.y + NEAREST + level * STEP };
    });
}

function withEnds(item: Uncertain, scale: Scale, handle: number): Whisker {
  const latest = instant(item.span.latest);
  return {
    ...item,
    x1: xOf(scale, instant(item.span.earliest)),
    x2: xOf(scale, Math.min(latest, handle)),
    open: latest > handle,
  };
}
