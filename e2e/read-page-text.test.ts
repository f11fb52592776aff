import { describe, expect, test } from 'vitest';
import { HOSTILE } from './page-files.js';
import {
  documentAt,
  isSameLine,
  type LineAtTop,
  lineAtTop,
  openPage,
  readTo,
  set,
  TELEGRAM,
  usePages,
} from './reading-page.js';

const app = usePages();

const open = (path: string, options = {}) => openPage(app, path, options);

describe('the text', () => {
  test('a line is about 66 letters long', async () => {
    const { page } = await open(TELEGRAM);
    const letters = await page.locator('#p8 > p').evaluate((paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      return (paragraph.textContent ?? '').length / lines.size;
    });
    expect(letters).toBeGreaterThan(54);
    expect(letters).toBeLessThan(76);
  });

  test('script in a text is letters, and nothing of it is done', async () => {
    const { page, faults, strangers } = await open(documentAt('F06/d66'));
    expect(await page.locator('.page-text').innerText()).toContain(HOSTILE);
    expect(await page.title()).not.toBe('taken');
    expect(await page.locator('.page-text :is(script, img)').count()).toBe(0);
    expect(faults).toEqual([]);
    expect(strangers).toEqual([]);
  });

  test('the card says what is known, and on request the wording it was read from', async () => {
    const { page } = await open(TELEGRAM);
    const card = page.getByRole('region', { name: 'Record card' });
    expect(await card.locator('dt').count()).toBeGreaterThan(8);
    expect(await card.innerText()).toContain('Secret');
    expect(await card.locator('.stated').count()).toBe(0);
    await card.getByRole('button', { name: 'Wording that it was read from' }).press('Enter');
    expect(await card.innerText()).toContain('October 26, 1962, 7 p.m.');
  });

  test('a page of the edition is marked where it begins, beside the text', async () => {
    const { page } = await open(TELEGRAM);
    const number = page.locator('.page-number');
    expect(await number.innerText()).toBe('173');
    const [mark, text] = await Promise.all([
      number.boundingBox(),
      page.locator('.piece > p').first().boundingBox(),
    ]);
    expect((mark?.x ?? 0) + (mark?.width ?? 0)).toBeLessThan(text?.x ?? 0);
  });

  test('a note is read beside its mark, and reached there and back', async () => {
    const { page } = await open(TELEGRAM);
    const mark = page.getByRole('link', { name: 'Note 2', exact: true });
    await mark.focus();
    expect(await page.locator('.note-beside').innerText()).toContain('put right afterwards');
    await page.keyboard.press('Escape');
    expect(await page.locator('.note-beside').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#fn2$/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('fn2');
    await page.getByRole('link', { name: 'Note 2: back to its mark' }).press('Enter');
    await page.waitForURL(/#fn2-mark$/);
    await page.mouse.move(0, 0);
    await mark.hover();
    expect(await page.locator('.note-beside').count()).toBe(1);
  });

  test('a note looked up, the way back leads to the same line, and nothing is read to its end', async () => {
    const { page } = await open(TELEGRAM);
    await readTo(page, 'p17', 41);
    const before = await lineAtTop(page);
    await page.evaluate(() => location.assign('#fn2'));
    await page.locator('#fn2:focus').waitFor();
    await page.locator('.end-line').scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    await page.goBack();
    await page.locator('#p17:focus').waitFor();
    expect(await lineAtTop(page)).toSatisfy((line: LineAtTop) => isSameLine(line, before));
    expect(await page.getByRole('button', { name: 'Mark as not read' }).count()).toBe(0);
  });

  test('a pointer to another document leads to it', async () => {
    const { page } = await open(TELEGRAM);
    await page.locator('.notes').getByRole('link', { name: 'Document 64' }).click();
    await page.waitForURL(/F06\/d64$/);
    await set(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('64');
  });

  test('a card without a text says how to get it', async () => {
    const { page } = await open(documentAt('FSUP/d383'));
    const missing = page.getByRole('region', { name: 'The text is not held' });
    expect(await missing.innerText()).toMatch(/frus1961-63v10-12msupp\.xml/i);
    expect(await page.locator('.end-line').count()).toBe(0);
    await missing.getByRole('link', { name: 'the shelf' }).click();
    await page.waitForURL(/\/read\/cuban-missile-crisis$/);
  });

  test('while a document is fetched the foot waits below the screen', async () => {
    const page = await app.browser.newPage();
    await page.route('**/api/scenarios/*/documents/**', () => {});
    await page.goto(new URL(TELEGRAM, app.url).href);
    await page.getByText('Fetching the document').waitFor();
    const height = page.viewportSize()?.height ?? Infinity;
    expect((await page.locator('.colophon').boundingBox())?.y).toBeGreaterThanOrEqual(height);
  });

  test('a document that nobody knows is told, and leads on', async () => {
    const page = await app.browser.newPage();
    await page.goto(new URL(documentAt('F06/d9999'), app.url).href);
    const told = await page.getByRole('alert').innerText();
    expect(told).toMatch(/^There is no document 'F06\/d9999'; .*\. Try again$/);
    await page.getByRole('link', { name: 'Back to the shelf' }).click();
    await page.locator('[data-document="F06/d65"]').waitFor();
  });
});

describe('permalinks', () => {
  test.each(['pointer', 'keyboard'])('a paragraph gives its address, by %s', async (how) => {
    const { page } = await open(TELEGRAM, { permissions: ['clipboard-read', 'clipboard-write'] });
    const anchor = page.getByRole('link', { name: 'Paragraph 3: copy its address' });
    if (how === 'pointer') await anchor.click();
    else await anchor.press('Enter');
    await page.getByText('Address of paragraph 3 copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(new URL(documentAt('F06/d65', '#p3'), app.url).href);
    expect(page.url()).toBe(copied);
  });

  test('arriving with one scrolls to it, marks it and takes the focus there', async () => {
    const { page } = await open(documentAt('F06/d65', '#p20'));
    const piece = page.locator('#p20');
    expect(await piece.getAttribute('class')).toContain('here');
    const top = (await piece.boundingBox())?.y ?? -1;
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(100);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('p20');
  });

  test('one in the address goes before the place that was kept', async () => {
    const { page } = await open(TELEGRAM);
    await readTo(page, 'p25', 10);
    await page.goto(new URL(documentAt('F06/d65', '#p12'), app.url).href);
    await page.reload();
    await set(page);
    expect((await page.locator('#p12').boundingBox())?.y).toBeLessThan(100);
  });

  test('an address of no paragraph opens the text as any other', async () => {
    const { page, faults } = await open(documentAt('F06/d65', '#p%ZZ'));
    expect(await page.evaluate(() => globalThis.scrollY)).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('the place of the reader', () => {
  test('after a reload it is the same line, to the pixel', async () => {
    const { page } = await open(TELEGRAM);
    await readTo(page, 'p17', 41);
    const before = await lineAtTop(page);
    await page.reload();
    await set(page);
    await page.waitForFunction(() => globalThis.scrollY > 0);
    expect(await lineAtTop(page)).toSatisfy((line: LineAtTop) => isSameLine(line, before));
  });

  test('at another width, and in another type, it is the same paragraph', async () => {
    const { page } = await open(TELEGRAM);
    await readTo(page, 'p17', 41);
    await page.setViewportSize({ width: 420, height: 800 });
    await page.waitForTimeout(300);
    expect((await lineAtTop(page)).block).toBe('p17');
    await page.keyboard.press('+');
    await page.waitForTimeout(300);
    expect((await lineAtTop(page)).block).toBe('p17');
    await page.reload();
    await set(page);
    await page.waitForFunction(() => globalThis.scrollY > 0);
    expect((await lineAtTop(page)).block).toBe('p17');
  });

  test('back at the head, it is kept no more', async () => {
    const { page } = await open(TELEGRAM);
    await readTo(page, 'p17', 41);
    await page.keyboard.press('Home');
    await page.waitForFunction(
      () => localStorage.getItem('backchannel-reading')?.includes('"block"') === false,
    );
    await page.reload();
    await set(page);
    expect(await page.evaluate(() => globalThis.scrollY)).toBe(0);
  });
});
