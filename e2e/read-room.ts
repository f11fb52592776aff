import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Read as a reader has it before them, and everything that they should never meet. */
export interface ReadRoom {
  readonly page: Page;
  /** Errors of the page and of its console: CSP violations are among them. */
  readonly faults: string[];
  /** Requests that left the origin. */
  readonly strangers: string[];
}

/** The founding crisis in Read. */
export const ROOM = '/read/cuban-missile-crisis';

const LAPTOP = { width: 1366, height: 768 };

/** Opens an address of Read and waits until its screen has its heading. */
export async function openRead(
  browser: Browser,
  url: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<ReadRoom> {
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
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, faults, strangers };
}
