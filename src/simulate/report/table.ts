import type { Interval } from '../summary.js';
import { percentText } from '../summary/plain-words.js';
import { shareRange } from '../summary/figures.js';
import { html, NOTHING, type Markup, type Part } from './markup.js';

/** A cell: text to the left, or a figure to the right. */
export type Cell = { readonly type: 'text' | 'figure'; readonly content: Part };

export function text(content: Part): Cell {
  return { type: 'text', content };
}

export function figure(content: Part): Cell {
  return { type: 'figure', content };
}

/** A share, and its interval below it. */
export function shareFigure(share: Interval): Cell {
  return figure(html`${percentText(share.value)}<br /><small>${shareRange(share)}</small>`);
}

export interface Table {
  /** What the table shows: also the name by which it is scrolled to where it is too wide. */
  readonly caption: string;
  readonly head: readonly Cell[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A table that scrolls sideways by itself where the page is too narrow for it. */
export function tableMarkup({ caption, head, rows }: Table): Markup {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
    <table>
      <caption>
        <span>${caption}</span>
      </caption>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col" class="${cell.type}">${cell.content}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(rowMarkup)}
      </tbody>
    </table>
  </div>`;
}

function rowMarkup([name, ...cells]: readonly Cell[]): Markup {
  return html`<tr>
    <th scope="row" class="${name!.type}">${name!.content}</th>
    ${cells.map(({ type, content }) => html`<td class="${type}">${content}</td>`)}
  </tr> `;
}

/** How many outcomes a table does without, and where they stand; nothing where it has them all. */
export function leftOut(count: number, why: string, file: string): Markup {
  if (count === 0) return NOTHING;
  const outcomes = count === 1 ? '1 outcome' : `${count} outcomes`;
  return html`<p class="note">Not listed: ${outcomes} ${why} (see ${file}).</p>`;
}

/** A table that opens below its plot; in print it stands open. */
export function folded(summary: string, table: Markup): Markup {
  return html`<details>
    <summary>${summary}</summary>
    ${table}
  </details>`;
}
