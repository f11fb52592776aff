import { chromium, type Browser } from 'playwright-core';
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
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium: run `node tools/chromium.mjs`');
  return chromium.launch({ executablePath, args: ARGS });
}
