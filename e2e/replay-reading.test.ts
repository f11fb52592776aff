import { describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { axeFaults } from './axe.js';
import { useApp } from './app.js';
import { openReplay, replayAt } from './replay-page.js';

const app = useApp();

const SCREENS = {
  opening: '/',
  'a letter': replayAt({ at: '1962-10-28T22:00Z', letter: 'D017' }),
  'a mark': replayAt({ at: '1962-10-28T22:00Z', mark: 'I07' }),
  'a seat with ghosts': replayAt({ at: '1962-10-27T23:00Z', as: 'khrushchev', ghosts: '1' }),
  'all weeks and the ending': replayAt({
    at: '1962-12-20T00:00Z',
    from: '1962-10-14T00:00Z',
    to: '1962-12-21T00:00Z',
  }),
};
const FIRST_LOAD = 350_000;

describe('reading', () => {
  test.each(
    Object.entries(SCREENS).flatMap(([name, path]) => [
      [name, 'light' as const, path] as const,
      [name, 'dark' as const, path] as const,
    ]),
  )('axe finds nothing on %s, %s', async (_, colorScheme, path) => {
    const { page } = await openReplay(app, path, { colorScheme });
    expect(await axeFaults(page)).toEqual([]);
  });

  test.each([
    ['320 pixels', { viewport: { width: 320, height: 640 } }],
    ['390 pixels', { viewport: { width: 390, height: 844 } }],
    ['a zoom of 200 %', { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 }],
    ['a zoom of 400 %', { viewport: { width: 341, height: 192 }, deviceScaleFactor: 4 }],
  ])('the page never scrolls sideways at %s', async (_, options) => {
    for (const path of Object.values(SCREENS)) {
      const { page } = await openReplay(app, path, options);
      const [wide, screen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(wide, path).toBeLessThanOrEqual(screen ?? 0);
      await page.context().close();
    }
  });

  test('the first load is under 350 kB, compressed', async () => {
    const page = await app.browser.newPage();
    const bodies: Promise<number>[] = [];
    page.on('response', (response) => {
      bodies.push(response.body().then((body) => Math.min(body.length, gzipSync(body).length)));
    });
    await page.goto(app.url, { waitUntil: 'networkidle' });
    const total = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(FIRST_LOAD);
  });

  test('no fault, no CSP violation and no request off the origin while working', async () => {
    const { page, faults, strangers } = await openReplay(app, '/');
    await page.getByRole('button', { name: 'All weeks' }).click();
    await page.getByLabel('night').check();
    await page.locator('.timeline [data-letter="D015"]').press('Enter');
    await page.getByRole('radio', { name: 'Nikita Khrushchev' }).check({ force: true });
    await page.getByLabel('show what they do not yet know').check();
    await page.locator('.ghost').first().waitFor({ state: 'attached' });
    expect(faults).toEqual([]);
    expect(strangers).toEqual([]);
  });

  test('printed, it is one page of A4 across, in black', async () => {
    const { page } = await openReplay(app, replayAt({ at: '1962-10-28T23:30Z' }), {
      colorScheme: 'dark',
    });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width)).toBeCloseTo(842, -1);
    expect(Number(height)).toBeCloseTo(595, -1);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const ink = await page
      .locator('.letter .ink')
      .evaluateAll((strokes) => strokes.map((stroke) => getComputedStyle(stroke).stroke));
    expect(new Set(ink)).toEqual(new Set(['rgb(0, 0, 0)']));
  });

  test('the two ways to come are greyed, and each says what it will do', async () => {
    const { page } = await openReplay(app, '/');
    const toCome = page.locator('.masthead [aria-disabled="true"]');
    expect(await toCome.allInnerTexts()).toEqual(['Play', 'Solve']);
    expect(await page.locator('.masthead .to-come small').count()).toBe(2);
    expect(await page.locator('.masthead .to-come a').count()).toBe(0);
  });

  test('day and night can be chosen, and are kept', async () => {
    const { page } = await openReplay(app, '/', { colorScheme: 'light' });
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const day = await paper();
    await page.getByLabel('night').check();
    const night = await paper();
    expect(night).not.toBe(day);
    await page.reload();
    await page.locator('.timeline').waitFor();
    expect(await paper()).toBe(night);
  });
});
