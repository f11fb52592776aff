import type { DocumentKind, SourceCard, SourceType } from '../../scenario/source-criticism.js';
import {
  oneLine,
  webAddress,
  type CslDate,
  type CslDateField,
  type CslItem,
  type CslName,
  type CslNameField,
  type CslTextField,
  type CslType,
} from './csl.js';

/** The Office of the Historian keeps every volume of FRUS at an address of this form. */
const FRUS_ADDRESS = 'https://history.state.gov/historicaldocuments/';

/** The CSL type of each kind of document and of source. */
export const TYPES: Readonly<Record<DocumentKind | SourceType, CslType>> = {
  letter: 'personal_communication',
  telegram: 'personal_communication',
  message: 'personal_communication',
  'informal communication': 'personal_communication',
  memorandum: 'document',
  'memorandum of conversation': 'document',
  'oral statement': 'document',
  'press release': 'document',
  'record of a meeting': 'document',
  'editorial note': 'document',
  document: 'document',
  report: 'report',
  broadcast: 'broadcast',
  'newspaper article': 'article-newspaper',
  chapter: 'chapter',
  edition: 'book',
  book: 'book',
  article: 'article-journal',
  'web page': 'webpage',
  interview: 'interview',
};

/** Kinds whose CSL type says all; of any other the kind is kept as the item's genre. */
const PLAIN_KINDS = new Set([
  'newspaper article',
  'chapter',
  'book',
  'edition',
  'article',
  'web page',
]);

interface Fields {
  readonly text: { readonly [F in CslTextField]?: string | null };
  readonly names: { readonly [F in CslNameField]?: readonly CslName[] };
  readonly dates: { readonly [F in CslDateField]?: CslDate | undefined };
}

/** The item with those fields that say something; an address that is none is left out. */
export function itemWith(
  id: string,
  type: CslType,
  { text, names: people, dates }: Fields,
): CslItem {
  const given = { ...text, URL: webAddress(text.URL ?? '') };
  const texts = Object.entries(given).map(([field, value]) => [field, oneLine(value ?? '')]);
  return {
    id,
    type,
    ...Object.fromEntries(texts.filter(([, value]) => value !== '')),
    ...Object.fromEntries(Object.entries(people).filter(([, list]) => list.length > 0)),
    ...Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== undefined)),
  } as CslItem;
}

/** A volume of a series by its parts, where its title tells them; else its title alone. */
export function volumeFields(title: string): Partial<Record<CslTextField, string>> {
  const parts = /^(.+?), Volumes? ([IVXLCDM\d/–-]+), (.+)$/.exec(oneLine(title));
  const [, series, number, own] = parts ?? [];
  if (series === undefined || number === undefined || own === undefined) {
    return { 'container-title': title };
  }
  return { 'collection-title': series, volume: number, 'container-title': own };
}

/** Where a document can be read: on its own where its series has addresses for documents. */
export function addressOf(
  collection: string | null,
  key: string | null,
  source: SourceCard | null,
): string | null {
  const where = source?.where ?? null;
  if (key === null) return where;
  if (where?.startsWith(FRUS_ADDRESS) === true) return `${where.replace(/\/$/, '')}/${key}`;
  return collection?.startsWith('frus') === true ? `${FRUS_ADDRESS}${collection}/${key}` : where;
}

/** The kind of a document, where its CSL type does not say it. */
export function genreOf(kind: DocumentKind | SourceType): string | null {
  return PLAIN_KINDS.has(kind) ? null : kind;
}

/** A text with its first letter large. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
