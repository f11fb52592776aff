import { HOUR } from '../time/instant.js';
import { pathThrough } from './geometry.js';
import type { Lane } from './lanes.js';
import { pixelsPerMs, type Scale } from './scale.js';

const TALL = 34;
const WIDE = 192;
const NARROWEST = 24;
const AIR = 16;
const CANDIDATES = [1 / 60, 1 / 6, 0.5, 1, 3, 6, 12, 24, 72, 168];
/** The leans, as width over height, that an eye can tell apart. */
const LEANS = [0.12, 0.45, 1.1, 2.4];

/**
 * Slope is delay: how a leg leans between the two main lanes that lie farthest apart, both
 * directions shrunk alike so that the angle is that of the drawing.
 */
export function SlopeKey({
  scale,
  lanes,
}: {
  readonly scale: Scale;
  readonly lanes: readonly Lane[];
}) {
  const pair = farthestNeighbours(lanes);
  if (pair === null) return null;
  const shrink = TALL / (pair[1].y - pair[0].y);
  const perHour = pixelsPerMs(scale) * HOUR * shrink;
  const slopes = sideBySide(pickDelays(perHour / TALL), perHour);
  return (
    <figure className="slope-key">
      <svg width={WIDE} height={TALL + 18} viewBox={`0 0 ${WIDE} ${TALL + 18}`} aria-hidden="true">
        {slopes.map(({ hours, x, dx }) => (
          <g key={hours}>
            <path
              className="slope"
              d={pathThrough([
                { x, y: 1 },
                { x: x + dx, y: TALL },
              ])}
            />
            <text x={x + dx / 2} y={TALL + 14} textAnchor={dx < 16 ? 'start' : 'middle'}>
              {hours < 1 ? `${Math.round(hours * 60)} min` : `${hours} h`}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{`slope is delay, ${pair[0].title} to ${pair[1].title}`}</figcaption>
    </figure>
  );
}

function sideBySide(delays: readonly number[], perHour: number) {
  const room = (hours: number) => Math.max(hours * perHour, NARROWEST) + AIR;
  return delays.map((hours, n) => ({
    hours,
    x: 2 + delays.slice(0, n).reduce((sum, before) => sum + room(before), 0),
    dx: hours * perHour,
  }));
}

function farthestNeighbours(lanes: readonly Lane[]): readonly [Lane, Lane] | null {
  const main = lanes.filter(({ kind }) => kind === 'main');
  const pairs = main.slice(1).map((lane, n) => [main[n]!, lane] as const);
  return pairs.reduce<readonly [Lane, Lane] | null>(
    (best, pair) => (best === null || pair[1].y - pair[0].y > best[1].y - best[0].y ? pair : best),
    null,
  );
}

/** Round delays whose leans are nearest to those that can be told apart. */
function pickDelays(leanOfHour: number): readonly number[] {
  const near = LEANS.map((lean) =>
    CANDIDATES.reduce((best, hours) =>
      Math.abs(Math.log((hours * leanOfHour) / lean)) <
      Math.abs(Math.log((best * leanOfHour) / lean))
        ? hours
        : best,
    ),
  );
  return [...new Set(near)].slice(0, 3);
}
