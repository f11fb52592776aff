import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ShelfEntry, ShelfView } from '../src/protocol/reading.js';
import { useApp } from './app.js';
import { openRead, ROOM } from './read-room.js';
import { fetchShelf, idsOf, rowsOf, sortedRows } from './shelf-page.js';

let shelf: ShelfView;

const app = useApp();

beforeAll(async () => {
  shelf = await fetchShelf(app);
});

afterEach(async () => {
  await Promise.all(app.browser.contexts().map((context) => context.close()));
});

async function open(query = ''): Promise<Page> {
  return (await openRead(app, `${ROOM}${query}`)).page;
}

const ids = (fits: (entry: ShelfEntry) => boolean) => idsOf(shelf, fits);

function queryOf(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams);
}

describe('the first screen of Read', () => {
  test('says what it is, and has search, filters and the list, without a fault', async () => {
    const { page, faults, strangers } = await openRead(app, ROOM);
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
    const page = await app.browser.newPage();
    await page.goto(new URL('/read/two-banks/nothing', app.url).href);
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
    const middles = (await rowsOf(page))
      .map((id) => byId.get(id)!.date)
      .map((date) => (date === null ? Infinity : (date.earliest + date.latest) / 2));
    expect(middles).toEqual(middles.toSorted((one, other) => one - other || 0));
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
    expect(await page.locator('.filters > summary:focus').count()).toBe(1);
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
    expect(await day.evaluate((field) => field === document.activeElement)).toBe(true);
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
