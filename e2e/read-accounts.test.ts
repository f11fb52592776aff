import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AccountsView } from '../src/protocol/reading.js';
import { axeFaults } from './axe.js';
import { useApp } from './app.js';
import { openRead, ROOM } from './read-room.js';

const CARDS = `${ROOM}/disagreements`;

let accounts: AccountsView;

const app = useApp();

beforeAll(async () => {
  const api = new URL('/api/scenarios/cuban-missile-crisis/accounts', app.url);
  accounts = (await (await fetch(api)).json()) as AccountsView;
});

afterEach(async () => {
  await Promise.all(app.browser.contexts().map((context) => context.close()));
});

async function open(after = '') {
  return openRead(app, `${CARDS}${after}`);
}

describe('sources disagree', () => {
  test('33 disagreements and 42 claims, each on a card', async () => {
    const { page, faults, strangers } = await open();
    expect(accounts.disagreements).toHaveLength(33);
    expect(accounts.claims).toHaveLength(42);
    const cards = await page.locator('.slip').evaluateAll((slips) => slips.map((slip) => slip.id));
    expect(cards).toEqual([...accounts.disagreements, ...accounts.claims].map(({ id }) => id));
    expect(faults).toEqual([]);
    expect(strangers).toEqual([]);
  });

  test('a card has topic, kind, positions with citations and standings, and resolution', async () => {
    const { page } = await open();
    for (const { id, topic, kind, positions, resolution, moments } of accounts.disagreements) {
      const card = page.locator(`#${id}`);
      const text = (await card.innerText()).replaceAll(/\s+/g, ' ');
      const cites = positions.flatMap((position) => position.cites);
      const standings = cites.flatMap(({ standing }) => (standing === null ? [] : [standing]));
      const said = positions.map(({ says }) => says);
      const titles = moments.map(({ title }) => title);
      for (const part of [topic, kind, resolution, ...said, ...standings, ...titles]) {
        expect(text, id).toContain(part.replaceAll(/\s+/g, ' '));
      }
      const links = await card
        .locator('a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      const documents = cites.flatMap((cite) => cite.documents);
      for (const document of documents) expect(links).toContain(`${ROOM}/documents/${document.id}`);
      for (const { replay } of moments) expect(links).toContain(replay);
    }
  });

  test('a claim has its words, verdict, record, citations, and who says otherwise', async () => {
    const { page } = await open();
    for (const { id, says, verdict, record, cites, disagreements, account } of accounts.claims) {
      const card = page.locator(`#${id}`);
      const text = (await card.innerText()).replaceAll(/\s+/g, ' ');
      for (const part of [says, verdict, record, ...disagreements])
        expect(text, id).toContain(part);
      expect(await card.locator('.verdict-word svg').count()).toBe(1);
      const links = await card
        .locator('a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      for (const { id } of cites.flatMap((cite) => cite.documents)) {
        expect(links).toContain(`${ROOM}/documents/${id}`);
      }
      for (const other of disagreements) expect(links).toContain(`${CARDS}#${other}`);
      expect(links.some((href) => href?.startsWith(`${ROOM}/documents/${account.document}`))).toBe(
        true,
      );
    }
  });

  test('verdicts have shapes of their own, so that none is told by colour', async () => {
    const { page } = await open();
    const shapes = await page
      .locator('.verdicts .verdict-word')
      .evaluateAll((words) =>
        words.map((word) =>
          [...word.querySelectorAll('path')].map(
            (path) => `${path.getAttribute('class') ?? ''}${path.getAttribute('d') ?? ''}`,
          ),
        ),
      );
    expect(shapes).toHaveLength(5);
    expect(new Set(shapes.map((parts) => parts.join()))).toHaveProperty('size', 5);
  });

  test('claims can be narrowed to a verdict, in the address, and the way back undoes it', async () => {
    const { page } = await open();
    const shown = () => page.locator('#claims .slip').count();
    for (const verdict of ['confirmed', 'partly', 'contradicted', 'unconfirmed', 'garbled']) {
      await page.getByRole('radio', { name: new RegExp(`^${verdict}`) }).check({ force: true });
      expect(await shown()).toBe(
        accounts.claims.filter((claim) => claim.verdict === verdict).length,
      );
      expect(new URL(page.url()).search).toBe(`?verdict=${verdict}`);
    }
    await page.goBack();
    expect(new URL(page.url()).search).toBe('?verdict=unconfirmed');
    expect(await page.getByRole('radio', { name: /^unconfirmed/ }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: /^all/ }).check({ force: true });
    expect(await shown()).toBe(42);
  });

  test.each(['Q17', 'A09', 'B05'])('the address of card %s goes to it', async (id) => {
    const { page } = await open(`#${id}`);
    const card = page.locator(`#${id}`);
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
    const top = (await card.boundingBox())!.y;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(100);
  });

  test('from a disagreement to its claim, and on to the instant in Replay', async () => {
    const disagreement = accounts.disagreements.find(
      ({ claims, moments }) => claims.length > 0 && moments.length > 0,
    )!;
    const [claimId = ''] = disagreement.claims;
    const moment = disagreement.moments.at(0)!;
    const { page } = await open(`#${disagreement.id}`);
    const card = page.locator(`#${disagreement.id}`);
    await card.getByRole('link', { name: claimId, exact: true }).click();
    const claim = page.locator(`#${claimId}`);
    expect(await claim.evaluate((element) => element === document.activeElement)).toBe(true);
    await card.getByRole('link', { name: moment.title }).first().click();
    await page.locator('.timeline').waitFor();
    expect(page.url()).toContain(encodeURI(moment.replay));
  });

  test('a crisis without accounts says where they would stand', async () => {
    const { page } = await open();
    const none = { ...accounts, accounts: [], claims: [], disagreements: [] };
    await page.route('**/accounts', (route) => route.fulfill({ json: none }));
    await page.reload();
    await page.getByText('no accounts to compare').waitFor();
    expect(await page.locator('.slip').count()).toBe(0);
  });

  test('verdicts are chosen by keyboard alone', async () => {
    const { page } = await open();
    await page.getByRole('radio', { name: /^all/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL('**verdict=confirmed');
    expect(await page.locator('#claims .tally').innerText()).toMatch(/^\d+ of 42 claims$/);
  });
});

describe('for everybody', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing on the cards, %s', async (scheme) => {
    const { page } = await openRead(app, `${CARDS}?verdict=contradicted`, {
      colorScheme: scheme,
    });
    expect(await axeFaults(page)).toEqual([]);
  });

  test.each([320, 390, 683])('the cards never scroll sideways at %d pixels', async (width) => {
    const { page } = await openRead(app, CARDS, {
      viewport: { width, height: 640 },
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });

  test('printed, the cards stand upright on A4, in black, without the controls', async () => {
    const { page } = await openRead(app, CARDS, { colorScheme: 'dark' });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width)).toBeCloseTo(595, -1);
    expect(Number(height)).toBeCloseTo(842, -1);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.verdicts').isVisible()).toBe(false);
    expect(await page.locator('.masthead').isVisible()).toBe(false);
    expect(await page.locator('#Q33').isVisible()).toBe(true);
    const ink = await page
      .locator('#Q01 h3')
      .evaluate((heading) => getComputedStyle(heading).color);
    expect(ink).toBe('rgb(0, 0, 0)');
  });
});
