import { scaleLinear } from 'd3-scale';
import type { Summary, Survival, VariantSummary } from '../summary.js';
import {
  countText,
  hoursText,
  instantText,
  percentText,
  plainNumber,
} from '../summary/plain-words.js';
import { parseInstant } from '../../core/time/instant.js';
import { curveChart, type CurveChart } from './curve-chart.js';
import { percentTick, roundShare } from '../summary/figures.js';
import { html, type Markup } from './markup.js';
import { drawnSeries, legend, type Series } from './series.js';
import { figure, folded, shareFigure, tableMarkup, text, type Cell } from './table.js';

/** What fewer than this share of histories come to is drawn on an axis of its own. */
const RARE = 0.2;

/** Above this many hours an axis counts days. */
const MANY_HOURS = 96;

/** The axis of time that all curves share. */
interface TimeAxis {
  readonly unit: 'days' | 'hours';
  readonly hoursPerUnit: number;
  readonly hours: number;
  /** In hours. */
  readonly ticks: readonly number[];
}

/** How long things take: a curve for each, and when they come. */
export function durationSection(summary: Summary): Markup {
  const { variants, start } = summary;
  const drawn = drawnSeries(variants);
  const axis = timeAxis(variants[0]!);
  const came = variants[0]!.durations.filter(({ name }) =>
    drawn.some(({ variant }) => (find(variant, name)?.reached ?? 0) > 0),
  );
  return html`<section id="durations">
    <h2>How long it takes</h2>
    <p>
      Share of histories still without it, by time after ${instantText(parseInstant(start)!)}. A
      history that ends without it stays without it: ends compete, and none is taken for censored
      (Aalen and Johansen 1978); only the horizon cuts histories. Bands: 95 % intervals. Shares run
      from 0 to 100 %; where few histories come to it the axis begins higher, and the plot's title
      says so. What no history comes to has no plot.
    </p>
    ${legend(drawn, variants.length)}
    <div class="charts">${came.map(({ name }) => durationFigure(drawn, name, axis))}</div>
    ${timeTable(variants)}
    <p class="note">
      “Of all” counts every history, “of those” the ones that come to it. A dash: fewer than that
      have come to it by the horizon.
    </p>
  </section>`;
}

function timeAxis({ durations }: VariantSummary): TimeAxis {
  const hours = durations[0]!.steps.at(-1)!.at;
  const inDays = hours > MANY_HOURS;
  const hoursPerUnit = inDays ? 24 : 1;
  const ticks = scaleLinear([0, hours / hoursPerUnit], [0, 1]).ticks(6);
  return {
    unit: inDays ? 'days' : 'hours',
    hoursPerUnit,
    hours,
    ticks: ticks.map((tick) => tick * hoursPerUnit),
  };
}

function find({ durations }: VariantSummary, name: string): Survival | undefined {
  return durations.find((duration) => duration.name === name);
}

function durationFigure(drawn: readonly Series[], name: string, axis: TimeAxis): Markup {
  const title = find(drawn[0]!.variant, name)!.title;
  const lowest = lowestShown(drawn, name);
  return html`<figure>
    <figcaption>
      Still without: ${title}${lowest > 0 ? ` (axis from ${percentTick(lowest)} up)` : ''}
    </figcaption>
    ${curveChart(chartOf(drawn, name, title, axis))}
    ${folded('Figures of this plot', curveTable(drawn, name, title, axis))}
  </figure>`;
}

function chartOf(
  drawn: readonly Series[],
  name: string,
  title: string,
  { unit, hoursPerUnit, hours, ticks }: TimeAxis,
): CurveChart {
  return {
    label: `Share of histories still without “${title}”, by time after the start. ${ends(drawn, name)}`,
    xTitle: `${unit} after the start`,
    xTicks: ticks.map((at) => ({ at, text: plainNumber(at / hoursPerUnit) })),
    x: { type: 'linear', low: 0, high: hours },
    y: { low: lowestShown(drawn, name), high: 1 },
    steps: true,
    curves: drawn.map(({ variant, series }) => ({
      name: variant.name,
      series,
      points: (find(variant, name)?.steps ?? []).map(({ at, ...share }) => ({ x: at, ...share })),
    })),
  };
}

/** Where the axis of shares begins: at nothing, or nearer where few histories come to it at all. */
function lowestShown(drawn: readonly Series[], name: string): number {
  const lows = drawn.map(({ variant }) => find(variant, name)?.steps.at(-1)?.low ?? 1);
  const fall = 1 - Math.min(...lows);
  return fall < RARE ? 1 - roundShare(fall) : 0;
}

/** What a curve comes to, in a sentence. */
function ends(drawn: readonly Series[], name: string): string {
  return drawn
    .map(({ variant }) => {
      const last = find(variant, name)?.steps.at(-1);
      return `${variant.name}: ${percentText(last?.value ?? 1)} are without it at the horizon.`;
    })
    .join(' ');
}

function curveTable(
  drawn: readonly Series[],
  name: string,
  title: string,
  { unit, hoursPerUnit, ticks }: TimeAxis,
): Markup {
  return tableMarkup({
    caption: `Histories still without: ${title}`,
    head: [text(`After (${unit})`), ...drawn.map(({ variant }) => figure(variant.name))],
    rows: ticks.map((at) => [
      text(plainNumber(at / hoursPerUnit)),
      ...drawn.map(({ variant }) => shareAt(find(variant, name)?.steps ?? [], at)),
    ]),
  });
}

function shareAt(steps: Survival['steps'], at: number): Cell {
  const step = steps.findLast((step) => step.at <= at);
  return step === undefined ? figure('—') : shareFigure(step);
}

const AMONG = [0.05, 0.5, 0.95];

function timeTable(variants: readonly VariantSummary[]): Markup {
  const [first] = variants;
  return tableMarkup({
    caption: 'When it comes: time after the start by which so many have come to it',
    head: [
      text('What'),
      ...(variants.length > 1 ? [text('Variant')] : []),
      figure('Histories'),
      ...first!.durations[0]!.quantiles.map(({ share }) => figure(`${100 * share} % of all`)),
      ...AMONG.map((share) => figure(`${100 * share} % of those`)),
    ],
    rows: first!.durations.flatMap(({ name }) =>
      variants.flatMap((variant) => timeRows(variant, name, variants.length > 1)),
    ),
  });
}

function timeRows(variant: VariantSummary, name: string, named: boolean): Cell[][] {
  const duration = find(variant, name);
  if (duration === undefined) return [];
  const { title, reached, quantiles, among } = duration;
  const timeText = (at: number | null | undefined) =>
    at === null || at === undefined ? '—' : hoursText(at);
  return [
    [
      text(title),
      ...(named ? [text(variant.name)] : []),
      figure(countText(reached)),
      ...quantiles.map(({ at }) => figure(timeText(at))),
      ...AMONG.map((share) =>
        figure(timeText(among.find((quantile) => quantile.share === share)?.at)),
      ),
    ],
  ];
}
