import { scaleLinear, scaleLog } from 'd3-scale';
import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import type { Interval } from '../summary.js';
import { percentTick } from '../summary/figures.js';
import { html, type Markup } from './markup.js';

/** One curve with the band of its interval. */
export interface Curve {
  readonly name: string;
  /** Which of the hues and dashes. */
  readonly series: number;
  readonly points: readonly ({ readonly x: number } & Interval)[];
}

/** A plot of curves; shares run up its side. */
export interface CurveChart {
  /** What it shows, in a sentence, for those who do not see it. */
  readonly label: string;
  readonly xTitle: string;
  readonly xTicks: readonly { readonly at: number; readonly text: string }[];
  readonly x: { readonly type: 'linear' | 'log'; readonly low: number; readonly high: number };
  readonly y: { readonly low: number; readonly high: number };
  /** Whether values hold until the next point, or lie between. */
  readonly steps: boolean;
  readonly curves: readonly Curve[];
}

const WIDTH = 360;
const HEIGHT = 220;
const LEFT = 44;
const RIGHT = WIDTH - 14;
const TOP = 10;
const BOTTOM = HEIGHT - 38;

type Position = (value: number) => number;
type Point = Curve['points'][number];

/** Coordinates to a hundredth, which hides what the last bit of a logarithm is on this machine. */
const DIGITS = 2;

export function curveChart(chart: CurveChart): Markup {
  const x = xPosition(chart.x);
  const yScale = scaleLinear([chart.y.low, chart.y.high], [BOTTOM, TOP]);
  const y: Position = (value) => rounded(yScale(value));
  const ticks = yScale.ticks(5).map((tick) => ({ at: y(tick), text: percentTick(tick) }));
  return html`<svg
    class="curves"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="${chart.label}"
  >
    ${ticks.map(
      ({ at, text }) =>
        html`<path class="grid" d="M${LEFT} ${at}H${RIGHT}" /><text
            class="tick side"
            x="${LEFT - 6}"
            y="${at + 4}"
            >${text}</text
          >`,
    )}
    ${chart.xTicks.map(
      ({ at, text }) =>
        html`<path class="axis" d="M${x(at)} ${BOTTOM}v4" /><text
            class="tick"
            x="${x(at)}"
            y="${BOTTOM + 16}"
            >${text}</text
          >`,
    )}
    <path class="axis" d="M${LEFT} ${BOTTOM}H${RIGHT}" />
    <text class="axis-title" x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 6}">${chart.xTitle}</text>
    ${chart.curves.map((curve) => bandMarkup(curve, x, y, chart.steps))}
    ${chart.curves.map((curve) => lineMarkup(curve, x, y, chart.steps))}
  </svg>`;
}

function xPosition({ type, low, high }: CurveChart['x']): Position {
  const range = [LEFT, RIGHT];
  const scale = type === 'log' ? scaleLog([low, high], range) : scaleLinear([low, high], range);
  return (value) => rounded(scale(value));
}

function bandMarkup({ points, series }: Curve, x: Position, y: Position, steps: boolean): Markup {
  const path = area<Point>(
    (point) => x(point.x),
    (point) => y(point.low),
    (point) => y(point.high),
  )
    .curve(steps ? curveStepAfter : curveLinear)
    .digits(DIGITS);
  return html`<path class="band series-${series}" d="${path([...points]) ?? ''}" />`;
}

function lineMarkup({ points, series }: Curve, x: Position, y: Position, steps: boolean): Markup {
  const path = line<Point>(
    (point) => x(point.x),
    (point) => y(point.value),
  )
    .curve(steps ? curveStepAfter : curveLinear)
    .digits(DIGITS);
  return html`<path class="curve series-${series}" d="${path([...points]) ?? ''}" />`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
