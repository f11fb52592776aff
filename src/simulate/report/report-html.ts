import { parseInstant } from '../../core/time/instant.js';
import type { Summary } from '../summary.js';
import { countText, instantText } from '../summary/plain-words.js';
import { convergenceSection } from './convergence-section.js';
import { durationSection } from './duration-section.js';
import { html, NOTHING, type Markup } from './markup.js';
import { numberSection } from './number-section.js';
import { outcomeSection } from './outcome-section.js';
import { pairSection } from './pair-section.js';
import { sensitivitySection } from './sensitivity-section.js';
import { styleSheet } from './style.js';

/** Opens every folded table before the page is printed, where the style sheet cannot. */
const PRINTING =
  "addEventListener('beforeprint',()=>{for(const d of document.querySelectorAll('details'))d.open=true})";

const SECTIONS: readonly (readonly [
  id: string,
  title: string,
  of: (summary: Summary) => Markup,
])[] = [
  ['outcomes', 'Endings', outcomeSection],
  ['assumptions', 'Assumptions', assumptionSection],
  ['pairs', 'Pairs', pairSection],
  ['durations', 'Durations', durationSection],
  ['sensitivity', 'Unknowns', sensitivitySection],
  ['convergence', 'Convergence', convergenceSection],
  ['numbers', 'Other outcomes', numberSection],
];

/**
 * What a batch came to as one page that stands alone: no network, every text escaped, every plot
 * with its table. Frequencies stand beside what they rest on (R27). The same summary gives the same
 * bytes; positions on plots are rounded to hundredths.
 */
export function reportHtml(summary: Summary): string {
  const { scenario, runs, start, seed } = summary;
  const made = SECTIONS.map(([id, title, of]) => ({ id, title, markup: of(summary) }));
  const sections = made.filter(({ markup }) => markup !== NOTHING);
  const histories = runs === 1 ? 'history' : 'histories';
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${scenario.title}: ${countText(runs)} simulated ${histories}</title>
        <style>
          ${{ markup: styleSheet() }}
        </style>
        <script>
          ${{ markup: PRINTING }};
        </script>
      </head>
      <body>
        <header>
          <p class="kicker">Backchannel · a batch of simulated histories</p>
          <h1>${scenario.title}</h1>
          <p>
            ${countText(runs)} ${histories}${summary.variants.length > 1 ? ' of each variant' : ''},
            from ${instantText(parseInstant(start)!)}, seed ${seed}.
          </p>
          <nav aria-label="Sections">
            <ul>
              ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main>${sections.map(({ markup }) => markup)}</main>
        <footer>
          <p class="note">
            Beside this page: runs and pairs as tables, codebook.csv for their columns, summary.json
            for every figure here, and manifest.json for what it takes to compute them again (<code
              >backchannel verify</code
            >
            does so and compares).
          </p>
        </footer>
      </body>
    </html> `;
  // A figure stays with its sign.
  return page.markup.replaceAll(' %', '\u00a0%');
}

function assumptionSection({ assumptions }: Summary): Markup {
  return html`<section id="assumptions">
    <h2>What these figures rest on</h2>
    <ul class="assumptions">
      ${assumptions.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>
  </section>`;
}
