import type { Interval } from '../summary.js';
import { percentText, plainNumber } from './plain-words.js';

/** The interval of a share: `2.8 % to 3.5 %`. */
export function shareRange({ low, high }: Interval): string {
  return `${percentText(low)} to ${percentText(high)}`;
}

/** A difference of shares, in percentage points, with its sign. */
export function pointsText(difference: number): string {
  const points = 100 * difference;
  const decimals = Math.abs(points) < 1 ? 2 : 1;
  return signed(points.toFixed(decimals), points);
}

export function signedNumber(value: number): string {
  return signed(plainNumber(value), value);
}

/** A plus where it is above nothing, and the proper sign where it is below. */
function signed(text: string, value: number): string {
  if (Number(text) === 0) return text.replace('-', '');
  return value > 0 ? `+${text}` : text.replace('-', '−');
}

export function numberText(value: number): string {
  return plainNumber(value).replace('-', '−');
}

/** A round share, as an axis says it: `20 %`. */
export function percentTick(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}

/** A bound that leaves room: the next of 1, 2, 5 × a power of ten above a share, at most 1. */
export function roundShare(share: number): number {
  let bound = 1e-4;
  for (const step of [2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2, 2, 2.5, 2]) {
    if (bound >= share) break;
    bound *= step;
  }
  return Math.min(1, Number(bound.toPrecision(2)));
}
