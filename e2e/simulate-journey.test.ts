import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import {
  addChange,
  CRISIS,
  KENNEDY_ALONE,
  openSimulate,
  resultsOf,
  runBatch,
} from './simulate-page.js';

const app = useApp();

describe('from a moment to a pair in Replay', () => {
  test('by mouse: moment, cast, change, progress, bars, list, pair', async () => {
    const { page, faults, strangers } = await openSimulate(app, CRISIS);
    await page
      .getByLabel('A turning point of the record')
      .selectOption({ label: '14:00Z incident I05: The Marucla is boarded' });
    await leaveAlone(page, 'John F. Kennedy');
    await addChange(page, 'A dispatch never arrives', 'D016');
    await page.getByText('D016 (Khrushchev, public) never arrives.').waitFor();
    await page.getByLabel('Pairs of histories').fill('60');
    await page.getByText('--against baseline --runs 60').waitFor();
    await runBatch(page);
    expect(await page.locator('.results > h2').textContent()).toBe('60 pairs of histories, seed 1');
    await page.locator('.plot [aria-label="bar"] rect').first().click();
    await page
      .getByRole('heading', { name: 'Histories that ended as: Settled, without' })
      .waitFor();
    await page.getByRole('link', { name: 'run 0' }).click();
    await expectPair(page);
    expect(faults).toEqual([]);
    expect(strangers).toEqual([]);
  });

  test('by keyboard alone', async () => {
    const path = `${KENNEDY_ALONE}&change=dispatch+D016+arrives+never&runs=20`;
    const { page } = await openSimulate(app, path);
    await page.getByLabel('Seed').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Run 20 pairs');
    await page.keyboard.press('Enter');
    await resultsOf(page);
    await tabTo(page, /^list \d/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Histories that ended as/ }).waitFor();
    expect(await focused(page)).toMatch(/^Histories that ended as/);
    await tabTo(page, /^run \d+$/);
    await page.keyboard.press('Enter');
    await expectPair(page);
  });

  test('one button leaves all others to the record, and their letters can be changed', async () => {
    const { page, faults } = await openSimulate(app, CRISIS);
    const fresh = page.getByRole('group', { name: 'A new change' });
    expect(await fresh.locator('option[value="D016"]').count()).toBe(0);
    await fresh.getByRole('button', { name: /^Leave all but .+ to the record$/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Left to the record: .*Khrushchev/).waitFor();
    expect(await focused(page)).toMatch(/^Left to the record/);
    await addChange(page, 'A dispatch never arrives', 'D016');
    await page.getByText('D016 (Khrushchev, public) never arrives.').waitFor();
    await page.getByText('--against baseline --runs').waitFor();
    expect(await fresh.getByRole('button', { name: /^Leave all but/ }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('a list can be shared: its address opens it again', async () => {
    const path = `${KENNEDY_ALONE}&change=dispatch+D016+arrives+never&runs=20`;
    const { page } = await openSimulate(app, path);
    await runBatch(page);
    await page
      .getByRole('button', { name: /^list \d/ })
      .first()
      .click();
    const first = page.getByRole('region', { name: 'Histories, as a table' }).locator('a').first();
    const run = await first.textContent();
    await page.reload();
    await first.waitFor();
    expect(await first.textContent()).toBe(run);
  });

  test('results that the server no longer has say so, and how to have them again', async () => {
    const { page } = await openSimulate(app, `${KENNEDY_ALONE}&runs=20&job=0123456789abcdef`);
    await page.getByText(/no longer kept; run it again/).waitFor();
    expect(await page.getByRole('button', { name: 'Run 20 histories' }).isEnabled()).toBe(true);
  });
});

/** Every seat but one follows the record. */
async function leaveAlone(page: Page, seat: string): Promise<void> {
  for (const chair of await page.locator('.cast-seat').all()) {
    const title = await chair.locator('span').first().textContent();
    if (title !== seat) await chair.locator('select').selectOption('');
  }
}

/** Both drawings on one axis, the handle where they part, and the reason in words. */
async function expectPair(page: Page): Promise<void> {
  await page.waitForURL(/\/replay\/cuban-missile-crisis\?.*run=\d+/);
  await page.getByText(/^They part at 27 Oct 1962 14:00Z: D016/).waitFor();
  await page.locator('.companion .timeline .labels').waitFor({ state: 'attached' });
  expect(await page.locator('svg.timeline').count()).toBe(2);
  expect(await page.locator('.handle[role="slider"]').getAttribute('aria-valuetext')).toMatch(
    /^27 Oct 1962 14:00Z/,
  );
  const ticks = await page
    .locator('svg.timeline')
    .evaluateAll((all) =>
      all.map((svg) => [...svg.querySelectorAll('.axis .time')].map((time) => time.textContent)),
    );
  expect(ticks[0]).toEqual(ticks[1]);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`${String(name)} cannot be reached with Tab`);
}
