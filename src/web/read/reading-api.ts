import type {
  AccountsView,
  CitationFormat,
  ImportedView,
  PageView,
  SearchView,
  ShelfView,
  SpeakingView,
} from '../../protocol/reading.js';
import { fetchJson } from '../shell/api.js';

/** `GET …/shelf`: every document that the scenario knows of, and what the reader imported. */
export function fetchShelf(scenario: string): Promise<ShelfView> {
  return fetchJson(under(scenario, 'shelf')) as Promise<ShelfView>;
}

/** `GET …/documents/F06/d65`: one document, opened. */
export function fetchPage(scenario: string, document: string): Promise<PageView> {
  return fetchJson(under(scenario, 'documents', document)) as Promise<PageView>;
}

/** `GET …/accounts`: all claims with their verdicts, and all disagreements. */
export function fetchAccounts(scenario: string): Promise<AccountsView> {
  return fetchJson(under(scenario, 'accounts')) as Promise<AccountsView>;
}

/** `GET …/search?q=…`: full text; an aborted request throws the `AbortError` of its signal. */
export function fetchSearch(scenario: string, q: string, signal: AbortSignal): Promise<SearchView> {
  const query = new URLSearchParams({ q }).toString();
  return fetchJson(`${under(scenario, 'search')}?${query}`, { signal }) as Promise<SearchView>;
}

/** `GET …/speaking/D015`: the documents that speak of an entry of the record. */
export function fetchSpeaking(scenario: string, entry: string): Promise<SpeakingView> {
  return fetchJson(under(scenario, 'speaking', entry)) as Promise<SpeakingView>;
}

/** The address of a document's citation in one of the forms. */
export function citationAddress(
  scenario: string,
  document: string,
  format: CitationFormat,
): string {
  return `${under(scenario, 'citations', document)}?format=${format}`;
}

/** `POST /api/library/files`: puts a file of the reader's into the library of this machine. */
export function postFile(file: File): Promise<ImportedView> {
  const query = new URLSearchParams({ name: file.name }).toString();
  return fetchJson(`/api/library/files?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }) as Promise<ImportedView>;
}

function under(scenario: string, ...parts: readonly string[]): string {
  const path = parts.flatMap((part) => part.split('/')).map(encodeURIComponent);
  return `/api/scenarios/${encodeURIComponent(scenario)}/${path.join('/')}`;
}
