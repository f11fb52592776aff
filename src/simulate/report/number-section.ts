import type { CategorySummary, NumberSummary, Summary, VariantSummary } from '../summary.js';
import { countText, percentText } from '../summary/plain-words.js';
import { numberText, shareRange } from '../summary/figures.js';
import { html, NOTHING, type Markup } from './markup.js';
import { figure, folded, leftOut, tableMarkup, text, type Cell } from './table.js';

/** The other outcomes that vary: means with intervals, spread and quantiles; and shares. */
export function numberSection({ variants }: Summary): Markup {
  return html`<section id="numbers">
    <h2>Other outcomes</h2>
    ${variants.map(variantMarkup)}
    <p class="note">
      Means with Student's intervals over the histories that have a value; quantiles after
      definition 7 of Hyndman and Fan (1996). The columns are those of runs.csv.
    </p>
  </section>`;
}

function variantMarkup({ name, numbers, categories }: VariantSummary): Markup {
  const varied = numbers.filter(({ sd }) => sd > 0);
  const mixed = categories.filter(isMixed);
  const constant = numbers.length - varied.length + categories.length - mixed.length;
  return html`${
    varied.length === 0 ? NOTHING : folded(`${name}: numbers`, numberTable(name, varied))
  }${mixed.length === 0 ? NOTHING : folded(`${name}: shares`, shareTable(name, mixed))}${leftOut(
    constant,
    `of ${name} that had one value in every history that had any`,
    'runs.csv',
  )}`;
}

/** Whether histories differ in it: a label, or a flag, that neither all have nor none. */
function isMixed({ shares }: CategorySummary): boolean {
  return shares.some(({ share: { value } }) => value > 0 && value < 1);
}

function shareTable(name: string, categories: readonly CategorySummary[]): Markup {
  return tableMarkup({
    caption: `Shares of other outcomes (${name})`,
    head: [
      text('Outcome'),
      text('Value'),
      figure('Share'),
      figure('95 % interval'),
      figure('Histories'),
    ],
    rows: categories.flatMap(shareRows),
  });
}

function numberTable(name: string, numbers: readonly NumberSummary[]): Markup {
  const quantiles = numbers[0]?.quantiles ?? [];
  return tableMarkup({
    caption: `Numbers (${name})`,
    head: [
      text('Outcome'),
      figure('Histories'),
      figure('Mean'),
      figure('95 % interval'),
      figure('Deviation'),
      ...quantiles.map(({ share }) => figure(`${100 * share} %`)),
    ],
    rows: numbers.map(numberRow),
  });
}

function numberRow({ title, unit, count, mean, sd, quantiles }: NumberSummary): Cell[] {
  return [
    text(unit === '' ? title : `${title} (${unit})`),
    figure(countText(count)),
    figure(numberText(mean.value)),
    figure(`${numberText(mean.low)} to ${numberText(mean.high)}`),
    figure(numberText(sd)),
    ...quantiles.map(({ at }) => figure(numberText(at))),
  ];
}

function shareRows({ column, title, shares }: CategorySummary): Cell[][] {
  return shares.map(({ name, share, count }) => [
    text(title),
    text(name === column ? 'yes' : name),
    figure(percentText(share.value)),
    figure(shareRange(share)),
    figure(countText(count)),
  ]);
}
