import type { Convergence, Summary, VariantSummary } from '../summary.js';
import { countText, percentText } from '../summary/plain-words.js';
import { curveChart } from './curve-chart.js';
import { roundShare } from '../summary/figures.js';
import { html, NOTHING, type Markup } from './markup.js';
import { drawnSeries, legend, type Series } from './series.js';
import { figure, folded, shareFigure, tableMarkup, text } from './table.js';

/** The first runs say little and would squeeze the rest: points below this part are left out. */
const LEAST_PART = 100;

/** How each ending's share settles as runs are added; nothing where there are too few. */
export function convergenceSection({ variants, runs }: Summary): Markup {
  const drawn = drawnSeries(variants);
  const came = variants[0]!.endings.filter(({ name }) =>
    variants.some((v) => countOf(v, name) > 0),
  );
  const enough = pointsOf(drawn[0]!, came[0]?.name ?? '').length > 1;
  if (!enough) return NOTHING;
  return html`<section id="convergence">
    <h2>Whether ${countText(runs)} histories are enough</h2>
    <p>The share of each ending over the first so many histories; bands are 95 % intervals.</p>
    ${legend(drawn, variants.length)}
    <div class="charts">${came.map(({ name, title }) => settlingFigure(drawn, name, title))}</div>
  </section>`;
}

function countOf({ endings }: VariantSummary, name: string): number {
  return endings.find((ending) => ending.name === name)?.count ?? 0;
}

function pointsOf({ variant }: Series, name: string): Convergence['points'] {
  const points = variant.convergence.find(({ ending }) => ending === name)?.points ?? [];
  const total = points.at(-1)?.runs ?? 0;
  return points.filter(({ runs }) => runs * LEAST_PART >= total);
}

function settlingFigure(drawn: readonly Series[], name: string, title: string): Markup {
  const points = drawn.map((series) => pointsOf(series, name));
  const all = points.flat();
  const runs = points[0]!.map(({ runs }) => runs);
  const [low, high] = [runs[0]!, runs.at(-1)!];
  const last = points[0]!.at(-1)!;
  const chart = curveChart({
    label: `Share of “${title}” as runs are added; after ${countText(high)}: ${percentText(last.value)}.`,
    xTitle: 'histories',
    xTicks: decades(low, high).map((at) => ({ at, text: countText(at) })),
    x: { type: 'log', low, high },
    y: { low: 0, high: roundShare(Math.max(...all.map(({ high }) => high))) },
    steps: false,
    curves: drawn.map(({ variant, series }, i) => ({
      name: variant.name,
      series,
      points: points[i]!.map(({ runs, ...share }) => ({ x: runs, ...share })),
    })),
  });
  return html`<figure>
    <figcaption>${title}</figcaption>
    ${chart} ${folded('Figures of this plot', settlingTable(drawn, points, title))}
  </figure>`;
}

/** Powers of ten within bounds, or the bounds where there are fewer than two. */
function decades(low: number, high: number): number[] {
  const found: number[] = [];
  for (let at = 10; at <= high; at *= 10) if (at >= low) found.push(at);
  return found.length > 1 ? found : [low, high];
}

function settlingTable(
  drawn: readonly Series[],
  points: readonly Convergence['points'][],
  title: string,
): Markup {
  return tableMarkup({
    caption: `Share of “${title}” over the first histories`,
    head: [text('Histories'), ...drawn.map(({ variant }) => figure(variant.name))],
    rows: points[0]!.map(({ runs }, row) => [
      text(countText(runs)),
      ...points.map((of) => {
        const point = of[row];
        return point === undefined ? figure('—') : shareFigure(point);
      }),
    ]),
  });
}
