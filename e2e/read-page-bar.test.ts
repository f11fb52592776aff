import type { BrowserContext, Page } from 'playwright-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchProfile } from './browser.js';
import {
  barOf,
  BOTH,
  COMPLETED,
  documentAt,
  isSameLine,
  type LineAtTop,
  lineAtTop,
  openPage,
  paperOf,
  readTo,
  set,
  TELEGRAM,
  typeSizeOf,
  usePages,
  work,
} from './reading-page.js';

const app = usePages();

const BRIDGE = 'chapter-7-the-story-of-the-bridge';
const PROFILE = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;

const open = (path: string, options = {}) => openPage(app, path, options);

const HOW = BOTH.flatMap((at) => [[at, 'pointer'] as const, [at, 'keyboard'] as const]);

describe('the bar of a page', () => {
  test.each(HOW)('type is large, medium and small: at the %s, by %s', async (at, how) => {
    const { page } = await open(TELEGRAM);
    const medium = await typeSizeOf(page);
    await work(page, at, 'Large', how);
    expect(await typeSizeOf(page)).toBeGreaterThan(medium);
    await work(page, at, 'Small', how);
    expect(await typeSizeOf(page)).toBeLessThan(medium);
    await work(page, at, 'Medium', how);
    expect(await typeSizeOf(page)).toBe(medium);
    const pressed = page.getByRole('button', { name: 'Medium', pressed: true });
    expect(await pressed.count()).toBe(2);
  });

  test.each(HOW)('night and day: at the %s, by %s', async (at, how) => {
    const { page } = await open(TELEGRAM);
    const day = await paperOf(page);
    await work(page, at, 'Night', how);
    expect(await paperOf(page)).not.toBe(day);
    expect(await page.getByRole('button', { name: 'Night', pressed: true }).count()).toBe(2);
    await work(page, at, 'Day', how);
    expect(await paperOf(page)).toBe(day);
  });

  test.each(HOW)('favourite, and not: at the %s, by %s', async (at, how) => {
    const { page } = await open(TELEGRAM);
    const favourite = page.getByRole('button', { name: 'Favourite', pressed: true });
    expect(await favourite.count()).toBe(0);
    await work(page, at, 'Favourite', how);
    expect(await favourite.count()).toBe(2);
    await work(page, at, 'Favourite', how);
    expect(await favourite.count()).toBe(0);
  });

  test.each(HOW)('previous, next and index: at the %s, by %s', async (at, how) => {
    const { page } = await open(TELEGRAM);
    const follow = async (name: RegExp) => {
      const link = barOf(page, at).getByRole('link', { name });
      if (how === 'pointer') await link.click();
      else await link.press('Enter');
    };
    await follow(/^Next/);
    await page.waitForURL(/F06\/d66$/);
    await set(page);
    await follow(/^Previous/);
    await page.waitForURL(/F06\/d65$/);
    await set(page);
    await follow(/^Index/);
    await page.waitForURL(/\/read\/cuban-missile-crisis$/);
    expect(await page.locator('.page-bar').count()).toBe(0);
  });

  test('it says which of how many this is', async () => {
    const { page } = await open(TELEGRAM);
    for (const at of BOTH) {
      expect(await barOf(page, at).innerText()).toMatch(/Document \d+ of \d+/);
    }
  });

  test('a part that is not held is told in words, and leads nowhere', async () => {
    const { page } = await open(documentAt(`${BRIDGE}-2`));
    for (const at of BOTH) {
      const bar = barOf(page, at);
      expect(await bar.innerText()).toContain('Part 2 of 3 Part 3 is not held.');
      const next = bar.getByRole('link', { name: /^Next/ });
      expect(await next.getAttribute('aria-disabled')).toBe('true');
      expect(await next.getAttribute('href')).toBeNull();
      expect(await next.innerText()).toContain('not held');
    }
    await barOf(page, 'head')
      .getByRole('link', { name: /^Previous/ })
      .click();
    await page.getByText('Part 1 of 3').first().waitFor();
  });

  test('single keys do the same, and can be turned off', async () => {
    const { page } = await open(TELEGRAM);
    const medium = await typeSizeOf(page);
    const day = await paperOf(page);
    await page.keyboard.press('+');
    expect(await typeSizeOf(page)).toBeGreaterThan(medium);
    await page.keyboard.press('-');
    expect(await typeSizeOf(page)).toBe(medium);
    await page.keyboard.press('l');
    expect(await paperOf(page)).not.toBe(day);
    await page.keyboard.press('f');
    expect(await page.getByRole('button', { name: 'Favourite', pressed: true }).count()).toBe(2);
    await page.keyboard.press('n');
    await page.waitForURL(/d66$/);
    await set(page);
    await page.keyboard.press('p');
    await page.waitForURL(/d65$/);
    await set(page);
    await page.getByLabel('single-key shortcuts').uncheck();
    await page.keyboard.press('+');
    expect(await typeSizeOf(page)).toBe(medium);
    await page.getByLabel('single-key shortcuts').check();
    await page.keyboard.press('i');
    await page.waitForURL(/\/read\/cuban-missile-crisis$/);
  });
});

describe('the end', () => {
  const end = (page: Page) => page.getByRole('region', { name: 'The end' });

  test('a text whose end was in view is read to its end; the reader can undo that', async () => {
    const { page } = await open(TELEGRAM);
    expect(await end(page).innerText()).not.toContain('Read to its end');
    await end(page).scrollIntoViewIfNeeded();
    await page.getByText(COMPLETED).waitFor();
    await end(page).getByRole('button', { name: 'Mark as not read' }).press('Enter');
    expect(await end(page).getByRole('status').innerText()).toBe('');
    expect(await page.evaluate(() => localStorage.getItem('backchannel-reading'))).not.toContain(
      '"completed":true',
    );
  });

  test('it can be marked by button', async () => {
    const { page } = await open(TELEGRAM);
    await end(page).scrollIntoViewIfNeeded();
    await end(page).getByRole('button', { name: 'Mark as not read' }).click();
    await end(page).getByRole('button', { name: 'Mark as read to its end' }).click();
    expect(await end(page).getByRole('status').innerText()).toContain('Read to its end');
  });

  test('another tab hears of it', async () => {
    const { page } = await open(TELEGRAM);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await set(other);
    await page.keyboard.press('f');
    const marked = other.getByRole('button', { name: 'Favourite', pressed: true });
    await marked.first().waitFor();
    expect(await marked.count()).toBe(2);
  });
});

describe('a restart of the browser', () => {
  test('keeps type, light, favourite, the end and the place', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'backchannel-profile-'));
    const visit = async (): Promise<readonly [BrowserContext, Page]> => {
      const context = await launchProfile(folder, PROFILE);
      const page = await context.newPage();
      await page.goto(new URL(TELEGRAM, app.url).href);
      await set(page);
      return [context, page];
    };
    const [first, page] = await visit();
    const medium = await typeSizeOf(page);
    const day = await paperOf(page);
    await work(page, 'head', 'Large', 'pointer');
    await work(page, 'head', 'Night', 'pointer');
    await work(page, 'head', 'Favourite', 'pointer');
    await page.locator('.end-line').scrollIntoViewIfNeeded();
    await page.getByText(COMPLETED).waitFor();
    await readTo(page, 'p14', 33);
    const before = await lineAtTop(page);
    await first.close();
    const [second, again] = await visit();
    await again.waitForFunction(() => globalThis.scrollY > 0);
    expect(await lineAtTop(again)).toSatisfy((line: LineAtTop) => isSameLine(line, before));
    expect(await typeSizeOf(again)).toBeGreaterThan(medium);
    expect(await paperOf(again)).not.toBe(day);
    const pressed = again.getByRole('button', { name: 'Favourite', pressed: true });
    expect(await pressed.count()).toBe(2);
    expect(await again.getByText(COMPLETED).count()).toBe(1);
    await second.close();
    await rm(folder, { recursive: true, force: true });
  });
});
