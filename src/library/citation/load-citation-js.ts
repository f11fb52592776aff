import type { CitationJs } from './citation-js-shape.js';

/**
 * citation-js with its formats, 0.4 MB of code, loaded when first needed: the command and the
 * server start without it. It could fetch what it takes for an address; nothing here hands it text
 * without saying of which type it is.
 */
export async function loadCitationJs(): Promise<CitationJs> {
  const { citationJs } = await import('./citation-js.js');
  await import('@citation-js/plugin-bibtex');
  await import('@citation-js/plugin-ris');
  // Its own way to ASCII drops every script but Latin; bibtex.ts escapes what TeX would act on.
  citationJs.config.get('@bibtex').format.asciiOnly = false;
  return citationJs;
}
