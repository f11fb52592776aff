import type { VariantSummary } from '../summary.js';
import { html, NOTHING, type Markup } from './markup.js';

/** More curves on one plot than this cannot be told apart. */
const MOST_DRAWN = 4;

/** A variant and the hue and dash that it has on every plot. */
export interface Series {
  readonly variant: VariantSummary;
  readonly series: number;
}

/** The variants that are drawn as curves: all, or of many the first, the last and two between. */
export function drawnSeries(variants: readonly VariantSummary[]): Series[] {
  const last = variants.length - 1;
  const count = Math.min(MOST_DRAWN, variants.length);
  return Array.from({ length: count }, (_, i) => {
    const at = count === 1 ? 0 : Math.round((i * last) / (count - 1));
    return { variant: variants[at]!, series: i };
  });
}

/** The hue of a variant, or -1: it is drawn nowhere but in tables. */
export function seriesOf(variant: VariantSummary, variants: readonly VariantSummary[]): number {
  return drawnSeries(variants).findIndex((drawn) => drawn.variant === variant);
}

/** What each line on the plots stands for; nothing where there is one alone. */
export function legend(drawn: readonly Series[], all: number): Markup {
  if (drawn.length < 2) return NOTHING;
  const rest = all - drawn.length;
  const others = rest === 1 ? '1 more variant stands' : `${rest} more variants stand`;
  return html`<ul class="legend">
    ${drawn.map(
      ({ variant, series }) =>
        html`<li>
          <svg viewBox="0 0 36 10" aria-hidden="true">
            <path class="curve series-${series}" d="M0 5H36" />
          </svg>
          ${variant.name}
        </li>`,
    )}${rest > 0 ? html`<li>${others} in the tables</li>` : NOTHING}
  </ul>`;
}
