import { loadCitationJs } from '../load-citation-js.js';

/** What citation-js reads in a BibTeX or RIS file. */
export async function readBack(
  type: 'bibtex' | 'ris',
  text: string,
): Promise<Record<string, unknown>[]> {
  const plugins = await loadCitationJs();
  const forceType = type === 'bibtex' ? '@bibtex/text' : '@ris/file';
  return plugins.input.chain(text, { forceType, generateGraph: false });
}

/** Names as they are read, with no regard to how they were divided. */
export function namesRead(names: unknown): string[] {
  return (names as Record<string, string>[]).map((name) =>
    [name['given'], name['non-dropping-particle'], name['family'], name['suffix'], name['literal']]
      .filter(Boolean)
      .join(' '),
  );
}
