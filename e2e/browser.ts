import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findChromium } from '../tools/chromium.mjs';

/** For containers: no sandbox of its own, and no talk with the outside. */
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium that `npm test` found or installed; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ARGS });
}

/** Starts it with a profile that outlives it, as a reader's browser has; the caller closes it. */
export async function launchProfile(
  folder: string,
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<BrowserContext> {
  const executablePath = chromiumPath();
  return chromium.launchPersistentContext(folder, { ...options, executablePath, args: ARGS });
}

function chromiumPath(): string {
  const path = findChromium();
  if (path === null) throw new Error('no Chromium: run `node tools/chromium.mjs`');
  return path;
}
