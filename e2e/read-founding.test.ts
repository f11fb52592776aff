import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import { CHAPTER_PARTS, FOUNDING_ARTICLE, FOUNDING_CHAPTER, type PageFile } from './page-files.js';
import { openRead } from './read-room.js';
import {
  barOf,
  COMPLETED,
  documentAt,
  paperOf,
  set,
  startReading,
  typeSizeOf,
} from './reading-page.js';

/** The founding chapter itself; where it is not at hand, a page of its shape stands in alone. */
const REAL = '../shared/sources/chapter-548.txt';

const PAGES: readonly (readonly [string, () => Promise<PageFile>])[] = [
  ['a page of its shape', () => Promise.resolve(FOUNDING_CHAPTER)],
  ...(existsSync(REAL)
    ? [
        [
          'the page itself',
          async () => ({ name: 'chapter-548.txt', text: await readFile(REAL, 'utf8') }),
        ] as const,
      ]
    : []),
];

describe.each(PAGES)('the founding chapter, %s', (_, file) => {
  const app = useApp(async () => startReading([await file(), ...CHAPTER_PARTS]));

  const open = async (path = documentAt('SEED-A')): Promise<Page> =>
    (await openRead(app, path, { colorScheme: 'light' })).page;

  const press = (page: Page, name: string, at: 'head' | 'foot' = 'head') =>
    barOf(page, at).getByRole('button', { name, exact: true }).press('Enter');

  test('control "Font": a choice of three sizes of type', async () => {
    const group = barOf(await open(), 'head').getByRole('group', { name: 'Type' });
    expect(await group.getByRole('button').allInnerTexts()).toEqual(['Large', 'Medium', 'Small']);
  });

  test.each([
    ['Large', 1],
    ['Medium', 0],
    ['Small', -1],
  ])('control "%s": type of this size, kept', async (name, sign) => {
    const page = await open();
    const medium = await typeSizeOf(page);
    await press(page, name);
    const size = await typeSizeOf(page);
    expect(Math.sign(size - medium)).toBe(sign);
    await page.reload();
    await set(page);
    expect(await typeSizeOf(page)).toBe(size);
  });

  test('control "Night": lamp-lit, and kept; day again by Day', async () => {
    const page = await open();
    const day = await paperOf(page);
    await press(page, 'Night');
    const night = await paperOf(page);
    expect(night).not.toBe(day);
    await page.reload();
    await set(page);
    expect(await paperOf(page)).toBe(night);
    await press(page, 'Day', 'foot');
    expect(await paperOf(page)).toBe(day);
  });

  test('control "PrevPage": to the part before, or told that it is not held', async () => {
    const page = await open();
    const previous = barOf(page, 'head').getByRole('link', { name: /^Previous/ });
    expect(await previous.getAttribute('aria-disabled')).toBe('true');
    expect(await previous.innerText()).toMatch(/Part 1.*not held/);
    const bridge = await open(documentAt('chapter-7-the-story-of-the-bridge-2'));
    await barOf(bridge, 'head')
      .getByRole('link', { name: /^Previous/ })
      .press('Enter');
    await bridge.waitForURL(/chapter-7-the-story-of-the-bridge-1$/);
  });

  test('control "Index": back to the shelf', async () => {
    const page = await open();
    await barOf(page, 'head').getByRole('link', { name: 'Index' }).press('Enter');
    await page.waitForURL(/\/read\/cuban-missile-crisis$/);
    expect(await page.locator('.page-bar').count()).toBe(0);
  });

  test('control "Index": back to the shelf as it was narrowed', async () => {
    const page = await open('/read/cuban-missile-crisis?kind=chapter');
    await page.locator('[data-document="SEED-A"] th a').click();
    await set(page);
    await barOf(page, 'foot').getByRole('link', { name: 'Index' }).click();
    await page.waitForURL(/\/read\/cuban-missile-crisis\?kind=chapter$/);
    await page.locator('[data-document="SEED-A"] th a').click();
    await set(page);
    await page.keyboard.press('i');
    await page.waitForURL(/\/read\/cuban-missile-crisis\?kind=chapter$/);
    await page.locator('[data-document="SEED-A"]').waitFor();
    expect(await page.getByLabel('Kind', { exact: true }).inputValue()).toBe('chapter');
  });

  test('control "Favorite": marked, kept, and unmarked', async () => {
    const page = await open();
    await press(page, 'Favourite');
    await page.reload();
    await set(page);
    const marked = page.getByRole('button', { name: 'Favourite', pressed: true });
    expect(await marked.count()).toBe(2);
    await press(page, 'Favourite', 'foot');
    expect(await marked.count()).toBe(0);
  });

  test('control "Next": to the part after; after the last there is none', async () => {
    const page = await open();
    const next = barOf(page, 'head').getByRole('link', { name: /^Next/ });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    const bridge = await open(documentAt('chapter-7-the-story-of-the-bridge-1'));
    await barOf(bridge, 'foot').getByRole('link', { name: /^Next/ }).press('Enter');
    await bridge.waitForURL(/chapter-7-the-story-of-the-bridge-2$/);
  });

  test('control "(2/2)": which part of how many, and which of them are not held', async () => {
    const page = await open();
    for (const at of ['head', 'foot'] as const) {
      expect(await barOf(page, at).innerText()).toContain('Part 2 of 2 Part 1 is not held.');
    }
  });

  test('control "Chapter completed!": the end is marked, and so is the reading of it', async () => {
    const page = await open();
    const end = page.getByRole('region', { name: 'The end' });
    expect(await end.innerText()).toContain('The chapter ends here.');
    await end.scrollIntoViewIfNeeded();
    await page.getByText(COMPLETED).waitFor();
    await page.reload();
    await set(page);
    expect(await end.innerText()).toContain(COMPLETED);
  });

  test('the same bar stands at the head and at the foot', async () => {
    const page = await open();
    const words = (at: 'head' | 'foot') => barOf(page, at).innerText();
    expect(await words('foot')).toBe(await words('head'));
  });

  test('no control of the page is taken for its text', async () => {
    const lines = (await (await open()).locator('.piece > p').allInnerTexts()).map((line) =>
      line.trim(),
    );
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => /^(Font|Large|Night|PrevPage|Chapter)\b/.test(line))).toEqual([]);
  });
});

describe('the founding article', () => {
  const app = useApp(() => startReading([FOUNDING_ARTICLE]));

  test('its card has every field of the archive, and its page the text', async () => {
    const { page } = await openRead(app, documentAt('SEED-B'));
    await page.getByRole('button', { name: /^All \d+ fields$/ }).press('Enter');
    const card = await page.locator('.record-card').innerText();
    for (const value of [
      'A Reporter',
      'CNB',
      'Roanoke Times',
      '1995',
      'An Invented Company, Inc.',
      'TUESDAY',
      '7 January 1992',
      '9201070172',
      'NATIONAL/INTERNATIONAL',
      'A1',
      'METRO',
      'Invented Press',
      'WASHINGTON',
      'Medium',
      'BRIDGE LETTERS OUT AFTER 29 YEARS',
    ]) {
      expect(card).toContain(value);
    }
    expect(await page.locator('.piece').count()).toBe(20);
  });
});
