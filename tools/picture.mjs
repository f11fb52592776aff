/**
 * Takes the picture of the README, `docs/replay.png`: Replay as it stands when Sunday's answer has
 * been read. Needs a build (`npm run build`) and a Chromium.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const ADDRESS =
  '/replay/cuban-missile-crisis?at=1962-10-28T15:00Z&as=truth' +
  '&from=1962-10-26T00:00Z&to=1962-10-29T00:00Z';
const SIZE = { width: 1366, height: 800 };
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A reader who has been here before sees no captions. */
const SETTINGS = JSON.stringify({ theme: 'day', learned: ['seat', 'handle', 'letter'] });

async function serve() {
  const command = ['dist/bin/backchannel.js', 'serve', '--port', '0', '--json'];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  return { url: JSON.parse(line).url, end: () => child.kill('SIGINT') };
}

/** @param {string} url */
async function takePicture(url) {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium: run `node tools/chromium.mjs`');
  const browser = await chromium.launch({ executablePath, args: ARGS });
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1.5 });
  await page.addInitScript({
    content: `localStorage.setItem('backchannel', ${JSON.stringify(SETTINGS)})`,
  });
  await page.goto(new URL(ADDRESS, url).href, { waitUntil: 'networkidle' });
  await page.locator('.timeline .labels').waitFor({ state: 'attached' });
  const key = await page.locator('.legend').boundingBox();
  const height = key === null ? SIZE.height : Math.ceil(key.y + key.height);
  await page.screenshot({
    path: 'docs/replay.png',
    fullPage: true,
    clip: { x: 0, y: 0, width: SIZE.width, height },
  });
  await browser.close();
}

const { url, end } = await serve();
try {
  await takePicture(url);
} finally {
  end();
}
