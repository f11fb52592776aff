import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import { KENNEDY_ALONE, openSimulate, runBatch, sharesOf, TOWNS } from './simulate-page.js';

const app = useApp();
const SLOWER = `${TOWNS}?doctrine=mayor=steady&doctrine=reeve=steady&change=channel+ferry+delay+uniform+4h+9h&seed=7`;

interface SummaryFile {
  readonly variants: readonly {
    readonly endings: readonly {
      readonly title: string;
      readonly share: { readonly value: number };
    }[];
  }[];
}

describe('a batch', () => {
  test('the command that is shown gives the same shares', async () => {
    const { page } = await openSimulate(app, `${SLOWER}&runs=150`);
    await runBatch(page);
    const shown = await sharesOf(page);
    const command = (await page.locator('.command-line code').textContent()) ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-command-'));
    const node = `'${process.execPath}' '${resolve('dist/bin/backchannel.js')}'`;
    execFileSync('sh', ['-c', command.replace(/^npx backchannel/, node)], { cwd: folder });
    const text = readFileSync(join(folder, 'out', 'summary.json'), 'utf8');
    rmSync(folder, { recursive: true });
    const { variants } = JSON.parse(text) as SummaryFile;
    const written = variants.flatMap(({ endings }, n) =>
      endings.map(({ title, share }) => [
        `${title} ${n === 0 ? 'without' : 'with'}`,
        `${(share.value * 100).toFixed(1)} %`,
      ]),
    );
    expect(shown).toEqual(Object.fromEntries(written));
  });

  test('it can be cancelled, and another be run', async () => {
    const { page } = await openSimulate(app, `${SLOWER}&runs=20000`);
    await page.getByRole('button', { name: 'Run 20,000 pairs' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(/^Cancelled\. Nothing of it is kept/).waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
    await page.getByLabel('Pairs of histories').fill('20');
    await runBatch(page);
    expect(await page.locator('.results > h2').textContent()).toBe('20 pairs of histories, seed 7');
  });

  test('while it runs its progress is told, and other pages answer', async () => {
    const { page } = await openSimulate(app, `${SLOWER}&runs=20000`);
    await page.getByRole('button', { name: 'Run 20,000 pairs' }).click();
    await page.getByText(/of 40,000 histories, [\d,]+ a second, .+ left/).waitFor();
    const other = await openSimulate(app, TOWNS);
    for (const path of ['/api/health', '/api/scenarios', '/api/scenarios/two-banks/laboratory']) {
      expect((await fetch(new URL(path, app.url))).status).toBe(200);
    }
    expect(await page.getByRole('progressbar').count()).toBe(1);
    await other.page.close();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(/^Cancelled/).waitFor();
  });
});

describe('a server that is gone for a while', () => {
  test('the page says so, and goes on by itself when it answers again', async () => {
    const { page } = await openSimulate(app, `${SLOWER}&runs=300`);
    await page.route('**/api/simulations/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Run 300 pairs' }).click();
    await page.getByText(/does not answer.* goes on by itself/).waitFor();
    await page.unroute('**/api/simulations/**');
    await page.getByRole('heading', { name: 'How they ended' }).waitFor({ timeout: 30_000 });
    expect(await page.getByText(/does not answer/).count()).toBe(0);
  });
});

describe('what cannot be run', () => {
  test('a wrong count is told once, and the address does not keep it', async () => {
    const { page } = await openSimulate(app, KENNEDY_ALONE);
    await page.getByLabel('Histories').fill('many');
    await page
      .locator('.field-fault')
      .getByText(/at least 1/)
      .waitFor();
    await page.getByRole('button', { name: 'Run' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('inputmode'))).toBe(
      'numeric',
    );
    expect(await page.getByText(/at least 1/).count()).toBe(1);
    expect(page.url()).not.toContain('runs=');
  });

  test('a change that cannot be made is told beside it, and nothing begins', async () => {
    const { page } = await openSimulate(app, `${KENNEDY_ALONE}&change=dispatch+D099+arrives+never`);
    const fault = page.locator('.changes .field-fault');
    await fault.getByText(/no dispatch of the record is called/i).waitFor();
    expect(await page.locator('.command-line').count()).toBe(0);
    await page.getByRole('button', { name: /^Run/ }).click();
    await page.getByText(/cannot be simulated/).waitFor();
    await page.getByRole('button', { name: /^Take back/ }).click();
    await page.locator('.command-line').waitFor();
    expect(await page.locator('.changes').count()).toBe(0);
  });

  test('a change that lies before the moment is refused with the reason', async () => {
    const { page } = await openSimulate(app, `${KENNEDY_ALONE}&change=dispatch+D010+arrives+never`);
    const fault = page.locator('.changes .field-fault');
    await fault.getByText(/lies before the branch: branch earlier/).waitFor();
    expect(await page.locator('.command-line').count()).toBe(0);
  });

  test.each([
    ['any time, UTC', 'teatime', /'teatime' is no time/i],
    ['Histories', '0', /at least 1/],
    ['Histories', '99999', /at most 20,000 histories at once/],
    ['Seed', '', /give a seed/i],
  ])('%s: “%s” is told beside the field', async (label, text, fault) => {
    const { page } = await openSimulate(app, KENNEDY_ALONE);
    await page.getByLabel(label).fill(text);
    await page.locator('.field-fault').getByText(fault).waitFor();
    expect(await page.getByLabel(label).getAttribute('aria-invalid')).toBe('true');
  });

  test('with nobody off the record there is nothing to simulate', async () => {
    const { page } = await openSimulate(app, '/simulate/cuban-missile-crisis?seed=1&runs=5');
    await page.getByText(/nobody is played by a doctrine/i).waitFor();
    expect(await page.locator('.command-line').count()).toBe(0);
  });
});
