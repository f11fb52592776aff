import { describe, expect, test } from 'vitest';
import { axeFaults } from './axe.js';
import { useApp } from './app.js';
import { openRead, ROOM } from './read-room.js';

const app = useApp();

describe('the shelf for everybody', () => {
  const SCREENS = {
    'the shelf': '',
    'the shelf narrowed and as open': '?kind=letter&open=1996-06-01&grouped=1',
    'a search': '?q=ships',
    'nothing found': '?q=zeppelin',
  };

  test.each(
    Object.entries(SCREENS).flatMap(([name, query]) => [
      [name, 'light' as const, query] as const,
      [name, 'dark' as const, query] as const,
    ]),
  )('axe finds nothing on %s, %s', async (_, colorScheme, query) => {
    const { page } = await openRead(app, `${ROOM}${query}`, { colorScheme });
    if (query.includes('q=')) await page.locator('mark, .empty').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test.each([
    ['320 pixels', { viewport: { width: 320, height: 640 } }],
    ['390 pixels', { viewport: { width: 390, height: 844 } }],
    ['a zoom of 400 %', { viewport: { width: 341, height: 192 }, deviceScaleFactor: 4 }],
  ])('the shelf never scrolls sideways at %s', async (_, options) => {
    for (const query of Object.values(SCREENS)) {
      const { page } = await openRead(app, `${ROOM}${query}`, options);
      const [wide, screen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(wide, query).toBeLessThanOrEqual(screen ?? 0);
      await page.context().close();
    }
  });

  test('by keyboard alone: search, choose a kind, choose a day, open a document', async () => {
    const { page } = await openRead(app, ROOM);
    const focusOn = async (selector: string) => {
      for (let n = 0; n < 40; n += 1) {
        await page.keyboard.press('Tab');
        if (await page.locator(`${selector}:focus`).count()) return;
      }
      throw new Error(`Tab never came to ${selector}`);
    };
    await focusOn('.skip');
    await page.keyboard.press('Enter');
    await focusOn('#shelf-search');
    await page.keyboard.type('letters');
    await page.locator('mark').first().waitFor();
    await focusOn('.open-day select');
    await page.keyboard.type('6 Jan');
    await page.waitForURL('**open=1992-01-06');
    await focusOn('.field select');
    await page.keyboard.type('letter');
    await page.waitForURL('**kind=letter**');
    await focusOn('tr[data-document] th a');
    const title = await page.locator(':focus').innerText();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/documents/**');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.goBack();
    expect(await page.getByLabel('Look for words').inputValue()).toBe('letters');
  });

  test('on a narrow screen the filters wait until they are opened', async () => {
    const { page } = await openRead(app, ROOM, {
      viewport: { width: 390, height: 844 },
    });
    expect(await page.getByLabel('Kind', { exact: true }).isVisible()).toBe(false);
    await page.getByText('Filters').press('Enter');
    expect(await page.getByLabel('Kind', { exact: true }).isVisible()).toBe(true);
  });
});
