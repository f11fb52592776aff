import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.js';
import { startServed, type Served } from './served.js';

/** The app and a browser, there while the tests of a file or of a `describe` run. */
export interface App {
  /** Where it is served. */
  readonly url: string;
  readonly browser: Browser;
}

/** Starts the app and a browser before the tests around it, and ends both after them. */
export function useApp(start: () => Promise<Served> = startServed): App {
  let served: Served | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    served = await start();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.end();
  });
  return {
    get url() {
      return started(served).url;
    },
    get browser() {
      return started(browser);
    },
  };
}

function started<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the app runs while tests run, not before');
  return value;
}
