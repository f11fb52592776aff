import type { BrowserContextOptions } from 'playwright-core';
import type { App } from './app.js';
import { openWatched, type WatchedPage } from './watched-page.js';

/** The founding crisis in Read. */
export const ROOM = '/read/cuban-missile-crisis';

/** Opens an address of Read and waits until its screen has its heading. */
export async function openRead(
  app: App,
  path: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await openWatched(app, path, options);
  await watched.page.getByRole('heading', { level: 1 }).waitFor();
  await watched.page.evaluate(() => document.fonts.ready.then(() => undefined));
  return watched;
}
