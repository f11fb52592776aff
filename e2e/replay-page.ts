import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Replay as a reader has it before them, and everything that they should never meet. */
export interface ReplayPage {
  readonly page: Page;
  /** Errors of the page and of its console: CSP violations are among them. */
  readonly faults: string[];
  /** Requests that left the origin. */
  readonly strangers: string[];
}

const LAPTOP = { width: 1366, height: 768 };

/** Opens an address of the app and waits until its drawing is lettered. */
export async function openReplay(
  browser: Browser,
  url: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<ReplayPage> {
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
  await page.locator('.timeline .labels').waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, faults, strangers };
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
