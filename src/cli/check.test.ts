import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { callCommand } from './call-command.js';

async function check(scenario: string, cwd = '.') {
  let out = '';
  const io = { out: (text: string) => (out += text), err: () => undefined, cwd };
  return { exit: await callCommand(['check', scenario], io), out };
}

/** A copy of two-banks, to be broken. */
function copyOfTwoBanks(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'backchannel-check-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  cpSync('scenarios/two-banks/scenario.yaml', join(cwd, 'copy', 'scenario.yaml'));
  return cwd;
}

test('a sound scenario is counted, its documents, claims and disagreements too', async () => {
  const { exit, out } = await check('cuban-missile-crisis');
  expect(exit).toBe(0);
  expect(out).toMatch(/, \d+ documents, 42 claims, 33 disagreements\)\n$/);
});

test('faults of the files about sources are told with file, line and column', async () => {
  const cwd = copyOfTwoBanks();
  writeFileSync(join(cwd, 'copy', 'sources.yaml'), 'CHRON: {title: x, standing: retold}\n');
  writeFileSync(join(cwd, 'copy', 'documents.yaml'), 'documents: {D: {source: CHRON, kidn: y}}\n');
  writeFileSync(join(cwd, 'copy', 'accounts.yaml'), 'accounts:\n  A: {title: z}\n');
  const { exit, out } = await check('./copy', cwd);
  expect(exit).toBe(1);
  expect(out.split('\n').map((line) => /^\w+\.yaml:\d+:\d+: /.exec(line)?.[0])).toEqual([
    'accounts.yaml:2:3: ',
    'documents.yaml:1:32: ',
    'sources.yaml:1:29: ',
    undefined,
  ]);
});

test('faults of doctrines are told beside those of the sources', async () => {
  const cwd = copyOfTwoBanks();
  writeFileSync(join(cwd, 'copy', 'sources.yaml'), 'CHRON: {title: x}\n');
  writeFileSync(join(cwd, 'copy', 'documents.yaml'), 'documents: {D: {source: CHRON, kidn: y}}\n');
  writeFileSync(join(cwd, 'copy', 'doctrines.yaml'), 'lineup: {seats: {mayor: steady}}\n');
  const { exit, out } = await check('./copy', cwd);
  expect(exit).toBe(1);
  expect(out.split('\n').map((line) => /^\w+\.yaml:\d+:\d+: /.exec(line)?.[0])).toEqual([
    'doctrines.yaml:1:25: ',
    'documents.yaml:1:32: ',
    undefined,
  ]);
});
