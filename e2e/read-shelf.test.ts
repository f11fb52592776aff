import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ShelfEntry, ShelfView } from '../src/protocol/reading.js';
import { launchBrowser } from './browser.js';
import { openRead, ROOM } from './read-room.js';
import { BAD_FILE, NEWSPAPER, VOLUME, type ReaderFile } from './shelf-files.js';
import { startServed, type Served } from './served.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let served: Served;
let browser: Browser;
let shelf: ShelfView;

beforeAll(async () => {
  served = await startServed();
  browser = await launchBrowser();
  shelf = await fetchShelf(served);
});

afterAll(async () => {
  await browser.close();
  await served.end();
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

async function fetchShelf({ url }: Served): Promise<ShelfView> {
  const response = await fetch(new URL('/api/scenarios/cuban-missile-crisis/shelf', url));
  return (await response.json()) as ShelfView;
}

async function open(query = '', at: Served = served): Promise<Page> {
  return (await openRead(browser, at.url, `${ROOM}${query}`)).page;
}

/** The documents in the table, all of them drawn. */
async function rowsOf(page: Page): Promise<string[]> {
  const all = page.getByRole('button', { name: 'Show all' });
  if (await all.isVisible()) await all.click();
  return page
    .locator('tr[data-document]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-document') ?? ''));
}

/** The ids of the documents that fit, in the order of the alphabet. */
function ids(fits: (entry: ShelfEntry) => boolean): string[] {
  return shelf.documents
    .filter(fits)
    .map(({ id }) => id)
    .toSorted();
}

async function sortedRows(page: Page): Promise<string[]> {
  return (await rowsOf(page)).toSorted();
}

function queryOf(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

describe('the first screen of Read', () => {
  test('says what it is, and has search, filters and the list, without a fault', async () => {
    const { page, faults, strangers } = await openRead(browser, served.url, ROOM);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      `${shelf.scenario.title}: the shelf`,
    );
    const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
    const order = ['.purpose', '#shelf-search', '.filters', '.shelf-table tbody tr'];
    const tops = await Promise.all(order.map(async (selector) => (await box(selector)).y));
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(tops.at(-1)).toBeLessThan(768);
    expect(await page.getByRole('status').first().innerText()).toContain(
      `${shelf.documents.length} documents`,
    );
    expect(await sortedRows(page)).toEqual(ids(() => true));
    expect(faults).toEqual([]);
    expect(strangers).toEqual([]);
  });

  test('a row bears date, title, people, kind, place, where it stands, and its signs', async () => {
    const page = await open('?open=1999-01-01&kind=letter');
    const letter = shelf.documents.find(({ id }) => id === 'F06/d71')!;
    const row = page.locator('[data-document="F06/d71"]');
    const text = (await row.innerText()).replaceAll(/\s+/g, ' ');
    for (const part of [letter.title, letter.date!.text, ...letter.from, ...letter.to]) {
      expect(text).toContain(part);
    }
    for (const part of ['letter', letter.place!, 'F06', 'card only']) expect(text).toContain(part);
    expect(text).toContain(`sealed until ${letter.open!.text}`);
    expect(await row.getByRole('link', { name: letter.title }).getAttribute('href')).toBe(
      `${ROOM}/documents/F06/d71`,
    );
  });

  test('every scenario has its shelf, and one leads to the others', async () => {
    const page = await open();
    await page.getByRole('link', { name: 'Two towns, one bridge' }).click();
    const heading = page.getByRole('heading', { level: 1 });
    await heading.filter({ hasText: 'Two towns, one bridge' }).waitFor();
    expect(await page.locator('[data-document="TOLLS"]').count()).toBe(1);
    expect(await page.locator('[data-document="F06/d65"]').count()).toBe(0);
  });

  test('an empty shelf says what to do', async () => {
    const page = await open();
    const empty = { ...shelf, collections: [], documents: [] };
    await page.route('**/shelf', (route) => route.fulfill({ json: empty }));
    await page.reload();
    await page.getByText('The shelf is empty').waitFor();
    expect(await page.locator('.shelf-table').count()).toBe(0);
  });

  test('a shelf that cannot be fetched says so, and can be asked for again', async () => {
    const page = await open();
    await page.route('**/shelf', (route) => route.abort());
    await page.reload();
    const problem = page.getByRole('alert');
    await problem.waitFor();
    expect(await problem.innerText()).toContain('The server does not answer.');
    await page.unroute('**/shelf');
    await problem.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.shelf-table').waitFor();
  });

  test('a long shelf is drawn a hundred rows at a time, and the focus goes on with them', async () => {
    const page = await open();
    const [first] = shelf.documents;
    const documents = Array.from({ length: 1000 }, (_, n) => ({ ...first, id: `F06/x${n}` }));
    await page.route('**/shelf', (route) => route.fulfill({ json: { ...shelf, documents } }));
    await page.reload();
    const rows = page.locator('tr[data-document]');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(100);
    await page.getByRole('button', { name: 'Show 100 more' }).press('Enter');
    expect(await rows.count()).toBe(200);
    expect(await rows.nth(100).locator('a:focus').count()).toBe(1);
    await page.getByRole('button', { name: 'Show all' }).press('Enter');
    expect(await rows.count()).toBe(1000);
    expect(await rows.nth(200).locator('a:focus').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Show all' }).count()).toBe(0);
  });

  test('an address that is no screen is no dead end', async () => {
    const page = await browser.newPage();
    await page.goto(new URL('/read/two-banks/nothing', served.url).href);
    const problem = page.getByRole('alert');
    await problem.getByRole('link', { name: shelf.scenario.title }).click();
    const heading = page.getByRole('heading', { level: 1 });
    await heading.waitFor();
    expect(await heading.innerText()).toBe(`${shelf.scenario.title}: the shelf`);
  });
});

describe('filters', () => {
  test('kind', async () => {
    const page = await open();
    await page.getByLabel('Kind', { exact: true }).selectOption('telegram');
    expect(await sortedRows(page)).toEqual(ids(({ kind }) => kind === 'telegram'));
    expect(queryOf(page)).toEqual({ kind: 'telegram' });
  });

  test('person, from or to', async () => {
    const page = await open();
    await page.getByLabel('From or to').fill('castro');
    await page.waitForURL('**person=castro');
    const expected = ids(({ from, to }) => [...from, ...to].some((name) => /castro/i.test(name)));
    expect(expected.length).toBeGreaterThan(0);
    expect(await sortedRows(page)).toEqual(expected);
  });

  test('place', async () => {
    const page = await open();
    await page.getByLabel('Place').selectOption('Havana');
    expect(await sortedRows(page)).toEqual(ids(({ place }) => place === 'Havana'));
  });

  test('collection', async () => {
    const page = await open();
    await page.getByLabel('Collection', { exact: true }).selectOption('F06');
    expect(await sortedRows(page)).toEqual(ids(({ collection }) => collection === 'F06'));
  });

  test('from and to a day, and how many bear no date', async () => {
    const page = await open();
    await page.getByLabel('From', { exact: true }).fill('1962-10-28');
    await page.getByLabel('To', { exact: true }).fill('1962-10-28');
    await page.waitForURL('**from=1962-10-28&to=1962-10-28');
    const rows = await rowsOf(page);
    expect(rows.length).toBeGreaterThan(0);
    const dates = rows.map((id) => shelf.documents.find((entry) => entry.id === id)!.date!.text);
    for (const date of dates) expect(date).toMatch(/\b28 October|\b27 October/);
    const undated = shelf.documents.filter(({ date }) => date === null).length;
    expect(await page.locator('.tally').innerText()).toContain(
      `${undated} documents without a date are left out`,
    );
  });

  test('unread and favourites follow the marks of the reader', async () => {
    const page = await open();
    await page.evaluate(() =>
      localStorage.setItem(
        'backchannel-reading',
        JSON.stringify({
          documents: {
            'cuban-missile-crisis/F06/d65': { completed: true },
            'cuban-missile-crisis/MAL28': { favourite: true },
          },
        }),
      ),
    );
    await page.reload();
    await page.getByLabel('favourites').check();
    expect(await rowsOf(page)).toEqual(['MAL28']);
    expect(await page.locator('[data-document="MAL28"] .signs').innerText()).toContain('favourite');
    await page.getByLabel('favourites').uncheck();
    await page.getByLabel('unread').check();
    expect(await sortedRows(page)).toEqual(ids(({ id }) => id !== 'F06/d65'));
    expect(queryOf(page)).toEqual({ unread: '1' });
  });

  test('in order of kind, of person, of date', async () => {
    const page = await open('?sort=kind');
    const kinds = await page.locator('tr[data-document] td:nth-child(3)').allInnerTexts();
    expect(kinds).toEqual(kinds.toSorted((one, other) => one.localeCompare(other, 'en')));
    await page.getByLabel('In order of').selectOption('person');
    const byId = new Map(shelf.documents.map((entry) => [entry.id, entry]));
    const people = (await rowsOf(page))
      .map((id) => byId.get(id)!)
      .map(({ from, to }) => [...from, ...to].at(0) ?? '\u{10FFFF}');
    expect(people).toEqual(people.toSorted((one, other) => one.localeCompare(other, 'en')));
    expect(queryOf(page)).toEqual({ sort: 'person' });
    await page.getByLabel('In order of').selectOption('date');
    const times = (await rowsOf(page)).map((id) => byId.get(id)!.date?.earliest ?? Infinity);
    expect(times).toEqual(times.toSorted((one, other) => one - other || 0));
  });

  test('under their collections', async () => {
    const page = await open('?kind=letter');
    await page.getByLabel('by collection').check();
    const titles = await page.locator('.shelf-table .group').allInnerTexts();
    const collections = new Set(ids(({ kind }) => kind === 'letter').map((id) => id.split('/')[0]));
    expect(titles).toEqual(
      shelf.collections.filter(({ id }) => collections.has(id)).map(({ title }) => title),
    );
  });

  test('all of them are shared by the address, undone by the way back, and reset', async () => {
    const page = await open('?kind=letter&place=Moscow&to=1962-10-27');
    expect(await page.getByLabel('Kind', { exact: true }).inputValue()).toBe('letter');
    expect(await page.getByLabel('Place').inputValue()).toBe('Moscow');
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('1962-10-27');
    const few = await sortedRows(page);
    await page.getByLabel('Place').selectOption('');
    expect((await sortedRows(page)).length).toBeGreaterThan(few.length);
    await page.goBack();
    expect(await sortedRows(page)).toEqual(few);
    await page.getByRole('button', { name: 'Reset all' }).click();
    expect(await sortedRows(page)).toEqual(ids(() => true));
    expect(queryOf(page)).toEqual({});
  });

  test('a day that is none is told, and left out', async () => {
    const page = await open('?open=1992-02-31');
    expect(await page.getByRole('alert').innerText()).toContain('open=1992-02-31');
    expect(await sortedRows(page)).toEqual(ids(() => true));
  });

  test('nothing that fits is said in words', async () => {
    const page = await open('?kind=letter&person=nobody');
    expect(await page.locator('.empty').innerText()).toContain('Reset the filters');
  });
});

describe('as open on a given day', () => {
  const isLetter = ({ custody }: ShelfEntry) => custody === 'post_crisis_letters';

  test('the day of a release is offered: before it the letters are gone, on it they are there', async () => {
    const letters = ids(isLetter);
    expect(letters).toHaveLength(15);
    const page = await open();
    const day = page.getByLabel('As open on this day');
    await page.getByLabel('Days of note').selectOption('1992-01-06');
    expect(await day.inputValue()).toBe('1992-01-06');
    expect(await rowsOf(page)).toEqual(expect.arrayContaining(letters));
    await page.getByRole('button', { name: 'one day earlier' }).click();
    expect(await day.inputValue()).toBe('1992-01-05');
    const before = await rowsOf(page);
    expect(letters.filter((id) => before.includes(id))).toEqual([]);
    const hidden = shelf.documents.length - before.length;
    expect(await page.locator('.tally').innerText()).toContain(
      `As open on 5 January 1992: ${hidden} documents hidden: 15 sealed until later`,
    );
    await page.getByRole('button', { name: 'one day later' }).click();
    expect(await rowsOf(page)).toEqual(expect.arrayContaining(letters));
    await page.waitForURL('**open=1992-01-06');
    await page.getByRole('button', { name: 'As of today' }).click();
    expect(await sortedRows(page)).toEqual(ids(() => true));
  });

  test('R2: an opening known as an interval is possibly, an unknown one is said to be so', async () => {
    const page = await open('?open=1996-06-01');
    const possible = await page.locator('tr', { hasText: 'possibly open' }).count();
    const year = (entry: ShelfEntry) => entry.open?.text === '1996';
    expect(possible).toBe(ids(year).length);
    expect(possible).toBeGreaterThan(0);
    const foot = page.locator('tbody', { hasText: 'Not known when opened' });
    const unknown = ids(({ open }) => open === null);
    expect(await foot.locator('tr[data-document]').count()).toBe(unknown.length);
  });
});

describe('full-text search', () => {
  test('marks what it found, leads to it, and is narrowed by the filters', async () => {
    const page = await open();
    await page.getByLabel('Look for words').fill('ships');
    await page.locator('mark').first().waitFor();
    expect(await page.locator('mark').first().innerText()).toMatch(/ship/i);
    const all = await rowsOf(page);
    expect(queryOf(page)).toEqual({ q: 'ships' });
    await page.getByLabel('Place').selectOption('Washington');
    const there = await rowsOf(page);
    expect(there.length).toBeGreaterThan(0);
    expect(there).toEqual(
      all.filter((id) => shelf.documents.find((entry) => entry.id === id)?.place === 'Washington'),
    );
  });

  test('nothing found says what to do', async () => {
    const page = await open('?q=zeppelin');
    await page.locator('.empty').waitFor();
    expect(await page.locator('.empty').innerText()).toContain('“zeppelin” stands in no text');
  });

  test('a search that fails says so, leaves the shelf, and can be tried again', async () => {
    const page = await open();
    await page.route('**/search?**', (route) => route.abort());
    await page.getByLabel('Look for words').fill('ships');
    const problem = page.getByRole('alert');
    await problem.waitFor();
    expect(await problem.innerText()).toContain('The search did not work');
    expect(await sortedRows(page)).toEqual(ids(() => true));
    await page.unroute('**/search?**');
    await problem.getByRole('button', { name: 'Try again' }).click();
    await page.locator('mark').first().waitFor();
  });
});

describe('adding texts', () => {
  let own: Served;
  let page: Page;
  let faults: string[];

  beforeEach(async () => {
    own = await startServed();
    ({ page, faults } = await openRead(browser, own.url, ROOM));
  });

  afterEach(async () => {
    await own.end();
  });

  /** Lets go of files over the page, as from a window of the system. */
  async function drop(files: readonly ReaderFile[]): Promise<void> {
    const transfer = await page.evaluateHandle((files) => {
      const data = new DataTransfer();
      for (const { name, text } of files) data.items.add(new File([text], name));
      return data;
    }, files);
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await page.locator('.drop-here').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    expect(await page.locator('.drop-here').count()).toBe(0);
  }

  test('a file dropped anywhere is imported, told, and on the shelf', async () => {
    const row = page.locator('[data-document="F06/d65"]');
    expect(await row.innerText()).toContain('card only');
    await drop([VOLUME]);
    const line = page.locator('[data-import="imported"]');
    await line.waitFor();
    expect(await line.innerText()).toContain('An Invented Volume of Letters, 3 documents.');
    await page.locator('[data-document="F06/d900"]').waitFor();
    expect(await row.innerText()).toContain('text held · unread');
    await page.getByLabel('text held').check();
    expect(await sortedRows(page)).toEqual(['F06/d65', 'F06/d66', 'F06/d900']);
    expect(faults).toEqual([]);
  });

  test('what was added is found, and a hit leads to its paragraph', async () => {
    await drop([VOLUME]);
    await page.locator('[data-import="imported"]').waitFor();
    await page.getByLabel('Look for words').fill('heron');
    await page.locator('mark').first().waitFor();
    expect(await sortedRows(page)).toEqual(['F06/d65', 'F06/d900']);
    await page.locator('[data-document="F06/d65"] th a').click();
    await page.waitForURL(`**${ROOM}/documents/F06/d65#p*`);
    const paragraph = page.locator(new URL(page.url()).hash);
    await paragraph.waitFor();
    expect(await paragraph.innerText()).toContain('A heron stood on the quay');
  });

  test('several files chosen with the button, by keyboard, come in one after another', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add a text…' }).press('Enter');
    await (
      await chooser
    ).setFiles(
      [VOLUME, BAD_FILE, NEWSPAPER].map(({ name, text }) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(text),
      })),
    );
    await page.locator('.imports > li:nth-child(3)[data-import="imported"]').waitFor();
    const lines = await page.locator('.imports > li').allInnerTexts();
    expect(lines[0]).toContain('frus1961-63v06.xml is in the library');
    expect(lines[1]).toContain('letter.html was not added');
    expect(lines[2]).toContain('roanoke-times.txt is in the library');
    await page.getByLabel('text held').check();
    expect(await sortedRows(page)).toContain('SEED-B');
  });

  test('a bad file is refused in the words of the library, which stays as it was', async () => {
    const before = await fetchShelf(own);
    await drop([BAD_FILE]);
    const line = page.locator('[data-import="refused"]');
    await line.waitFor();
    const text = await line.innerText();
    expect(text).toContain('letter.html was not added.');
    expect(text).toMatch(/HTML/);
    expect(text).not.toContain('error:');
    expect(await fetchShelf(own)).toEqual(before);
  });

  test('says where texts can be got, and that they stay on this machine', async () => {
    await page.getByRole('link', { name: 'Where to get texts' }).click();
    await page.reload();
    await page.locator('#collections:focus').waitFor();
    const section = page.locator('#collections');
    expect(await section.innerText()).toContain('sent nowhere');
    const volume = page.locator('#collection-F06');
    expect(await volume.innerText()).toContain('frus1961-63v06.xml');
    const { where } = shelf.collections.find(({ id }) => id === 'F06')!;
    expect(await volume.locator('a').last().getAttribute('href')).toBe(where);
  });
});

describe('for everybody', () => {
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
    const { page } = await openRead(browser, served.url, `${ROOM}${query}`, { colorScheme });
    if (query.includes('q=')) await page.locator('mark, .empty').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  });

  test.each([
    ['320 pixels', { viewport: { width: 320, height: 640 } }],
    ['390 pixels', { viewport: { width: 390, height: 844 } }],
    ['a zoom of 400 %', { viewport: { width: 341, height: 192 }, deviceScaleFactor: 4 }],
  ])('the shelf never scrolls sideways at %s', async (_, options) => {
    for (const query of Object.values(SCREENS)) {
      const { page } = await openRead(browser, served.url, `${ROOM}${query}`, options);
      const [wide, screen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(wide, query).toBeLessThanOrEqual(screen ?? 0);
      await page.context().close();
    }
  });

  test('by keyboard alone: search, choose a kind, choose a day, open a document', async () => {
    const page = await open();
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
    const { page } = await openRead(browser, served.url, ROOM, {
      viewport: { width: 390, height: 844 },
    });
    expect(await page.getByLabel('Kind', { exact: true }).isVisible()).toBe(false);
    await page.getByText('Filters').press('Enter');
    expect(await page.getByLabel('Kind', { exact: true }).isVisible()).toBe(true);
  });
});
