import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import { axeFaults } from './axe.js';
import { openReplay, replayAt } from './replay-page.js';
import { overflowOf } from './simulate-page.js';

const app = useApp();

const PAIR = replayAt({
  at: '1962-10-27T14:00Z',
  as: 'truth',
  run: '6',
  branch: '1962-10-26T14:00Z',
  doctrine: 'kennedy=fitted',
  change: 'dispatch D016 arrives never',
  seed: '1',
});

async function openPair(path = PAIR, options = {}) {
  const watched = await openReplay(app, path, options);
  await watched.page.getByText(/^They part at/).waitFor();
  return watched;
}

describe('a simulated pair in Replay', () => {
  test('its address opens it again, and leads back to Simulate', async () => {
    const { page, faults } = await openPair();
    expect(await page.getByRole('heading', { name: 'Without the changes' }).count()).toBe(1);
    await page.reload();
    await page.getByText(/^They part at 27 Oct 1962 14:00Z: D016/).waitFor();
    await page.getByRole('link', { name: 'Simulate this again' }).click();
    await page.getByText('D016 (Khrushchev, public) never arrives.').waitFor();
    expect(await page.getByLabel('or any time, UTC').inputValue()).toBe('1962-10-26T14:00Z');
    expect(faults).toEqual([]);
  });

  test('the handle moves both drawings, and either can be told below', async () => {
    const { page } = await openPair();
    await page.locator('.handle[role="slider"]').focus();
    await page.keyboard.press('PageUp');
    await page.waitForURL(/at=1962-10-27T20:00Z/);
    const lines = await page
      .locator('svg.timeline .handle line')
      .evaluateAll((all) => all.map((line) => line.getAttribute('x1')));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(lines[1]);
    const told = () => page.locator('.record').textContent();
    const changed = await told();
    await page.getByRole('radio', { name: /^Without the changes/ }).check();
    await page.waitForURL(/shown=baseline/);
    await expect.poll(told).not.toBe(changed);
    expect(await page.locator('svg.timeline').count()).toBe(2);
  });

  test('what is opened in the other drawing makes that the one that is told', async () => {
    const { page } = await openPair();
    await page.locator('.companion [data-letter="D015"]').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/shown=baseline.*letter=D015/);
    await page.locator('.sheet').getByRole('heading', { level: 2 }).waitFor();
    expect(await page.locator('.sheet .over').textContent()).toContain('D015');
  });

  test('what a doctrine weighed is told in the truth alone', async () => {
    const { page } = await openPair();
    await openMeeting(page);
    await page.getByRole('heading', { name: /What was weighed/ }).waitFor();
    expect(await page.getByRole('region', { name: 'Options weighed, as a table' }).count()).toBe(1);
    await page.getByText('John F. Kennedy', { exact: true }).first().click();
    await page.waitForURL(/as=kennedy/);
    await page.locator('.timeline .labels').first().waitFor({ state: 'attached' });
    expect(await page.getByText(/What was weighed/).count()).toBe(0);
    expect(await page.locator('.mark.meeting').count()).toBe(0);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
    const { page } = await openPair(PAIR, { colorScheme });
    expect(await axeFaults(page)).toEqual([]);
  });

  test.each([390, 320])(
    'on a screen %i wide one drawing shows, and a switch leads to the other',
    async (width) => {
      const { page } = await openPair(PAIR, { viewport: { width, height: 768 } });
      expect(await page.locator('svg.timeline').count()).toBe(1);
      expect(await overflowOf(page)).toBe(0);
      await page.getByRole('radio', { name: /^Without the changes/ }).check();
      await page.waitForURL(/shown=baseline/);
      expect(await page.locator('svg.timeline').count()).toBe(1);
    },
  );

  test('a history that cannot be computed says why', async () => {
    const { page } = await openReplay(app, '/');
    await page.goto(new URL(PAIR.replace('D016', 'D099'), app.url).href);
    await page
      .getByText(/no dispatch of the record is called/i)
      .first()
      .waitFor();
    const way = page.getByRole('link', { name: 'The Cuban missile crisis' });
    await way.waitFor();
    expect(await way.getAttribute('href')).toBe('/replay/cuban-missile-crisis');
  });
});

async function openMeeting(page: Page): Promise<void> {
  await page.locator('.board:not(.companion) > .timeline .mark.decision').last().focus();
  await page.keyboard.press('Enter');
  await page.locator('.sheet').waitFor();
}
