import type { plugins as Plugins } from '@citation-js/core';

/**
 * citation-js with its formats, loaded when first needed: the command and the server start without
 * it. It could fetch what it takes for an address; nothing here hands it text without saying of
 * which type it is.
 */
export async function loadCitationJs(): Promise<typeof Plugins> {
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  await import('@citation-js/plugin-ris');
  // Its own way to ASCII drops every script but Latin; bibtex.ts escapes what TeX would act on.
  plugins.config.get('@bibtex').format.asciiOnly = false;
  return plugins;
}
