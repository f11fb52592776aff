/** A piece of a page whose every text has been escaped. */
export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A piece of HTML or SVG as a template: what is put into it is escaped, for text and for attributes
 * in double quotes alike, unless it is itself such a piece, or a list of them.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const filled = texts.map((text, i) => text + (i < parts.length ? escaped(parts[i]!) : ''));
  return { markup: filled.join('') };
}

function escaped(part: Part): string {
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(escaped).join('');
}

/** Nothing. */
export const NOTHING: Markup = { markup: '' };
