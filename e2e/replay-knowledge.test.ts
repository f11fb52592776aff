import { describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import { boxesOf, openReplay, replayAt } from './replay-page.js';

const app = useApp();

const EVENING = {
  at: '1962-10-27T23:00Z',
  from: '1962-10-26T00:00Z',
  to: '1962-10-29T00:00Z',
};

describe('as known by', () => {
  test('R12: for Khrushchev on Saturday evening nothing in the page names the U-2 shot down', async () => {
    const truth = await openReplay(app, replayAt(EVENING));
    expect(await truth.page.content()).toContain('I07');
    const query = replayAt({ ...EVENING, as: 'khrushchev' });
    const { page } = await openReplay(app, query);
    expect(await page.content()).not.toContain('I07');
    expect(await page.locator('.mark.incident').count()).toBeGreaterThan(0);
  });

  test('R14: his own letter ends at the American embassy, the last hand-over that he knows of', async () => {
    const query = replayAt({ ...EVENING, as: 'khrushchev' });
    const { page } = await openReplay(app, query);
    const [route] = await boxesOf(page, '[data-letter="D015"] .ink');
    const lanes = await boxesOf(page, '.lane line');
    const names = await page.locator('.lane').allTextContents();
    const embassy = lanes[names.findIndex((name) => name.startsWith('US embassy'))];
    expect(await page.locator('[data-letter="D015"] .ink').count()).toBe(1);
    expect(Math.abs((route?.bottom ?? 0) - (embassy?.top ?? 0))).toBeLessThan(3);
    const whole = await openReplay(app, replayAt(EVENING));
    expect(await whole.page.locator('[data-letter="D015"] .ink').count()).toBeGreaterThan(2);
  });

  test('the rest of the truth can be shown, greyed and labelled', async () => {
    const query = replayAt({ ...EVENING, as: 'khrushchev' });
    const { page } = await openReplay(app, query);
    await page.getByLabel('show what they do not yet know').check();
    await page.locator('[data-mark="I07"].ghost').waitFor();
    expect(await page.locator('.label.ghost').first().textContent()).toContain('not yet known to');
    await page.getByLabel('show what they do not yet know').uncheck();
    await page.locator('[data-mark="I07"]').waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain('I07');
  });

  test('while another viewpoint is fetched, nothing of the one before is shown', async () => {
    const { page } = await openReplay(app, replayAt(EVENING));
    await page.route('**/replay?*as=castro*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.getByRole('radio', { name: 'Fidel Castro' }).check({ force: true });
    expect(await page.locator('.timeline [data-letter]').count()).toBe(0);
    await page.locator('.timeline [data-letter]').first().waitFor();
  });

  test('in the truth a mark says who learned of it when', async () => {
    const query = replayAt({ ...EVENING, mark: 'I07' });
    const { page } = await openReplay(app, query);
    const sheet = page.locator('.sheet');
    expect(await sheet.getByRole('heading', { name: 'Who learned of it when' }).count()).toBe(1);
    const row = sheet.locator('tr', { hasText: 'Khrushchev' }).first();
    expect(await row.innerText()).toContain('not by this hour');
  });

  test('each seat judges the ending once it is known, and not before', async () => {
    const before = await openReplay(app, replayAt(EVENING));
    expect(await before.page.locator('.judgements').count()).toBe(0);
    const late = replayAt({ at: '1962-12-20T00:00Z' });
    const { page } = await openReplay(app, late);
    expect(await page.locator('.judgements tbody tr').count()).toBeGreaterThan(2);
  });

  test('a seat that does not exist is refused in words, not with an empty drawing', async () => {
    const page = await app.browser.newPage();
    await page.goto(new URL(replayAt({ as: 'nobody' }), app.url).href);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/nobody/);
    expect(await page.locator('.timeline').count()).toBe(0);
  });
});
