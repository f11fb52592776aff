import { oneLine, type CslItem } from './csl.js';
import { citationKeys, flatItem, rewritten } from './flat-item.js';
import { loadCitationJs } from './load-citation-js.js';

/** What TeX would act on, and the command that prints it; braces stay in pairs for BibTeX. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
};

/** Where TeX would join two characters into one: `--` is a dash, `''` a quotation mark. */
const JOINED = /(?<=[-'`,?!])(?=[-'`,])/g;

/** Items as a BibTeX file in UTF-8, one entry each, in their order. */
export async function bibtexOf(items: readonly CslItem[]): Promise<string> {
  const plugins = await loadCitationJs();
  const keys = citationKeys(items);
  const entries = items.map((item, i) => ({
    ...texItem(item),
    'citation-key': keys[i],
  }));
  // A chapter of a book by others is `incollection`; the `inbook` of BibTeX has no `booktitle`.
  const text = plugins.output
    .format('bibtex', entries)
    .replaceAll(/^@inbook\{/gm, '@incollection{');
  return `${text.replaceAll(/\n{2,}/g, '\n\n').trim()}\n`;
}

function texItem(item: CslItem): CslItem {
  const { URL: address, ...rest } = rewritten(flatItem(item), texText);
  return { ...withWholeNames(rest), ...(address && { URL: texAddress(address) }) };
}

function texText(text: string): string {
  return oneLine(text)
    .replaceAll(JOINED, '\0')
    .replaceAll(/[\\{}~^<>$&#_%]/g, (character) => COMMANDS[character] ?? '')
    .replaceAll('\0', '{}');
}

/** An address is printed as it is, so that nothing in it may open or close a group. */
function texAddress(address: string): string {
  return address.replaceAll(
    /[\\{}\s]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Commas and `and` divide names: a part that has one of them in it is a group of its own. */
function withWholeNames(item: CslItem): CslItem {
  const whole = (part: string): string => (/,|\band\b/i.test(part) ? `{${part}}` : part);
  const lists = (['author', 'editor'] as const).flatMap((field) => {
    const names = item[field]?.map((name) =>
      'literal' in name ? name : { ...name, family: whole(name.family), given: whole(name.given) },
    );
    return names === undefined ? [] : [[field, names] as const];
  });
  return { ...item, ...Object.fromEntries(lists) };
}
