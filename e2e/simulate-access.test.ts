import { describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import { axeFaults } from './axe.js';
import { KENNEDY_ALONE, openSimulate, overflowOf, runBatch, TOWNS } from './simulate-page.js';

const app = useApp();
const FEW = `${TOWNS}?doctrine=mayor=steady&doctrine=reeve=steady&change=channel+ferry+delay+6h&runs=60&seed=1`;
const PAIRS = `${KENNEDY_ALONE}&change=dispatch+D016+arrives+never&runs=40`;

describe('for everybody', () => {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing, %s, with results and a list',
    async (colorScheme) => {
      const { page, faults } = await openSimulate(app, FEW, { colorScheme });
      await runBatch(page);
      await page
        .getByRole('button', { name: /^list \d/ })
        .first()
        .click();
      await page.getByRole('region', { name: 'Histories, as a table' }).waitFor();
      for (const details of await page.locator('.results details').all()) {
        await details.locator('summary').click();
      }
      expect(await axeFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  test.each([1366, 390, 320])('nothing lies outside a page %i pixels wide', async (width) => {
    const { page } = await openSimulate(app, PAIRS, { viewport: { width, height: 768 } });
    expect(await overflowOf(page)).toBe(0);
    await runBatch(page);
    await page
      .getByRole('button', { name: /^list \d/ })
      .first()
      .click();
    await page.getByRole('region', { name: 'Histories, as a table' }).waitFor();
    expect(await overflowOf(page)).toBe(0);
  });

  test('every plot has its table', async () => {
    const { page } = await openSimulate(app, PAIRS);
    await runBatch(page);
    const plots = await page.locator('.result:has(.plot)').count();
    expect(plots).toBeGreaterThan(3);
    expect(await page.locator('.result:has(.plot):has(table)').count()).toBe(plots);
  });

  test('no share of war stands without its interval, its runs and what it rests on (R27)', async () => {
    const { page } = await openSimulate(app, PAIRS);
    await runBatch(page);
    const rests = page.locator('.assumptions');
    expect(await rests.textContent()).toMatch(/40 simulated histories with the changes/);
    expect(await page.locator('.results').textContent()).not.toMatch(/baseline|“change”/);
    const row = page
      .getByRole('region', { name: 'How they ended, as a table' })
      .locator('tr', { hasText: 'War' })
      .first();
    expect(await row.textContent()).toMatch(/War.*\d\.\d %.*\d to .*%/);
    expect(await page.getByText(/probability/i).count()).toBe(0);
  });
});
