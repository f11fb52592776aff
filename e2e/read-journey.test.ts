import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchProfile } from './browser.js';
import { VOLUME, type PageFile } from './page-files.js';
import {
  isSameLine,
  lineAtTop,
  paperOf,
  readTo,
  set,
  typeSizeOf,
  type LineAtTop,
} from './reading-page.js';
import { startServed, type Served } from './served.js';

/** The real volume; without it an invented one of the same shape and id makes the journey alone. */
const REAL = '../shared/frus/frus1961-63v06.xml';

const VOLUMES: readonly (readonly [string, () => Promise<PageFile>])[] = [
  ['an invented volume', () => Promise.resolve(VOLUME)],
  ...(existsSync(REAL)
    ? [
        [
          'the volume itself',
          async () => ({ name: VOLUME.name, text: await readFile(REAL, 'utf8') }),
        ] as const,
      ]
    : []),
];

const LAPTOP = { viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' } as const;

/** Lets a file fall on the page, as a reader's hand would. */
async function drop(page: Page, file: PageFile): Promise<void> {
  await page.evaluate(({ name, text }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
    }
  }, file);
}

/** From the first screen to the letter of 26 October, by what is written on the screens. */
async function goToLetter(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Read', exact: true }).click();
  await page.getByLabel('From', { exact: true }).fill('1962-10-26');
  await page.getByLabel('To', { exact: true }).fill('1962-10-26');
  await page.getByLabel('text held').check();
  await page.locator('[data-document="F06/d65"]').getByRole('link').first().click();
  await page.waitForURL(/documents\/F06\/d65$/);
  await set(page);
}

describe.each(VOLUMES)('a new reader, %s', (_, volume) => {
  let served: Served;
  let profile: string;

  beforeAll(async () => {
    served = await startServed();
    profile = await mkdtemp(join(tmpdir(), 'backchannel-profile-'));
  });

  afterAll(async () => {
    await served.end();
    await rm(profile, { recursive: true, force: true });
  });

  /** Starts the browser with the reader's profile, at the first screen. */
  async function visit(): Promise<readonly [BrowserContext, Page, string[]]> {
    const context = await launchProfile(profile, LAPTOP);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(served.url);
    return [context, page, faults];
  }

  test('drops the volume, reads the letter of 26 October, and returns to the line', async () => {
    const [context, page, faults] = await visit();
    await page.getByRole('link', { name: 'Read', exact: true }).click();
    await page.getByRole('heading', { name: /the shelf/ }).waitFor();
    await drop(page, await volume());
    await page.getByText('is in the library').waitFor();
    await goToLetter(page);
    const [medium, day] = [await typeSizeOf(page), await paperOf(page)];
    const head = page.getByRole('navigation', { name: 'Page controls at the head' });
    await head.getByRole('button', { name: 'Large' }).click();
    await head.getByRole('button', { name: 'Night' }).click();
    const [large, night] = [await typeSizeOf(page), await paperOf(page)];
    expect(large).toBeGreaterThan(medium);
    expect(night).not.toBe(day);
    await seeClaimsAndLegs(page);
    await jumpToReplayAndBack(page);
    await cite(page);
    await head.getByRole('button', { name: 'Favourite' }).click();
    await readTo(page, 'p14', 47);
    const line = await lineAtTop(page);
    await context.close();

    const [later, again, laterFaults] = await visit();
    await again.getByRole('link', { name: 'Read', exact: true }).click();
    await again.getByLabel('favourites').check();
    await again.locator('[data-document="F06/d65"]').getByRole('link').first().click();
    await set(again);
    await again.waitForFunction(() => globalThis.scrollY > 0);
    expect(await lineAtTop(again)).toSatisfy((found: LineAtTop) => isSameLine(found, line));
    expect(await typeSizeOf(again)).toBe(large);
    expect(await paperOf(again)).toBe(night);
    expect([...faults, ...laterFaults]).toEqual([]);
    await later.close();
  }, 180_000);
});

async function seeClaimsAndLegs(page: Page): Promise<void> {
  const claims = page.getByRole('complementary', { name: 'Claims about this document' });
  await claims.locator('summary').first().click();
  expect(await claims.innerText()).toContain('The record has:');
  const legs = page.getByRole('region', { name: /^Legs of/ });
  expect(await legs.innerText()).toContain('16:43 (13:43Z)');
  expect(await legs.locator('tbody tr').count()).toBe(3);
}

async function jumpToReplayAndBack(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: /^Replay the instant/ });
  await link.press('Enter');
  await page.waitForURL(
    /\/replay\/cuban-missile-crisis\?at=1962-10-26T13:43Z&as=truth&letter=D015/,
  );
  await page.locator('.sheet').getByRole('heading', { level: 2 }).waitFor();
  await page.goBack();
  await set(page);
  const top = (await link.boundingBox())?.y ?? -1;
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(LAPTOP.viewport.height);
}

async function cite(page: Page): Promise<void> {
  await page.getByText('Cite this document').click();
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('Citation copied.').waitFor();
  const citation = await page.evaluate(() => navigator.clipboard.readText());
  expect(citation).toContain('Telegram');
}
