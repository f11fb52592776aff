import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.js';
import { startServed, type Served } from './served.js';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await startServed();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await served.end();
});

/** Opens the app and gathers what a reader should never meet. */
async function open(): Promise<{ page: Page; faults: string[]; strangers: string[] }> {
  const page = await (await browser.newContext()).newPage();
  const faults: string[] = [];
  const strangers: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(served.url)) strangers.push(request.url());
  });
  await page.goto(served.url, { waitUntil: 'networkidle' });
  return { page, faults, strangers };
}

describe('the first minute', () => {
  test('one command shows the app, without a fault and without a word to strangers', async () => {
    const { page, faults, strangers } = await open();
    expect(await page.title()).toContain('Backchannel');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(faults).toEqual([]);
    expect(strangers).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'the first screen keeps WCAG 2.2 AA, %s',
    async (scheme) => {
      const { page } = await open();
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
      const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze();
      expect(passes.length).toBeGreaterThan(0);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );

  test('Ctrl-C ends it, exit 0', async () => {
    const another = await startServed();
    expect(await another.end()).toBe(0);
  });
});
