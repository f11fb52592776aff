import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import { openReplay, replayAt } from './replay-page.js';

const app = useApp();

const LATE = '1962-12-20T00:00Z';

const documents = (page: Page) => page.getByRole('region', { name: 'Documents that speak of it' });

describe('from Replay to the documents', () => {
  test('a letter leads to the document that bears its text', async () => {
    const { page, faults } = await openReplay(app, replayAt({ at: LATE, letter: 'D015' }));
    const bearer = documents(page).getByRole('listitem').first();
    await bearer.getByText('bears its text').waitFor();
    await bearer.getByRole('link').click();
    await page.waitForURL('**/read/cuban-missile-crisis/documents/F06/d65');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(faults).toEqual([]);
  });

  test.each([
    ['a mark', { mark: 'I07' }],
    ['an obligation', { bond: 'O03' }],
  ])('%s has its documents', async (_, selection) => {
    const { page } = await openReplay(app, replayAt({ at: LATE, ...selection }));
    await documents(page).getByRole('link').first().waitFor();
    expect(await documents(page).getByRole('link').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('where they cannot be fetched it says so, and asks again on request', async () => {
    const page = await app.browser.newPage();
    await page.route('**/speaking/**', (route) => route.abort());
    await page.goto(new URL(replayAt({ at: LATE, letter: 'D015' }), app.url).href);
    await documents(page).getByText('could not be fetched').waitFor();
    await page.unroute('**/speaking/**');
    await documents(page).getByRole('button', { name: 'Try again' }).click();
    await documents(page).getByRole('link').first().waitFor();
    expect(await documents(page).getByText('could not be fetched').count()).toBe(0);
    await page.close();
  });
});

test('R12: a seat is shown no documents of hindsight, and none are asked for', async () => {
  for (const ghosts of [{}, { ghosts: '1' }]) {
    const page = await app.browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/speaking/')) asked.push(request.url());
    });
    const seat = replayAt({ at: LATE, as: 'khrushchev', letter: 'D015', ...ghosts });
    await page.goto(new URL(seat, app.url).href, { waitUntil: 'networkidle' });
    await page.locator('.sheet').getByRole('heading', { name: 'Sources' }).waitFor();
    expect(await documents(page).count()).toBe(0);
    expect(asked).toEqual([]);
    await page.getByRole('radio', { name: 'the truth' }).check({ force: true });
    await documents(page).getByRole('link').first().waitFor();
    expect(asked).toHaveLength(1);
    await page.close();
  }
});
