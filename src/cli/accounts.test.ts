import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountsView } from '../protocol/reading.js';
import { callCommand } from './call-command.js';

const SOURCES = `
LOG: {title: The bridge log, where: town archive, basis: page, standing: official record of the day}
TALE: {title: A tale, where: an attic, basis: page}
HEARSAY: {title: Hearsay, where: '-', basis: recall}
`;

const RECORD = `
incidents:
  I1: {title: A shot, at: 1900-05-02T09:30Z, place: northbank, kind: accidental, text: A shot is heard., cites: [LOG p. 3]}
`;

const ACCOUNTS = `
accounts: {TALE: {title: What the tale says, source: TALE}}
claims:
  A1:
    account: TALE
    says: Three shots fell.
    at: p2
    verdict: contradicted
    record: One is in the log.
    cites: [LOG p. 3, HEARSAY]
    entries: [I1]
disagreements:
  Q1:
    topic: How many shots
    kind: memory and paper
    positions: [{cites: [TALE], says: three}, {cites: [LOG p. 3], says: one}]
    resolution: One.
    claims: [A1]
    entries: [I1]
`;

let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'backchannel-accounts-'));
  plant('told', ACCOUNTS);
  plant('untold', 'claims: {}\n');
  plant('mistold', ACCOUNTS.replace('cites: [TALE]', 'cites: [TAIL]'));
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

function plant(name: string, accounts: string): void {
  const folder = join(cwd, name);
  mkdirSync(folder);
  const yaml = readFileSync('scenarios/two-banks/scenario.yaml', 'utf8');
  writeFileSync(join(folder, 'scenario.yaml'), yaml);
  writeFileSync(join(folder, 'sources.yaml'), SOURCES);
  writeFileSync(join(folder, 'record.yaml'), RECORD);
  writeFileSync(join(folder, 'accounts.yaml'), accounts);
}

async function call(...words: string[]) {
  let [out, err] = ['', ''];
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text), cwd };
  const exit = await callCommand(['accounts', ...words], io);
  return { exit, out, err };
}

test('claims come by account with verdict, record and citations, then the disagreements', async () => {
  expect(await call('./told')).toEqual({
    exit: 0,
    err: '',
    out: `What the tale says (TALE)

A1   contradicted: Three shots fell.
     record: One is in the log.
     cites: LOG p. 3; HEARSAY (from memory)
     1900-05-02T09:30Z I1 A shot

Where sources disagree

Q1   How many shots (memory and paper)
     TALE: three
     LOG p. 3: one
     resolution: One.
     claims: A1
     1900-05-02T09:30Z I1 A shot
`,
  });
});

test('a scenario cannot colour a terminal or move its cursor', async () => {
  const evil = String.raw`"Three \e[2J\u009b31m\a shots\r fell."`;
  plant('evil', ACCOUNTS.replace('Three shots fell.', evil));
  const { out } = await call('./evil');
  expect(out).toContain('Three \u{FFFD}[2J\u{FFFD}31m\u{FFFD} shots\u{FFFD} fell.');
  plant('evil-and-faulty', ACCOUNTS.replace('[A1]', String.raw`["A\e[2J"]`));
  const { err } = await call('./evil-and-faulty');
  expect(err).toContain('A\u{FFFD}[2J');
});

test('--json: one value, as the API has it', async () => {
  const { exit, out } = await call('./told', '--json');
  const view = JSON.parse(out) as AccountsView;
  expect([exit, out.split('\n')]).toEqual([0, [expect.any(String), '']]);
  expect(view.claims).toMatchObject([
    {
      id: 'A1',
      block: 'p2',
      verdict: 'contradicted',
      cites: [{ text: 'LOG p. 3', standing: 'official record of the day' }, { basis: 'recall' }],
      moments: [{ entry: 'I1', replay: '/replay/told?at=1900-05-02T09:30Z&as=truth&mark=I1' }],
      disagreements: ['Q1'],
    },
  ]);
});

test('a scenario that tells of no accounts has none', async () => {
  expect(await call('./untold')).toEqual({ exit: 0, out: '', err: '' });
});

test('faults of the files are told with their places, exit 1', async () => {
  const { exit, out, err } = await call('./mistold');
  expect([exit, out]).toEqual([1, '']);
  expect(err).toMatch(/^accounts\.yaml:\d+:\d+: .*TAIL/m);
});

test('an unknown scenario: exit 2', async () => {
  expect((await call('two-bank')).exit).toBe(2);
});
