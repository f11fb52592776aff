import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useApp } from './app.js';
import { boxesOf, openReplay, replayAt } from './replay-page.js';

const app = useApp();

const handleText = (page: Page) => page.locator('.handle').getAttribute('aria-valuetext');

describe('the handle', () => {
  test('the app opens on 27 October 1962, 23:00Z', async () => {
    const { page } = await openReplay(app, '/');
    expect(await handleText(page)).toMatch(/^27 Oct 1962 23:00Z/);
    await page.waitForURL(/at=1962-10-27T23:00Z/);
  });

  test.each([
    ['ArrowRight', '23:15Z'],
    ['ArrowLeft', '22:45Z'],
    ['Shift+ArrowRight', '28 Oct 1962 00:00Z'],
    ['PageDown', '17:00Z'],
    ['PageUp', '28 Oct 1962 05:00Z'],
    ['Home', '14 Oct 1962'],
    ['End', '1992'],
  ])('%s moves it to %s', async (key, to) => {
    const { page } = await openReplay(app, '/');
    await page.locator('.handle').focus();
    await page.keyboard.press(key);
    expect(await handleText(page)).toContain(to);
  });

  test('dragging it moves time, and the address keeps the place', async () => {
    const { page } = await openReplay(app, '/');
    const [line] = await boxesOf(page, '.handle line');
    const y = (line?.top ?? 0) + 40;
    await page.mouse.move(line?.left ?? 0, y);
    await page.mouse.down();
    await page.mouse.move((line?.left ?? 0) - 160, y, { steps: 5 });
    await page.mouse.up();
    expect(await handleText(page)).toMatch(/27 Oct 1962 1[23]:/);
    await page.waitForURL(/at=1962-10-27T1[23]:/);
    const kept = await handleText(page);
    await page.reload();
    await page.locator('.handle').waitFor();
    expect(await handleText(page)).toBe(kept);
  });

  test.each([
    ['1962-10-28T05:59Z', 'Washington 01:59 EDT', 'Moscow 08:59', 'Havana 00:59'],
    ['1962-10-28T06:00Z', 'Washington 01:00 EST', 'Moscow 09:00', 'Havana 01:00'],
    ['1962-10-28T14:00Z', 'Washington 09:00 EST', 'Moscow 17:00', 'Havana 09:00'],
  ])('R1: its clocks are right across 28 October, at %s', async (at, ...clocks) => {
    const { page } = await openReplay(app, replayAt({ at }));
    for (const clock of clocks) expect(await handleText(page)).toContain(clock);
    const shown = await page.locator('.clocks').textContent();
    for (const clock of clocks) expect(shown).toContain(clock.replace(/ ES?D?T$/, ''));
  });

  test('buttons step from event to event and say in words what happened', async () => {
    const { page } = await openReplay(app, '/');
    await page.getByRole('button', { name: 'Event after' }).click();
    const ticker = page.locator('.ticker');
    expect(await handleText(page)).not.toMatch(/^27 Oct 1962 23:00Z/);
    expect((await ticker.innerText()).length).toBeGreaterThan(12);
    expect(await ticker.getAttribute('role')).toBe('status');
  });

  test('playing lets time pass until it is paused', async () => {
    const { page } = await openReplay(app, '/', { reducedMotion: 'no-preference' });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForFunction(
      () => !document.querySelector('.handle')?.getAttribute('aria-valuetext')?.includes('23:00Z'),
    );
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const paused = await handleText(page);
    await page.waitForTimeout(200);
    expect(await handleText(page)).toBe(paused);
  });

  test('single keys work, and can be turned off', async () => {
    const { page } = await openReplay(app, '/');
    await page.keyboard.press('.');
    const stepped = await handleText(page);
    expect(stepped).not.toContain('27 Oct 1962 23:00Z');
    await page.getByLabel('single-key shortcuts').uncheck();
    await page.keyboard.press('.');
    expect(await handleText(page)).toBe(stepped);
  });
});

describe('the window', () => {
  test('buttons, brush and wheel change what is shown; the axis is never warped', async () => {
    const { page } = await openReplay(app, '/');
    const hours = async () => {
      const lines = await boxesOf(page, '.axis .hour');
      return lines.slice(1).map(({ left }, n) => Math.round(left - (lines[n]?.left ?? 0)));
    };
    await page.getByRole('button', { name: 'An hour', exact: true }).click();
    const steps = await hours();
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
    await page.waitForURL(/from=1962-10-27T22:18Z/);
    await page.getByRole('button', { name: 'All weeks' }).click();
    await page.waitForURL(/from=1962-10-14/);
    await page.getByRole('button', { name: 'Three days' }).click();
    const [before] = await boxesOf(page, '.brush');
    await page.locator('.timeline').hover({ position: { x: 600, y: 300 } });
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await page.waitForFunction(
      (width) => (document.querySelector('.brush')?.getBoundingClientRect().width ?? 0) < width - 5,
      (before?.right ?? 0) - (before?.left ?? 0),
    );
  });

  test('an address that names no time says so, and shows the rest', async () => {
    const { page } = await openReplay(app, replayAt({ at: 'teatime' }));
    expect(await page.getByRole('alert').innerText()).toContain('at=teatime');
  });

  test('an unknown path says where the screen is', async () => {
    const page = await app.browser.newPage();
    await page.goto(new URL('/replay', app.url).href);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('link', { name: 'Replay' }).count()).toBeGreaterThan(0);
  });
});

describe('the first visit', () => {
  test('three captions on the drawing, each gone once used and gone for good', async () => {
    const { page } = await openReplay(app, '/');
    const captions = page.locator('.captions [data-caption]');
    expect(await captions.count()).toBe(3);
    await page.locator('.handle').focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('[data-caption="handle"]').waitFor({ state: 'detached' });
    await page.locator('.timeline [data-letter="D015"]').press('Enter');
    await page.locator('[data-caption="letter"]').waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'Nikita Khrushchev' }).check({ force: true });
    await page.locator('[data-caption="seat"]').waitFor({ state: 'detached' });
    await page.goto(app.url);
    await page.locator('.timeline [data-letter]').first().waitFor();
    expect(await captions.count()).toBe(0);
  });
});

describe('going from one view to another', () => {
  const choose = (page: Page, label: string) =>
    page.getByLabel('Which history').selectOption({ label });

  test('the way back undoes a choice, and not every move of the handle', async () => {
    const { page, faults } = await openReplay(app, '/');
    await page.waitForURL(/as=truth/);
    await page.getByText('Nikita Khrushchev', { exact: true }).first().click();
    await page.waitForURL(/as=khrushchev/);
    await page.locator('.handle').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/at=1962-10-27T22:30Z/);
    await choose(page, 'Bargain');
    await page.waitForURL(/mechanism=14-bargain/);
    await page.goBack();
    await page.waitForURL(/at=1962-10-27T22:30Z&as=khrushchev$/);
    await page.goBack();
    await page.waitForURL(/as=truth$/);
    await page.goForward();
    await page.waitForURL(/as=khrushchev$/);
    expect(faults).toEqual([]);
  });

  test('another crisis is one choice away, and the title says which is open', async () => {
    const { page } = await openReplay(app, '/');
    await choose(page, 'Two towns, one bridge');
    await page.waitForURL(/\/replay\/two-banks\?as=truth$/);
    await page.getByRole('heading', { level: 1, name: 'Two towns, one bridge' }).waitFor();
    expect(await page.title()).toBe('Two towns, one bridge: The record · Backchannel');
  });

  test('another history opens where its own first things happen', async () => {
    const { page } = await openReplay(app, '/');
    await choose(page, 'Pressure at home');
    await page.waitForURL(/mechanism=04-pressure-at-home$/);
    await page.locator('.labels .label').first().waitFor({ state: 'attached' });
    expect(await handleText(page)).not.toContain('27 Oct 1962 23:00Z');
  });

  test('an address of nothing leads on to what there is', async () => {
    const page = await app.browser.newPage();
    await page.goto(new URL('/replay/nowhere', app.url).href);
    await page.getByRole('link', { name: 'Two towns, one bridge' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/replay/two-banks');
  });

  test('an answer that breaks off says so, and can be asked for again', async () => {
    const page = await app.browser.newPage();
    const broken = '**/replay?as=truth*';
    await page.route(broken, (route) => route.fulfill({ body: '{"scenario":{' }));
    await page.goto(app.url);
    await page.getByText('The answer of the server broke off on its way.').waitFor();
    await page.unroute(broken);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.timeline .labels').waitFor({ state: 'attached' });
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('an address that asks for ages is drawn as far as the history goes', async () => {
    const ages = { from: '0001-01-01T00:00Z', to: '9999-01-01T00:00Z' };
    const { faults } = await openReplay(app, replayAt(ages));
    expect(faults).toEqual([]);
  });
});
