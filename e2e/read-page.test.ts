import { AxeBuilder } from '@axe-core/playwright';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, launchProfile } from './browser.js';
import { CHAPTER_PARTS, FOUNDING_CHAPTER, HOSTILE, VOLUME } from './page-files.js';
import {
  barOf,
  documentAt,
  isSameLine,
  lineAtTop,
  paperOf,
  readTo,
  set,
  startReading,
  typeSizeOf,
  type LineAtTop,
} from './reading-page.js';
import { openRead } from './read-room.js';
import type { Served } from './served.js';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await startReading([VOLUME, FOUNDING_CHAPTER, ...CHAPTER_PARTS]);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await served.end();
});

const TELEGRAM = documentAt('F06/d65');
const CHAPTER = documentAt('SEED-A');
const BRIDGE = 'chapter-7-the-story-of-the-bridge';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COMPLETED = 'Read to its end, and marked so on the shelf.';
const PROFILE = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;
const BOTH = ['head', 'foot'] as const;

/** Works a control as a reader would, with the pointer or without. */
async function work(page: Page, at: (typeof BOTH)[number], name: string, how: string) {
  const control = barOf(page, at).getByRole('button', { name });
  if (how === 'pointer') return control.click();
  await control.focus();
  await page.keyboard.press('Enter');
}

async function open(path: string, options = {}) {
  return openRead(browser, served.url, path, { colorScheme: 'light', ...options });
}

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

  test('a document that nobody knows is told, and leads on', async () => {
    const page = await browser.newPage();
    await page.goto(new URL(documentAt('F06/d9999'), served.url).href);
    expect(await page.getByRole('alert').innerText()).not.toBe('');
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
    expect(copied).toBe(new URL(documentAt('F06/d65', '#p3'), served.url).href);
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
    await page.goto(new URL(documentAt('F06/d65', '#p12'), served.url).href);
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

describe('claims in the margin', () => {
  test('each stands beside its paragraph, with its verdict in a shape and a word', async () => {
    const { page } = await open(CHAPTER);
    const claim = page.locator('#claim-A01');
    expect(await claim.locator('summary').innerText()).toMatch(/^\s*contradicted/);
    expect(await claim.locator('summary svg').count()).toBe(1);
    const [note, text] = await Promise.all([
      claim.boundingBox(),
      page.locator('#p1 > p').boundingBox(),
    ]);
    expect(note?.x ?? 0).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
    expect(Math.abs((note?.y ?? 0) - (text?.y ?? 0))).toBeLessThan(12);
  });

  test('no two claims lie on each other, opened or not', async () => {
    const { page } = await open(CHAPTER);
    for (const id of ['A01', 'A05', 'A16']) await page.locator(`#claim-${id} > summary`).click();
    await page.waitForTimeout(200);
    const boxes = await page
      .locator('.margin-notes')
      .evaluateAll((notes) => notes.map((note) => note.getBoundingClientRect().toJSON()));
    const lapping = boxes.filter((box, n) => n > 0 && box.top < (boxes[n - 1]?.bottom ?? 0));
    expect(boxes.length).toBeGreaterThan(8);
    expect(lapping).toEqual([]);
  });

  test('opened, it has the record, sources with their standing, and who says otherwise', async () => {
    const { page } = await open(CHAPTER);
    const claim = page.locator('#claim-A01');
    await claim.locator('summary').press('Enter');
    const words = await claim.innerText();
    expect(words).toContain('The record has:');
    expect(words).toContain('Who says otherwise:');
    expect(await claim.locator('.cite-list .standing').first().innerText()).not.toBe('');
    const otherwise = claim.locator('.otherwise > p a').first();
    expect(await otherwise.getAttribute('href')).toMatch(/\/disagreements#Q\d+$/);
  });

  test('it leads to the instant in Replay, and to the documents it rests on', async () => {
    const { page } = await open(CHAPTER);
    const claim = page.locator('#claim-A02');
    await claim.locator('summary').click();
    await claim.locator('.cite-list a', { hasText: 'F06 d65' }).click();
    await page.waitForURL(/F06\/d65$/);
    await page.goBack();
    await set(page);
    await claim.locator('summary').click();
    await claim.locator('.moment-links a').first().click();
    await page.waitForURL(/\/replay\/cuban-missile-crisis\?at=/);
    expect(await page.locator('main').count()).toBe(1);
  });

  test('an address of a claim opens it', async () => {
    const { page } = await open(documentAt('SEED-A', '#claim-A16'));
    expect(await page.locator('#claim-A16').getAttribute('open')).not.toBeNull();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('claim-A16');
  });

  test('on a phone they fold up under the paragraph', async () => {
    const { page } = await open(CHAPTER, { viewport: { width: 390, height: 844 } });
    const fold = page.locator('#p1 .fold');
    expect(await fold.locator('> summary').innerText()).toContain('contradicted');
    expect(await page.locator('#claim-A01').isVisible()).toBe(false);
    await fold.locator('> summary').click();
    await page.locator('#claim-A01 > summary').click();
    expect(await page.locator('#claim-A01').innerText()).toContain('The record has:');
    const [note, text] = await Promise.all([
      fold.boundingBox(),
      page.locator('#p1 > p').boundingBox(),
    ]);
    expect(note?.y ?? 0).toBeGreaterThanOrEqual((text?.y ?? 0) + (text?.height ?? 0));
  });

  test('on a phone, one that opens under the line being read does not move it', async () => {
    const { page } = await open(CHAPTER, { viewport: { width: 390, height: 844 } });
    await readTo(page, 'p9', 30);
    const line = await lineAtTop(page);
    await page.locator('#p9 .fold > summary').click();
    await page.locator('#p9 .claim > summary').first().click();
    await page.waitForTimeout(300);
    expect(await lineAtTop(page)).toSatisfy((now: LineAtTop) => isSameLine(now, line));
  });

  test('a document has the claims about it, and the way its letter went', async () => {
    const { page } = await open(TELEGRAM);
    const claims = page.getByRole('complementary', { name: 'Claims about this document' });
    expect(await claims.locator('.claim').count()).toBeGreaterThan(1);
    const legs = page.getByRole('region', { name: /^Legs of/ });
    expect(await legs.locator('thead th').allInnerTexts()).toEqual([
      'From',
      'To',
      'Channel',
      'Sent',
      'Arrived',
    ]);
    expect(await legs.locator('tbody tr').count()).toBeGreaterThan(1);
    await page.getByRole('link', { name: /^Replay the instant/ }).click();
    await page.waitForURL(/\/replay\/cuban-missile-crisis\?at=1962-10-26T13:43Z/);
  });

  test('a letter of the fifteen tells how it was locked away and let out', async () => {
    const { page } = await open(documentAt('F06/d71'));
    const custody = page.getByRole('region', { name: /^Custody/ });
    const words = await custody.innerText();
    for (const step of ['sealed', 'requested', 'campaigned for', 'released', 'reported']) {
      expect(words).toContain(step);
    }
    await custody.locator('summary').click();
    expect(await custody.locator('details li').count()).toBe(14);
  });
});

describe('citing', () => {
  test.each([
    ['Text', /./],
    ['CSL-JSON', /"type"/],
    ['BibTeX', /^\s*@/],
    ['RIS', /^TY {2}- /],
  ])('as %s: shown, copied and downloaded', async (form, looks) => {
    const { page } = await open(TELEGRAM, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByText('Cite this document').press('Enter');
    await page.getByRole('button', { name: form, exact: true }).press('Enter');
    const citation = page.getByRole('region', { name: 'The citation' });
    const shown = await citation.locator('pre').textContent();
    expect(shown).toMatch(looks);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByText('Citation copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toBe(shown);
  });

  test('what the server refuses is told, and can be asked for again', async () => {
    const { page } = await open(TELEGRAM);
    await page.route('**/citations/**', (route) => route.fulfill({ status: 500 }));
    await page.getByText('Cite this document').click();
    await page.getByRole('button', { name: 'RIS' }).click();
    await page.getByText('The server answered 500').waitFor();
    await page.unroute('**/citations/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'The citation' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('on paper', () => {
  test('a page is a PDF on upright A4', async () => {
    const { page } = await open(CHAPTER, { colorScheme: 'dark' });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeGreaterThan(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width)).toBeCloseTo(595, -1);
    expect(Number(height)).toBeCloseTo(842, -1);
  });

  test('it has card, text, notes, claims and address in black, and no bars', async () => {
    const { page } = await open(CHAPTER, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const shown = async (selector: string) => page.locator(selector).first().isVisible();
    for (const there of ['.record-card', '.page-text', '.endnotes', '.printed-address']) {
      expect(await shown(there), there).toBe(true);
    }
    for (const gone of ['.masthead', '.page-bar', '.pilcrow', '.end-line', '.colophon']) {
      expect(await shown(gone), gone).toBe(false);
    }
    expect(await page.locator('.printed-address').innerText()).toContain(CHAPTER);
    expect(await page.locator('.endnote').count()).toBe(await page.locator('.claim').count());
    expect(await page.locator('#p1 .endnote-marks').innerText()).toContain('A01');
    const ink = await page.locator('.page-text').evaluate((text) => getComputedStyle(text).color);
    expect(ink).toBe('rgb(0, 0, 0)');
    await page.goto(new URL(TELEGRAM, served.url).href);
    await set(page);
    expect(await shown('.notes')).toBe(true);
  });
});

describe('for every reader', () => {
  const SCREENS = {
    'a telegram': TELEGRAM,
    'the founding chapter': documentAt('SEED-A', '#claim-A01'),
    'a card alone': documentAt('FSUP/d383'),
    'a letter of the fifteen': documentAt('F06/d71'),
  };

  test.each(
    Object.entries(SCREENS).flatMap(([name, path]) =>
      (['light', 'dark'] as const).map((scheme) => [name, scheme, path] as const),
    ),
  )('axe finds nothing on %s, %s', async (_, colorScheme, path) => {
    const { page } = await open(path, { colorScheme });
    await page.getByText('Cite this document').click();
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  });

  test.each([
    ['320 pixels', { viewport: { width: 320, height: 640 } }],
    ['390 pixels', { viewport: { width: 390, height: 844 } }],
    ['a zoom of 400 %', { viewport: { width: 341, height: 192 }, deviceScaleFactor: 4 }],
  ])('no page scrolls sideways at %s', async (_, options) => {
    for (const path of Object.values(SCREENS)) {
      const { page } = await open(path, options);
      await page.keyboard.press('+');
      const [wide, screen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(wide, path).toBeLessThanOrEqual(screen ?? 0);
      await page.context().close();
    }
  });

  test('every control of the bars is 24 pixels or more each way', async () => {
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 320, height: 640 },
    ]) {
      const { page } = await open(TELEGRAM, { viewport });
      const sizes = await page
        .locator('.page-bar :is(a, button), .pilcrow, .cite-panel summary, .claim summary')
        .evaluateAll((targets) =>
          targets.map((target) => {
            const { width, height } = target.getBoundingClientRect();
            return { name: target.textContent, width, height };
          }),
        );
      expect(sizes.filter(({ width, height }) => width < 24 || height < 24)).toEqual([]);
    }
  });

  test('no fault and no request off the origin while reading', async () => {
    const { page, faults, strangers } = await open(CHAPTER);
    await work(page, 'head', 'Large', 'pointer');
    await work(page, 'head', 'Night', 'pointer');
    await page.locator('#claim-A01 > summary').click();
    await page.getByText('Cite this document').click();
    await page.getByRole('button', { name: 'BibTeX' }).click();
    await page.getByRole('region', { name: 'The citation' }).waitFor();
    await page.locator('.end-line').scrollIntoViewIfNeeded();
    await page.getByText(COMPLETED).waitFor();
    expect(faults).toEqual([]);
    expect(strangers).toEqual([]);
  });
});

describe('a restart of the browser', () => {
  test('keeps type, light, favourite, the end and the place', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'backchannel-profile-'));
    const visit = async (): Promise<readonly [BrowserContext, Page]> => {
      const context = await launchProfile(folder, PROFILE);
      const page = await context.newPage();
      await page.goto(new URL(TELEGRAM, served.url).href);
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
