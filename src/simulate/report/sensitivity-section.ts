import type { Sensitivity, Share, Summary, VariantSummary } from '../summary.js';
import { countText, saysMore } from '../summary/plain-words.js';
import { roundShare } from '../summary/figures.js';
import { rangeBar, type Scale } from './interval-bar.js';
import { html, NOTHING, type Markup } from './markup.js';
import { axisMarkup } from './outcome-section.js';
import { drawnSeries } from './series.js';
import { figure, shareFigure, tableMarkup, text, type Cell } from './table.js';

/** How each ending's share moves with what nobody knows (a tornado, one for each ending). */
export function sensitivitySection({ variants }: Summary): Markup {
  const drawn = drawnSeries(variants).filter(({ variant }) => variant.sensitivity.length > 0);
  if (drawn.length === 0) return NOTHING;
  return html`<section id="sensitivity">
    <h2>How much it rests on what nobody knows</h2>
    <p>
      Each row compares histories that drew an unknown low with histories that drew it high; the
      wider the bar, the more the share rests on it. The short end is that of those that drew low,
      the tall end that of those that drew high. The dotted line is the share of all histories, and
      thin lines are 95 % intervals.
    </p>
    ${drawn.map(({ variant }) => variantMarkup(variant, variants.length > 1))}
  </section>`;
}

function variantMarkup(variant: VariantSummary, named: boolean): Markup {
  const came = variant.endings.filter(({ count }) => count > 0);
  return html`${named ? html`<h3>${variant.name}</h3>` : NOTHING}${came.map((ending) =>
    endingTable(variant, ending),
  )}`;
}

function endingTable({ name, sensitivity }: VariantSummary, ending: Share): Markup {
  const rows = sensitivity.filter((row) => row.ending === ending.name);
  const highest = rows.flatMap(({ low, high }) => [low.share.high, high.share.high]);
  const scale = { low: 0, high: roundShare(Math.max(ending.share.high, ...highest)) };
  return tableMarkup({
    caption: `${ending.title}: share by what was drawn (${name})`,
    head: [
      text('Unknown'),
      text(axisMarkup(scale)),
      text('Drawn low'),
      figure('Share'),
      text('Drawn high'),
      figure('Share'),
    ],
    rows: rows.map((row) => sensitivityRow(row, scale, ending.share.value)),
  });
}

function sensitivityRow(
  { name, title, low, high }: Sensitivity,
  scale: Scale,
  all: number,
): Cell[] {
  const drawn = ({ label, runs }: Sensitivity['low']) => `${label} (${countText(runs)} histories)`;
  return [
    text(saysMore(title, name) ? html`${title} <small>${name}</small>` : name),
    text(rangeBar(low.share, high.share, scale, all)),
    text(drawn(low)),
    shareFigure(low.share),
    text(drawn(high)),
    shareFigure(high.share),
  ];
}
