import { describe, expect, test } from 'vitest';
import {
  CHAPTER,
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
    expect(await custody.locator('summary').innerText()).toBe(
      '14 other documents went the same way',
    );
    await custody.locator('summary').click();
    expect(await custody.locator('details li').count()).toBe(14);
  });
});
