import type { BrowserContextOptions, Page } from 'playwright-core';
import type { App } from './app.js';

/** A screen as a reader has it before them, and everything that they should never meet. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of the page and of its console: CSP violations are among them. */
  readonly faults: string[];
  /** Requests that left the origin. */
  readonly strangers: string[];
}

const LAPTOP = { width: 1366, height: 768 };

/** Goes to an address of the app on a laptop's screen, without motion. */
export async function openWatched(
  { browser, url }: App,
  path: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: LAPTOP,
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const strangers: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) strangers.push(request.url());
  });
  await page.goto(new URL(path, url).href);
  return { page, faults, strangers };
}
