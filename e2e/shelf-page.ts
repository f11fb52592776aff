import type { Page } from 'playwright-core';
import type { ShelfEntry, ShelfView } from '../src/protocol/reading.js';
import type { App } from './app.js';

/** The shelf of the founding crisis as the API gives it. */
export async function fetchShelf({ url }: Pick<App, 'url'>): Promise<ShelfView> {
  const response = await fetch(new URL('/api/scenarios/cuban-missile-crisis/shelf', url));
  return (await response.json()) as ShelfView;
}

/** The documents in the table, all of them drawn. */
export async function rowsOf(page: Page): Promise<string[]> {
  const all = page.getByRole('button', { name: 'Show all' });
  if (await all.isVisible()) await all.click();
  return page
    .locator('tr[data-document]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-document') ?? ''));
}

/** The documents in the table, in the order of the alphabet. */
export async function sortedRows(page: Page): Promise<string[]> {
  return (await rowsOf(page)).toSorted();
}

/** The ids of the documents that fit, in the order of the alphabet. */
export function idsOf(shelf: ShelfView, fits: (entry: ShelfEntry) => boolean): string[] {
  return shelf.documents
    .filter(fits)
    .map(({ id }) => id)
    .toSorted();
}
