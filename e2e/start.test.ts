import { describe, expect, test } from 'vitest';
import { axeFaults } from './axe.js';
import { useApp } from './app.js';
import { startServed } from './served.js';
import { openWatched, type WatchedPage } from './watched-page.js';

const app = useApp();

/** Opens the app as a newcomer does, and waits until nothing more comes. */
async function open(): Promise<WatchedPage> {
  const watched = await openWatched(app, '/');
  await watched.page.waitForLoadState('networkidle');
  return watched;
}

describe('the first minute', () => {
  test('one command shows the app, without a fault and without a word to strangers', async () => {
    const { page, faults, strangers } = await open();
    expect(await page.title()).toContain('Backchannel');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(faults).toEqual([]);
    expect(strangers).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'the first screen keeps WCAG 2.2 AA, %s',
    async (scheme) => {
      const { page } = await open();
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      expect(await axeFaults(page)).toEqual([]);
    },
  );

  test('Ctrl-C ends it, exit 0', async () => {
    const another = await startServed();
    expect(await another.end()).toBe(0);
  });
});
