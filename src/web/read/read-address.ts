import type { AddressFault } from '../shell/address.js';

/** What the shelf is narrowed to; each value as the address has it, '' and false for no limit. */
export interface ShelfFilters {
  /** Words looked for in texts and cards. */
  readonly q: string;
  readonly kind: string;
  /** Part of the name of somebody that a document is from or to. */
  readonly person: string;
  readonly place: string;
  /** The collection that documents stand in, such as `F06`. */
  readonly collection: string;
  /** Days such as `1962-10-26`, both included. */
  readonly from: string;
  readonly to: string;
  /** The day on which the shelf is to be as it was open then. */
  readonly open: string;
  readonly unread: boolean;
  readonly favourite: boolean;
  /** Only documents whose text is here. */
  readonly held: boolean;
  /** Only documents that the record or a claim speaks of. */
  readonly cited: boolean;
  /** Null: by date, or what fits best first where words are looked for. */
  readonly sort: ShelfSort | null;
  /** Whether documents stand under their collections. */
  readonly grouped: boolean;
}

export const SHELF_SORTS = ['date', 'kind', 'person'] as const;

export type ShelfSort = (typeof SHELF_SORTS)[number];

/** The screens of Read. */
export type ReadAddress =
  | { readonly type: 'shelf'; readonly scenario: string; readonly filters: ShelfFilters }
  | { readonly type: 'page'; readonly scenario: string; readonly document: string }
  | { readonly type: 'disagreements'; readonly scenario: string; readonly verdict: string };

export const NO_FILTERS: ShelfFilters = {
  q: '',
  kind: '',
  person: '',
  place: '',
  collection: '',
  from: '',
  to: '',
  open: '',
  unread: false,
  favourite: false,
  held: false,
  cited: false,
  sort: null,
  grouped: false,
};

const WORDS = ['q', 'kind', 'person', 'place', 'collection'] as const;
const DAYS = ['from', 'to', 'open'] as const;
const SWITCHES = ['unread', 'favourite', 'held', 'cited', 'grouped'] as const;

/** Filters that change with each key pressed: no steps for the browser's way back. */
const TYPED: Partial<ShelfFilters> = { q: '', person: '', from: '', to: '', open: '' };

/** Reads an address; null where the path is no screen of Read. */
export function readReadAddress(
  path: string,
  query: string,
): { readonly address: ReadAddress; readonly faults: readonly AddressFault[] } | null {
  const [verb, scenario, screen, ...rest] = segmentsOf(path) ?? [];
  if (verb !== 'read' || scenario === undefined) return null;
  const params = new URLSearchParams(query);
  if (screen === undefined) return shelfAt(scenario, params);
  if (screen === 'documents' && rest.length > 0) {
    return { address: { type: 'page', scenario, document: rest.join('/') }, faults: [] };
  }
  if (screen !== 'disagreements' || rest.length > 0) return null;
  const verdict = params.get('verdict') ?? '';
  return { address: { type: 'disagreements', scenario, verdict }, faults: [] };
}

/** `/read/SCENARIO?…`, filters in one fixed order and only those that are set. */
export function shelfAddress(scenario: string, filters: Partial<ShelfFilters> = {}): string {
  const { sort = null } = filters;
  const parts = [
    ...[...WORDS, ...DAYS].map((name) => [name, filters[name] ?? ''] as const),
    ...SWITCHES.map((name) => [name, filters[name] === true ? '1' : ''] as const),
    ['sort', sort ?? ''] as const,
  ].filter(([, value]) => value !== '');
  return withQuery(`/read/${encodeURIComponent(scenario)}`, parts);
}

/** `/read/SCENARIO/documents/F06/d65#p12`; without a block it is the document as a whole. */
export function documentAddress(scenario: string, document: string, block?: string | null): string {
  const path = document.split('/').map(encodeURIComponent).join('/');
  const anchor = block === undefined || block === null ? '' : `#${encodeURIComponent(block)}`;
  return `/read/${encodeURIComponent(scenario)}/documents/${path}${anchor}`;
}

/** `/read/SCENARIO/disagreements?verdict=partly#Q01`; the anchor is a disagreement or a claim. */
export function disagreementsAddress(
  scenario: string,
  options: { readonly verdict?: string; readonly anchor?: string } = {},
): string {
  const { verdict = '', anchor = '' } = options;
  const path = `/read/${encodeURIComponent(scenario)}/disagreements`;
  const address = withQuery(path, verdict === '' ? [] : [['verdict', verdict]]);
  return anchor === '' ? address : `${address}#${encodeURIComponent(anchor)}`;
}

/** Writes the address of any screen of Read, without an anchor. */
export function writeReadAddress(address: ReadAddress): string {
  switch (address.type) {
    case 'shelf':
      return shelfAddress(address.scenario, address.filters);
    case 'page':
      return documentAddress(address.scenario, address.document);
    case 'disagreements':
      return disagreementsAddress(address.scenario, { verdict: address.verdict });
  }
}

/** Whether two addresses differ in no more than in what is being typed. */
export function isSameStep(one: ReadAddress, other: ReadAddress): boolean {
  return stepOf(one) === stepOf(other);
}

function stepOf(address: ReadAddress): string {
  if (address.type !== 'shelf') return writeReadAddress(address);
  return shelfAddress(address.scenario, { ...address.filters, ...TYPED });
}

function shelfAt(scenario: string, params: URLSearchParams) {
  const faults: AddressFault[] = [];
  const filters = { ...NO_FILTERS, ...wordsOf(params), ...switchesOf(params) };
  for (const name of DAYS) {
    const value = params.get(name) ?? '';
    if (value === '' || isDay(value)) filters[name] = value;
    else faults.push({ name, value });
  }
  const sort = params.get('sort');
  filters.sort = SHELF_SORTS.find((name) => name === sort) ?? null;
  return { address: { type: 'shelf' as const, scenario, filters }, faults };
}

function wordsOf(params: URLSearchParams): Partial<Record<(typeof WORDS)[number], string>> {
  return Object.fromEntries(WORDS.map((name) => [name, params.get(name) ?? '']));
}

function switchesOf(params: URLSearchParams): Partial<Record<(typeof SWITCHES)[number], boolean>> {
  return Object.fromEntries(SWITCHES.map((name) => [name, params.get(name) === '1']));
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The decoded segments of a path; null where one of them is damaged. */
function segmentsOf(path: string): readonly string[] | null {
  try {
    return path
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeURIComponent);
  } catch {
    return null;
  }
}

function withQuery(path: string, parts: readonly (readonly [string, string])[]): string {
  if (parts.length === 0) return path;
  return `${path}?${parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
