import type { Interval } from '../summary.js';
import { html, NOTHING, type Markup } from './markup.js';

/** What the width of a column of bars stands for. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

const WIDTH = 1000;
const HEIGHT = 20;
const MIDDLE = HEIGHT / 2;

/**
 * A figure with its interval as a line in a cell of a table, beside the figures themselves. It is
 * stretched to the cell, so that only its lines keep their width.
 *
 * @param series which of the hues
 * @param from where the bar begins, on the scale
 * @param mark a value to compare with, or null
 */
export function intervalBar(
  interval: Interval,
  scale: Scale,
  series: number,
  from = 0,
  mark: number | null = null,
): Markup {
  const x = (value: number) => positionOf(value, scale);
  const [start, end] = [x(from), x(interval.value)];
  const [low, high] = [x(interval.low), x(interval.high)];
  return drawing(
    html`${mark === null ? NOTHING : upright('mark', x(mark))}${upright('zero', x(from))}
      <path class="bar series-${series}" d="M${start} ${MIDDLE}H${end}" />
      <path class="interval" d="M${low} ${MIDDLE}H${high}M${low} 5V15M${high} 5V15" />`,
  );
}

/** Two figures with their intervals, joined: what something moves from and to. */
export function rangeBar(low: Interval, high: Interval, scale: Scale, mark: number): Markup {
  const x = (value: number) => positionOf(value, scale);
  const whisker = ({ low, high }: Interval, y: number) =>
    html`<path class="interval" d="M${x(low)} ${y}H${x(high)}" />`;
  return drawing(
    html`${upright('mark', x(mark))}
      <path class="bar range" d="M${x(low.value)} ${MIDDLE}H${x(high.value)}" />
      <path class="end low" d="M${x(low.value)} 6V14" /><path
        class="end high"
        d="M${x(high.value)} 2V18"
      />
      ${whisker(low, 5)}${whisker(high, 16)}`,
  );
}

function drawing(inside: Markup): Markup {
  return html`<svg
    class="row"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${inside}
  </svg>`;
}

function upright(name: string, x: number): Markup {
  return html`<path class="${name}" d="M${x} 0V${HEIGHT}" />`;
}

function positionOf(value: number, { low, high }: Scale): number {
  const inside = Math.min(high, Math.max(low, value));
  return Math.round(((inside - low) / (high - low)) * WIDTH);
}
