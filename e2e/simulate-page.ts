import type { BrowserContextOptions, Page } from 'playwright-core';
import type { App } from './app.js';
import { openWatched, type WatchedPage } from './watched-page.js';

/** Simulate of the founding crisis, and of the small one. */
export const CRISIS = '/simulate/cuban-missile-crisis';
export const TOWNS = '/simulate/two-banks';

/** Kennedy alone leaves the record while the second letter is being written. */
export const KENNEDY_ALONE = `${CRISIS}?branch=1962-10-26T14:00Z&doctrine=kennedy=fitted&seed=1`;

/** Opens an address of Simulate and waits until its bench stands. */
export async function openSimulate(
  app: App,
  path: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await openWatched(app, path, options);
  await watched.page.getByRole('button', { name: /^Run/ }).waitFor();
  await watched.page.evaluate(() => document.fonts.ready.then(() => undefined));
  return watched;
}

/** Presses the button that begins a batch and waits until what came of it is drawn. */
export async function runBatch(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Run/ }).click();
  await resultsOf(page);
}

/** Waits for results, their first plot drawn. */
export async function resultsOf(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'How they ended' }).waitFor({ timeout: 90_000 });
  await page.locator('.plot svg').first().waitFor({ state: 'attached' });
}

/** Writes in the blanks of a new change, and adds it. */
export async function addChange(page: Page, kind: string, dispatch: string): Promise<void> {
  const fresh = page.getByRole('group', { name: 'A new change' });
  await fresh.getByLabel('Say what is different').selectOption({ label: kind });
  await fresh.getByLabel('which dispatch').selectOption(dispatch);
  await fresh.getByRole('button', { name: 'Add this change' }).click();
}

/** The shares of endings of pairs as the table has them: `Settled without` to `82.6 %`. */
export async function sharesOf(page: Page): Promise<Readonly<Record<string, string | undefined>>> {
  const rows = page.getByRole('region', { name: 'How they ended, as a table' }).locator('tbody tr');
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );
  return Object.fromEntries(
    cells.map((row) => {
      const [ending, changes] = row;
      return [`${ending} ${changes}`, row.find((cell) => cell.endsWith('%'))];
    }),
  );
}

/** How many pixels of the page lie outside its width. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
