import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import { boxesOf, openReplay, replayAt, type ScreenBox } from './replay-page.js';

const app = useApp();

const DAYS = { from: '1962-10-26T00:00Z', to: '1962-10-29T00:00Z' };
/** Wide enough for every dispatch, those after the closing of the scenario included. */
const ALL = { at: '1992-01-30T00:00Z', from: '1962-10-14T00:00Z', to: '1963-05-01T00:00Z' };

function touching(boxes: readonly ScreenBox[]): string[] {
  return boxes.flatMap((a, n) =>
    boxes
      .slice(n + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.name} / ${b.name}`),
  );
}

async function lettersReachedByTab(page: Page): Promise<Set<string>> {
  const reached = new Set<string>();
  await page.locator('.handle').focus();
  await page.evaluate(() => document.querySelector<HTMLElement>('#main')?.focus());
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => ({
      letter: document.activeElement?.getAttribute('data-letter') ?? null,
      past: document.activeElement?.closest('.record, .colophon') !== null,
    }));
    if (at.letter !== null) reached.add(at.letter);
    if (at.past) break;
  }
  return reached;
}

describe('the drawing', () => {
  test.each([
    ['the truth on Saturday evening', { at: '1962-10-27T23:00Z', as: 'truth' }],
    ['the truth at the end of Sunday', { at: '1962-10-28T23:59Z', as: 'truth' }],
    ['Kennedy at the end of Sunday', { at: '1962-10-28T23:59Z', as: 'kennedy' }],
    ['Khrushchev with ghosts', { at: '1962-10-28T23:59Z', as: 'khrushchev', ghosts: '1' }],
  ])('no two labels overlap on 26 to 28 October: %s', async (_, query) => {
    const { page } = await openReplay(app, replayAt({ ...DAYS, ...query }));
    const boxes = await boxesOf(page, '.labels .label text');
    expect(boxes.length).toBeGreaterThan(8);
    expect(touching(boxes)).toEqual([]);
  });

  test('it opens on three days at about 16 pixels an hour, and 80 minutes lean', async () => {
    const { page } = await openReplay(app, '/');
    const [first, second] = await boxesOf(page, '.axis .day');
    expect(((second?.left ?? 0) - (first?.left ?? 0)) / 24).toBeGreaterThan(15);
  });

  test.each(['truth', 'khrushchev', 'kennedy', 'public'])(
    'nothing stands to the right of the handle, as known by %s',
    async (as) => {
      const query = replayAt({ ...DAYS, at: '1962-10-27T23:00Z', as });
      const { page } = await openReplay(app, query);
      const [handle] = await boxesOf(page, '.handle line');
      const things = await boxesOf(
        page,
        '.timeline :is(.ink, .news, .hook, .whisker, .mark-ink, .glyph, .label text, .bond, .wave)',
      );
      const drawn = things.filter(({ left, right }) => right > left);
      const past = drawn.filter(({ left }) => left > (handle?.right ?? 0) + 7);
      expect(drawn.length).toBeGreaterThan(10);
      expect(past).toEqual([]);
    },
  );

  test('every dispatch can be reached with Tab', async () => {
    const { page } = await openReplay(app, replayAt(ALL));
    expect((await lettersReachedByTab(page)).size).toBe(50);
  });

  test('every dispatch can be reached with a pointer, alone or from its neighbour', async () => {
    const { page } = await openReplay(app, replayAt(ALL));
    const ids = await page
      .locator('.timeline [data-letter]')
      .evaluateAll((letters) => letters.map((letter) => letter.getAttribute('data-letter')!));
    expect(new Set(ids).size).toBe(50);
    const missed: string[] = [];
    for (const id of ids) {
      const letter = page.locator(`.timeline [data-letter="${id}"]`);
      const box = (await letter.locator('> .ring').boundingBox())!;
      const label = (await letter.getAttribute('aria-label')) ?? '';
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      const title = label.slice(0, label.indexOf(':'));
      const sheet = await page.locator('.sheet').innerText();
      if (!sheet.startsWith(id) && !sheet.includes(title)) missed.push(id);
      await page.keyboard.press('Escape');
      await page.locator('.sheet').waitFor({ state: 'detached' });
    }
    expect(missed).toEqual([]);
  }, 240_000);

  test('Enter opens a letter with its terms, its way and its sources; Escape closes it', async () => {
    const query = replayAt({ ...DAYS, at: '1962-10-28T12:00Z' });
    const { page } = await openReplay(app, query);
    await page.locator('.timeline [data-letter="D015"]').focus();
    await page.keyboard.press('Enter');
    const sheet = page.locator('.sheet');
    expect(await sheet.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'It gives',
      'It asks',
      'Answers',
      'Its way',
      'Sources',
      'Documents that speak of it',
    ]);
    expect(await sheet.innerText()).toContain('26 Oct 1962 13:43Z');
    await page.waitForURL(/letter=D015/);
    await page.keyboard.press('Escape');
    expect(await sheet.count()).toBe(0);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-letter'));
    expect(focused).toBe('D015');
  });
});

describe('the table', () => {
  test('in the truth it has all 50 dispatches, as text that can be copied', async () => {
    const { page } = await openReplay(app, '/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    expect(await page.locator('.letters-table tbody tr').count()).toBe(50);
    await page.getByRole('button', { name: 'Copy the table' }).click();
    await page.getByText('50 rows copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = copied.split('\n');
    expect(lines).toHaveLength(51);
    expect(new Set(lines.map((line) => line.split('\t').length))).toEqual(new Set([9]));
  });

  test("a seat's table ends at the handle, as its drawing does", async () => {
    const early = { at: '1962-10-22T12:00Z', as: 'khrushchev' };
    const { page } = await openReplay(app, replayAt(early));
    expect(await page.locator('.letters-table tbody tr').count()).toBe(0);
  });
});
