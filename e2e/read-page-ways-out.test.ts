import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { axeFaults } from './axe.js';
import {
  CHAPTER,
  COMPLETED,
  documentAt,
  openPage,
  set,
  TELEGRAM,
  usePages,
  work,
} from './reading-page.js';

const app = usePages();

const open = (path: string, options = {}) => openPage(app, path, options);

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
    await page.goto(new URL(TELEGRAM, app.url).href);
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
    expect(await axeFaults(page)).toEqual([]);
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
