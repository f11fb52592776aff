import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultText } from '../faults.js';
import { readScenarioFolder } from '../folder.js';
import { LIMITS, readYaml } from './yaml-file.js';

function said(content: string | Uint8Array): string[] {
  const result = readYaml('scenario.yaml', content);
  return result.type === 'faulty' ? result.faults.map(faultText) : [];
}

test('a bomb of aliases is refused before it unfolds', () => {
  const layers = Array.from(
    { length: 12 },
    (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}*l${i}]`,
  );
  expect(said(`l0: &l0 [lol]\n${layers.join('\n')}`)).toContain(
    'scenario.yaml:1:9: anchors and aliases (& and *) are not read; write the value out',
  );
});

test.each([
  ['lists', '['.repeat(2_000_000)],
  ['mappings', '{a: '.repeat(500_000)],
  ['dashes', '- '.repeat(1_000_000)],
  ['question marks', '? '.repeat(1_000_000)],
  ['indentation', Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
])('%s nested without end are left at the limit', (_, text) => {
  const [only, ...rest] = said(text);
  expect(rest).toEqual([]);
  expect(only).toMatch(/^scenario\.yaml:\d+:\d+: nested deeper than 32 levels/);
});

test('a million rows are left at the limit', () => {
  const text = Array.from({ length: 600_000 }, (_, i) => `a${i}: 1`)
    .join('\n')
    .slice(0, LIMITS.bytes);
  const [only, ...rest] = said(text);
  expect(rest).toEqual([]);
  expect(only).toMatch(/more than 400000 words and signs; split the scenario$/);
}, 60_000);

test('bytes that are not UTF-8 are refused with their line', () => {
  const good = new TextEncoder().encode('title: Zwei Städte\nopens: ');
  const bad = Uint8Array.from([...good, 0xe4, 0x6e, ...good]);
  expect(said(bad)).toEqual([
    'scenario.yaml:2:1: the file is not UTF-8 from this line on; save it as UTF-8',
  ]);
});

test('a file of 50 MB is refused by its size, before it is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backchannel-'));
  const file = await open(join(folder, 'scenario.yaml'), 'w');
  await file.truncate(50_000_000);
  await file.close();
  await writeFile(join(folder, 'sources.yaml'), '{}');
  const before = process.memoryUsage();
  const result = await readScenarioFolder(folder);
  const after = process.memoryUsage();
  await rm(folder, { recursive: true });
  expect(result.type === 'faulty' ? result.faults.map(faultText) : []).toEqual([
    `scenario.yaml:1:1: the file is longer than ${LIMITS.bytes} bytes; split or shorten it`,
  ]);
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(10_000_000);
});

test('files that cannot be read are faults like others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backchannel-'));
  await mkdir(join(folder, 'record.yaml'));
  await symlink('nowhere', join(folder, 'scenario.yaml'));
  const result = await readScenarioFolder(folder);
  await rm(folder, { recursive: true });
  expect(result.type === 'faulty' ? result.faults.map(faultText) : []).toEqual([
    'record.yaml:1:1: this cannot be read (EISDIR): it should be a file that this user may read',
    'scenario.yaml:1:1: this cannot be read (ENOENT): it should be a file that this user may read',
  ]);
});

test('a text beyond the limit is refused as well', () => {
  expect(said('a'.repeat(LIMITS.bytes + 1))[0]).toContain('longer than');
});

test('a byte order mark and Windows line ends are read over', () => {
  const result = readYaml('sources.yaml', '\uFEFFA: {title: x}\r\nB: {title: y}\r\n');
  expect(result.type === 'read' && result.file.value).toEqual({
    A: { title: 'x' },
    B: { title: 'y' },
  });
});
