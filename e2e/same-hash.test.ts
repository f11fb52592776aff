import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { hashCases } from '../tools/hash-cases.js';
import { stateHashes } from '../tools/state-hashes.js';
import { launchBrowser } from './browser.js';

async function bundledKernel(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['tools/state-hashes.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'kernel',
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}

test('R8, R23: the same seeds give the same state hashes in Node and in Chromium', async () => {
  const cases = hashCases();
  const inNode = stateHashes(cases);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundledKernel() });
    const inChromium = await page.evaluate(
      (list) =>
        (
          globalThis as unknown as { kernel: { stateHashes: typeof stateHashes } }
        ).kernel.stateHashes(list),
      cases,
    );
    expect(inChromium).toEqual(inNode);
  } finally {
    await browser.close();
  }
  // Two hundred runs of one program are two hundred histories, nearly all.
  const ends = inNode.slice(0, 200).map((line) => line.split(' ')[2]);
  expect(new Set(ends).size).toBeGreaterThan(190);
});
