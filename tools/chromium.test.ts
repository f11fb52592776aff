import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findChromium } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-chromium-'));
afterAll(() => rmSync(folder, { recursive: true }));

function place(name: string, mode: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}

test('the browser is the one that is named, else the first known name on the PATH', () => {
  place('chromium', 0o644);
  const found = place('google-chrome', 0o755);
  const env = { PATH: ['/nowhere', folder].join(delimiter) };
  expect(findChromium(env)).toBe(found);
  expect(findChromium({ ...env, BACKCHANNEL_CHROMIUM: '/opt/mine' })).toBe('/opt/mine');
  expect(findChromium({ PATH: '/nowhere' })).toBeNull();
});
