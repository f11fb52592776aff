import { short } from './geometry.js';
import type { Lane } from './lanes.js';

/** What a first visitor may do, from top to bottom; each caption goes once it has been done. */
export const CAPTIONS = ['seat', 'handle', 'letter'] as const;
export type Caption = (typeof CAPTIONS)[number];

interface CaptionsProps {
  readonly left: readonly Caption[];
  readonly words: Readonly<Record<Caption, string>>;
  readonly handleX: number;
  readonly top: number;
  readonly lanes: readonly Lane[];
  readonly right: number;
}

const WIDTH = 330;
const STEP = 40;

/**
 * Captions in the empty paper after the handle, between the lanes; none where that is too narrow.
 */
export function Captions({ left, words, handleX, top, lanes, right }: CaptionsProps) {
  if (right - handleX < WIDTH) return null;
  const x = handleX + 46;
  const rows = rowsFor(top + 30, widestGaps(lanes, CAPTIONS.length - 1));
  return (
    <g className="captions">
      {left.map((caption) => {
        const y = rows[CAPTIONS.indexOf(caption)]!;
        return (
          <g key={caption} data-caption={caption}>
            <path className="caption-line" d={pointer(caption, x, y, handleX, top)} />
            <text x={x + 4} y={y + 5}>
              {words[caption]}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** A height for each caption: over the lanes, then in gaps, then below the last of those. */
function rowsFor(first: number, gaps: readonly number[]): readonly number[] {
  const rows = [first, ...gaps];
  const last = rows.at(-1)!;
  return CAPTIONS.map((_, n) => rows[n] ?? last + (n - rows.length + 1) * STEP);
}

/** The middles of the widest gaps between lanes, from the top down. */
function widestGaps(lanes: readonly Lane[], count: number): readonly number[] {
  return lanes
    .slice(1)
    .map(({ y }, n) => ({ middle: (y + lanes[n]!.y) / 2, room: y - lanes[n]!.y }))
    .toSorted((a, b) => b.room - a.room)
    .slice(0, count)
    .map(({ middle }) => middle)
    .toSorted((a, b) => a - b);
}

/** A hairline from the caption to what it speaks of. */
function pointer(caption: Caption, x: number, y: number, handleX: number, top: number): string {
  if (caption === 'handle') return `M${short(x)} ${y}H${short(handleX + 5)}m5-4l-5 4l5 4`;
  if (caption === 'seat') return `M${short(x)} ${y}h-14V${top + 4}m-4 5l4-5l4 5`;
  return `M${short(x)} ${y}H${short(handleX - 26)}m5-4l-5 4l5 4`;
}
