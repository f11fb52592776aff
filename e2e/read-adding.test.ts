import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import { openRead, ROOM } from './read-room.js';
import { BAD_FILE, NEWSPAPER, VOLUME, type ReaderFile } from './shelf-files.js';
import { fetchShelf, sortedRows } from './shelf-page.js';
import { startServed, type Served } from './served.js';

const app = useApp();

describe('adding texts', () => {
  let own: Served;
  let page: Page;
  let faults: string[];

  beforeEach(async () => {
    own = await startServed();
    ({ page, faults } = await openRead({ ...own, browser: app.browser }, ROOM));
  });

  afterEach(async () => {
    await page.context().close();
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
    expect(text).toMatch(
      /^letter\.html was not added\. [A-Z][^.]*HTML.*\. The library is as it was\.$/,
    );
    expect(text).not.toContain('error:');
    expect(await fetchShelf(own)).toEqual(before);
  });

  test('where no answer came, nobody says that the library is as it was', async () => {
    await page.route('**/api/library/files*', (route) => route.abort());
    await drop([VOLUME]);
    const line = page.locator('[data-import="unanswered"]');
    await line.waitFor();
    const text = await line.innerText();
    expect(text).toContain('Whether frus1961-63v06.xml was added is not known.');
    expect(text).not.toContain('as it was');
  });

  test('who leaves while a file is on its way is asked first', async () => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.getByLabel('Look for words').click();
    await page.reload();
    expect(asked).toEqual([]);
    await page.getByLabel('Look for words').click();
    await page.route('**/api/library/files*', () => {});
    await drop([VOLUME]);
    await page.locator('[data-import="reading"]').waitFor();
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
  });

  test('a file that takes the place of another says which one', async () => {
    await drop([VOLUME]);
    await page.locator('[data-import="imported"]').waitFor();
    const text = VOLUME.text.replace('An Invented Volume', 'A Second Volume');
    await drop([{ name: 'second.xml', text }]);
    const line = page.locator('.imports > li:nth-child(2)[data-import="imported"]');
    await line.waitFor();
    expect(await line.innerText()).toBe(
      'second.xml is in the library: A Second Volume of Letters, 3 documents. It took the place ' +
        'of what was held before, An Invented Volume of Letters from frus1961-63v06.xml.',
    );
    expect(await page.locator('.imports > li:first-child').innerText()).not.toContain('took');
  });

  test('says where texts can be got, and that they stay on this machine', async () => {
    await page.getByRole('link', { name: 'Where to get texts' }).click();
    await page.reload();
    await page.locator('#collections:focus').waitFor();
    const section = page.locator('#collections');
    expect(await section.innerText()).toContain('sent nowhere');
    const volume = page.locator('#collection-F06');
    expect(await volume.innerText()).toContain('; add frus1961-63v06.xml.');
    const { where } = (await fetchShelf(own)).collections.find(({ id }) => id === 'F06')!;
    expect(await volume.locator('a').last().getAttribute('href')).toBe(where);
  });
});
