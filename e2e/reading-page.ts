import type { BrowserContextOptions, Page } from 'playwright-core';
import { useApp, type App } from './app.js';
import { CHAPTER_PARTS, FOUNDING_CHAPTER, VOLUME, type PageFile } from './page-files.js';
import { openRead } from './read-room.js';
import { startServed, type Served } from './served.js';

/** The address of a document of the founding crisis. */
export function documentAt(id: string, hash = ''): string {
  return `/read/cuban-missile-crisis/documents/${id}${hash}`;
}

/** A telegram of the volume, which carries a letter. */
export const TELEGRAM = documentAt('F06/d65');

/** The founding chapter. */
export const CHAPTER = documentAt('SEED-A');

/** What the end of a text says once it has been read. */
export const COMPLETED = 'Read to its end, and marked so on the shelf.';

/** Where a page has its bar. */
export const BOTH = ['head', 'foot'] as const;

/** The app with a volume and chapters to read, while the tests of a file run. */
export function usePages(): App {
  return useApp(() => startReading([VOLUME, FOUNDING_CHAPTER, ...CHAPTER_PARTS]));
}

/** Opens a page by day. */
export async function openPage(app: App, path: string, options: BrowserContextOptions = {}) {
  return openRead(app, path, { colorScheme: 'light', ...options });
}

/** Works a control of the bar as a reader would, with the pointer or without. */
export async function work(page: Page, at: (typeof BOTH)[number], name: string, how: string) {
  const control = barOf(page, at).getByRole('button', { name });
  if (how === 'pointer') return control.click();
  await control.focus();
  await page.keyboard.press('Enter');
}

/** The app with a library that holds these files; it is gone at its end. */
export async function startReading(files: readonly PageFile[]): Promise<Served> {
  const served = await startServed();
  for (const file of files) await bring(served.url, file);
  return served;
}

async function bring(url: string, { name, text }: PageFile): Promise<void> {
  const address = new URL(`/api/library/files?name=${encodeURIComponent(name)}`, url);
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: text,
  });
  if (response.status !== 201) throw new Error(`${name}: ${await response.text()}`);
}

/** Waits until the page that is being opened is set in type. */
export async function set(page: Page): Promise<void> {
  await page.locator('.reading h1').waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** One of the two bars of a page. */
export function barOf(page: Page, at: 'head' | 'foot') {
  return page.getByRole('navigation', { name: `Page controls at the ${at}` });
}

/** The size of the text's type, in pixels. */
export function typeSizeOf(page: Page): Promise<number> {
  return page
    .locator('.page-text')
    .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
}

/** The colour of the paper. */
export function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** A block at the top of the screen, and how far its upper edge is above it, in pixels. */
export interface LineAtTop {
  readonly block: string;
  readonly above: number;
}

/** Whether two lines are one, to the pixel: a screen scrolls in fractions of them. */
export function isSameLine(one: LineAtTop, other: LineAtTop): boolean {
  return one.block === other.block && Math.abs(one.above - other.above) <= 1;
}

/** Which line the reader has at the top of the screen. */
export function lineAtTop(page: Page): Promise<LineAtTop> {
  return page.evaluate(() => {
    const tops = [...document.querySelectorAll('.piece')].map((piece) => ({
      block: piece.id,
      above: -piece.getBoundingClientRect().top,
    }));
    return tops.findLast(({ above }) => above >= -0.5) ?? { block: '', above: 0 };
  });
}

/** Scrolls so that a block's upper edge is so many pixels above the screen, and lets it be kept. */
export async function readTo(page: Page, block: string, above: number): Promise<void> {
  await page.evaluate(
    ([id, by]) => {
      const top = document.getElementById(String(id))!.getBoundingClientRect().top;
      globalThis.scrollTo({ top: globalThis.scrollY + top + Number(by), behavior: 'instant' });
    },
    [block, above],
  );
  await page.waitForFunction(
    (id) => localStorage.getItem('backchannel-reading')?.includes(`"block":"${id}"`) === true,
    block,
  );
}
