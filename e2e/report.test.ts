import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportHtml } from '../src/simulate/report/report-html.js';
import { summarize } from '../src/simulate/summarize.js';
import {
  inventedBatch,
  inventedPairs,
  inventedProgram,
  inventedRows,
  sourceOf,
} from '../src/simulate/testing/invented-batch.js';
import { axeFaults } from './axe.js';
import { launchBrowser } from './browser.js';

const RUNS = 1000;
const folder = mkdtempSync(join(tmpdir(), 'backchannel-report-'));
const file = join(folder, 'report.html');
let browser: Browser;

beforeAll(async () => {
  const [baseline, change] = [inventedRows(RUNS, 0), inventedRows(RUNS, 0.2)];
  const source = sourceOf([baseline, change], inventedPairs(baseline, change), 100);
  writeFileSync(file, reportHtml(summarize(inventedProgram(), inventedBatch(RUNS, true), source)));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function openAt(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 768 }, colorScheme });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  return page;
}

test.each([
  { width: 1366, colorScheme: 'light' },
  { width: 1366, colorScheme: 'dark' },
  { width: 390, colorScheme: 'light' },
] as const)('a report has no fault for axe at $width, $colorScheme', async (view) => {
  const page = await openAt(view.width, view.colorScheme);
  expect(await axeFaults(page)).toEqual([]);
});

test('nothing of a report sticks out at 320 px: wide tables scroll by themselves', async () => {
  const page = await openAt(320, 'light');
  const surplus = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(surplus).toBeLessThanOrEqual(0);
});

test('folded tables open on paper', async () => {
  const page = await openAt(1366, 'light');
  await page.pdf();
  const closed = await page.locator('details:not([open])').count();
  expect(closed).toBe(0);
});

test('a bar ends where its share stands between the ends of the scale', async () => {
  const page = await openAt(1366, 'light');
  const row = page.locator('#outcomes tbody tr').first();
  const [cell, bar] = [
    await row.locator('svg').boundingBox(),
    await row.locator('.bar').boundingBox(),
  ];
  const share = Number.parseFloat(await row.locator('td.figure').first().innerText());
  expect(bar!.width / cell!.width).toBeCloseTo(share / 100, 1);
});
