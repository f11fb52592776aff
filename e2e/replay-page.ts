import type { BrowserContextOptions, Page } from 'playwright-core';
import type { App } from './app.js';
import { openWatched, type WatchedPage } from './watched-page.js';

/** Opens an address of the app and waits until its drawing is lettered. */
export async function openReplay(
  app: App,
  path: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await openWatched(app, path, options);
  await watched.page.locator('.timeline .labels').first().waitFor({ state: 'attached' });
  await watched.page.evaluate(() => document.fonts.ready.then(() => undefined));
  return watched;
}

/** The address of the founding crisis in Replay. */
export function replayAt(query: Readonly<Record<string, string>>): string {
  return `/replay/cuban-missile-crisis?${new URLSearchParams(query).toString()}`;
}

export interface ScreenBox {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the elements that a selector finds stand on the screen. */
export function boxesOf(page: Page, selector: string): Promise<ScreenBox[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { name: element.textContent ?? '', left, right, top, bottom };
    }),
  );
}
