import type { Share, Summary, VariantSummary } from '../summary.js';
import { countText, percentText } from '../summary/plain-words.js';
import { percentTick, roundShare, shareRange } from '../summary/figures.js';
import { intervalBar, type Scale } from './interval-bar.js';
import { html, NOTHING, type Markup } from './markup.js';
import { seriesOf } from './series.js';
import { figure, tableMarkup, text, type Cell } from './table.js';

/** How histories ended: bars, intervals and counts, one row for each ending and variant. */
export function outcomeSection(summary: Summary): Markup {
  const { variants, runs } = summary;
  const every = variants.length > 1 ? ' of each variant' : '';
  const histories = `${countText(runs)} histories${every}`;
  return html`<section id="outcomes">
    <h2>How ${histories} ended under these assumptions</h2>
    ${isChanged(variants) ? changesList(variants) : NOTHING}
    ${variants.length === 1 ? sentences(variants[0]!, runs) : NOTHING} ${outcomeTable(summary)}
    <p class="note">
      Frequencies in the scenario, not chances in the world. Lines with ends: 95 % score intervals
      (Wilson 1927).
    </p>
  </section>`;
}

/** Whether there is more to a batch than the scenario as it stands. */
function isChanged(variants: readonly VariantSummary[]): boolean {
  return variants.length > 1 || variants.some(({ changes }) => changes.length > 0);
}

function sentences({ endings }: VariantSummary, runs: number): Markup {
  const told = endings.filter(({ count }) => count > 0);
  const sentence = ({ title, share }: Share) =>
    html`<li>
      <strong>${title}</strong> in ${percentText(share.value)} of ${countText(runs)} histories under
      these assumptions, 95 % interval ${shareRange(share)}.
    </li>`;
  return html`<ul class="findings">
    ${told.map(sentence)}
  </ul>`;
}

function changesList(variants: readonly VariantSummary[]): Markup {
  const words = ({ changes }: VariantSummary) =>
    changes.length === 0 ? 'no change' : changes.join('; ');
  return html`<dl class="variants">
    ${variants.map(
      (variant) =>
        html`<div>
          <dt>${variant.name}</dt>
          <dd>${words(variant)}</dd>
        </div>`,
    )}
  </dl>`;
}

function outcomeTable({ variants, runs }: Summary): Markup {
  const most = variants.flatMap(({ endings }) => endings.map(({ share }) => share.high));
  const scale = { low: 0, high: roundShare(Math.max(...most)) };
  const rows = variants[0]!.endings.flatMap((_, ending) =>
    variants.map((variant) => outcomeRow(variant, ending, scale, variants)),
  );
  return tableMarkup({
    caption: `Endings of ${countText(runs)} histories${variants.length > 1 ? ' of each variant' : ''}`,
    head: [
      text('Ending'),
      ...(variants.length > 1 ? [text('Variant')] : []),
      text(axisMarkup(scale)),
      figure('Share'),
      figure('95 % interval'),
      figure('Histories'),
    ],
    rows,
  });
}

function outcomeRow(
  variant: VariantSummary,
  ending: number,
  scale: Scale,
  variants: readonly VariantSummary[],
): Cell[] {
  const { title, share, count } = variant.endings[ending]!;
  return [
    text(title),
    ...(variants.length > 1 ? [text(variant.name)] : []),
    text(intervalBar(share, scale, seriesOf(variant, variants))),
    figure(percentText(share.value)),
    figure(shareRange(share)),
    figure(countText(count)),
  ];
}

/** The two ends of the scale, over a column of bars. */
export function axisMarkup({ low, high }: Scale, words = percentTick): Markup {
  return html`<span class="scale"><span>${words(low)}</span><span>${words(high)}</span></span>`;
}
