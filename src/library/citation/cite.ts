import type { CitationFormat } from '../room/views.js';
import { bibtexOf } from './bibtex.js';
import { noteOf } from './chicago.js';
import type { CslItem } from './csl.js';
import { risOf } from './ris.js';
import { itemOf } from './item.js';
import type { CitationSubject } from './subject.js';

/** A citation as a file: its text, what it is, and a name for it. */
export interface Citation {
  readonly text: string;
  readonly mediaType: string;
  readonly fileName: string;
}

const FILES: Readonly<
  Record<CitationFormat, { readonly mediaType: string; readonly ends: string }>
> = {
  text: { mediaType: 'text/plain; charset=utf-8', ends: 'txt' },
  'csl-json': { mediaType: 'application/json; charset=utf-8', ends: 'json' },
  bibtex: { mediaType: 'application/x-bibtex; charset=utf-8', ends: 'bib' },
  ris: { mediaType: 'application/x-research-info-systems; charset=utf-8', ends: 'ris' },
};

/** A document cited in a format, under the name of its place in the room: `F06-d65.bib`. */
export async function cite(subject: CitationSubject, format: CitationFormat): Promise<Citation> {
  const { mediaType, ends } = FILES[format];
  const name = subject.id.replaceAll(/[^A-Za-z0-9._-]+/g, '-');
  return {
    text: await citedText([itemOf(subject)], format),
    mediaType,
    fileName: `${name}.${ends}`,
  };
}

/** Items in a format, in their order; the same items give the same bytes. */
export async function citedText(
  items: readonly CslItem[],
  format: CitationFormat,
): Promise<string> {
  switch (format) {
    case 'text':
      return items.map((item) => `${noteOf(item)}\n`).join('');
    case 'csl-json':
      return `${JSON.stringify(items, null, 2)}\n`;
    case 'bibtex':
      return bibtexOf(items);
    case 'ris':
      return risOf(items);
  }
}
