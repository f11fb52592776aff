import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseText } from '../core/history/chain.js';
import { callCommand } from './call-command.js';
import { COMMANDS } from './commands.js';

let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'backchannel-cli-'));
});

afterAll(() => {
  rmSync(cwd, { recursive: true });
});

interface Called {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function call(...words: string[]): Promise<Called> {
  let [out, err] = ['', ''];
  const exit = await callCommand(words, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    cwd,
  });
  return { exit, out, err };
}

function linesOf(text: string): unknown[] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}

function write(name: string, lines: readonly object[]): string {
  writeFileSync(join(cwd, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return name;
}

const ORDERS = [
  { at: '1900-05-02T06:00Z', seat: 'mayor', type: 'act', act: 'close_bridge' },
  { at: '1900-05-02T08:00Z', seat: 'reeve', type: 'send', letter: 'first' },
  { at: '1900-05-02T09:00Z', seat: 'reeve', type: 'act', act: 'withdraw_cannon' },
];

describe('help', () => {
  test('without words the overview goes to standard error, exit 2', async () => {
    const { exit, out, err } = await call();
    expect([exit, out]).toEqual([2, '']);
    for (const { name } of COMMANDS) expect(err).toContain(`\n  ${name} `);
  });

  test.each(COMMANDS.map(({ name }) => name))('%s --help: what it takes, exit 0', async (name) => {
    const { exit, out, err } = await call(name, '--help');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^backchannel ${name} `));
    expect(out).toContain('--json');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('help COMMAND: the same as COMMAND --help', async () => {
    expect(await call('help', 'check')).toEqual(await call('check', '--help'));
    expect((await call('help', 'chekc')).err).toContain("did you mean 'check'?");
  });

  test('--version', async () => {
    expect((await call('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('words that are off: exit 2 and the nearest name', () => {
  test.each([
    [['replai', 'two-banks'], "no command 'replai' (did you mean 'replay'?)"],
    [['--verison'], "no option '--verison' (did you mean '--version'?)"],
    [['check', 'two-bank'], "no scenario 'two-bank' (did you mean 'two-banks'?)"],
    [['check', './nowhere'], './nowhere is no scenario'],
    [['check', '../two-banks'], '../two-banks is no scenario'],
    [['replay', 'two-banks', '--seat', 'reve'], "no seat 'reve' (did you mean 'reeve'?)"],
    [['replay', 'two-banks', '--from', 'may'], "--from 'may' is no time"],
    [['knew', 'two-banks', '--seat', 'reeve'], '--at TIME is missing'],
    [['run', 'two-banks'], '--seed N is missing'],
    [['run', 'two-banks', '--seed', '1', '--record', 'of'], "--record 'of' is neither on nor off"],
    [
      ['run', 'two-banks', '--seed', '1', '--keep', 'I1'],
      '--keep makes sense only with --branch-at',
    ],
    [['serve', '--port', '99999'], "--port '99999' is no port"],
    [['run', 'two-banks', '--seed', ''], '--seed needs a value'],
    [
      ['replay', 'two-banks', '--from', '1900-05-03T00:00Z', '--to', '1900-05-02T00:00Z'],
      '--from 1900-05-03T00:00Z is later than --to 1900-05-02T00:00Z',
    ],
  ])('%j: %s', async (words, message) => {
    const { exit, out, err } = await call(...words);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

describe('scenarios', () => {
  test('lists shipped and local ones, local ones with faults too', async () => {
    mkdirSync(join(cwd, 'scenarios', 'mine'), { recursive: true });
    writeFileSync(join(cwd, 'scenarios', 'mine', 'scenario.yaml'), 'title: 7\n');
    const [list] = linesOf((await call('scenarios', '--json')).out);
    expect(list).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'two-banks', origin: 'shipped', entries: 0 }),
        expect.objectContaining({ id: 'mine', origin: 'local', title: null }),
      ]),
    );
    expect((await call('scenarios')).out).toMatch(/^mine +local +has faults/m);
  });
});

describe('a folder of scenarios that is none', () => {
  test('is passed over', async () => {
    const elsewhere = mkdtempSync(join(cwd, 'elsewhere-'));
    writeFileSync(join(elsewhere, 'scenarios'), 'my notes on scenarios');
    let out = '';
    const io = { out: (text: string) => (out += text), err: () => undefined, cwd: elsewhere };
    expect(await callCommand(['scenarios'], io)).toBe(0);
    expect(out).toContain('two-banks');
  });
});

describe('check', () => {
  test('a sound scenario: exit 0', async () => {
    expect(await call('check', 'two-banks')).toMatchObject({ exit: 0, err: '' });
    const [value] = linesOf((await call('check', 'two-banks', '--json')).out);
    expect(value).toEqual({ scenario: 'two-banks', valid: true, faults: [] });
  });

  test('a scenario with faults: each with file, line and column, exit 1', async () => {
    mkdirSync(join(cwd, 'broken'), { recursive: true });
    writeFileSync(join(cwd, 'broken', 'scenario.yaml'), 'title: Broken\nopens: yesterday\n');
    const { exit, out } = await call('check', './broken');
    expect(exit).toBe(1);
    expect(out).toMatch(/^scenario\.yaml:2:8: /m);
    const { out: json } = await call('check', './broken', '--json');
    expect(linesOf(json)).toEqual([expect.objectContaining({ scenario: 'broken', valid: false })]);
  });
});

describe('run and verify', () => {
  const run = (...words: string[]) => call('run', 'two-banks', '--seed', '7', ...words);

  test('the time of an ending is its own, not that of the end of its aftermath', async () => {
    const { out } = await call('run', 'cuban-missile-crisis', '--seed', '7');
    expect(out).toMatch(/; settled at 1962-11-20T23:45Z, followed to 1992-02-01T00:00Z; state /);
  });

  test('an order that is refused says why', async () => {
    const orders = write('refused.ndjson', [
      { at: '1900-05-02T06:00Z', seat: 'mayor', type: 'act', act: 'close_brige' },
      { at: '1900-05-02T07:00Z', seat: 'mayor', type: 'send', letter: 'first' },
    ]);
    const { exit, out } = await run('--orders', orders);
    expect(exit).toBe(0);
    expect(out).toContain('close_brige; refused: there is no act called close_brige');
    expect(out).toMatch(/first; refused: /);
  });

  test('R23: same scenario, seed and orders: the same bytes; another seed, others', async () => {
    const orders = write('orders.ndjson', ORDERS);
    const { out } = await run('--orders', orders, '--json');
    expect((await run('--orders', orders, '--json')).out).toBe(out);
    expect(linesOf(out)[0]).toMatchObject({ type: 'header', seed: '7', record: 'off' });
    expect(
      (await call('run', 'two-banks', '--seed', '8', '--orders', orders, '--json')).out,
    ).not.toBe(out);
  });

  test('R25: a branch is the same up to its instant, with or without a record', async () => {
    const orders = write('orders.ndjson', ORDERS);
    const change = ['--branch-at', '1900-05-02T07:00Z', '--change', 'channel ferry delay 30h'];
    const eventsOf = async (...words: string[]) => {
      const lines = linesOf((await run('--orders', orders, '--json', ...words)).out);
      const events = lines as { type: string; at: string; kind: string; changes: object[] }[];
      return events
        .filter(({ type, kind }) => type === 'event' && kind !== 'deadline')
        .map(({ at, kind, changes }) => JSON.stringify([at, kind, changes]));
    };
    const [plain, branch] = [await eventsOf(), await eventsOf(...change)];
    const prefix = (events: string[]) => events.filter((e) => e < '["1900-05-02T07:00');
    expect(prefix(branch)).toEqual(prefix(plain));
    expect(prefix(plain).length).toBeGreaterThan(1);
    expect(branch).not.toEqual(plain);
    await run('--orders', orders, '--out', 'b.ndjson', ...change);
    expect(await call('verify', 'b.ndjson')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('recomputed: the same'),
    });
  });

  test.each([
    [['--change', 'channel fery loss 5%'], 'did you mean `ferry`?'],
    [['--change', 'channel ferry loss 2%'], 'changes nothing'],
    [
      ['--change', 'channel ferry loss 5%', '--change', 'channel ferry loss 9%'],
      "'channel ferry loss 5%' sets the same",
    ],
    [['--branch-at', '1962-10-27T00:00Z'], '--branch-at must lie between'],
  ])('R25: a change that can never apply is an error: %j', async (words, message) => {
    const { exit, out, err } = await run(...words);
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain(message);
  });

  test('R25: while the record holds, a change of what only chance uses can never apply', async () => {
    const change = ['--change', 'channel embassy_telegram loss 100%'];
    const words = ['run', 'cuban-missile-crisis', '--seed', '3', ...change];
    expect(await call(...words)).toMatchObject({
      exit: 1,
      out: '',
      err: expect.stringContaining('--branch-at'),
    });
    expect(await call(...words, '--branch-at', '1962-10-27T12:00Z')).toMatchObject({ exit: 0 });
  });

  test('--out writes what --json prints, and leaves nothing beside it', async () => {
    const orders = write('orders.ndjson', ORDERS);
    const { out } = await run('--orders', orders, '--json');
    const { out: summary } = await run('--orders', orders, '--json', '--out', 'h.ndjson');
    expect(readFileSync(join(cwd, 'h.ndjson'), 'utf8')).toBe(out);
    expect(linesOf(summary)).toEqual([expect.objectContaining({ out: 'h.ndjson' })]);
    expect(readdirSync(cwd).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('R24: verify finds it the same, and names the first event that was tampered with', async () => {
    await run('--orders', write('orders.ndjson', ORDERS), '--out', 'h.ndjson');
    const [verdict] = linesOf((await call('verify', 'h.ndjson', '--json')).out);
    expect(verdict).toMatchObject({ chain: { type: 'intact' }, recomputed: { type: 'same' } });

    const lines = readFileSync(join(cwd, 'h.ndjson'), 'utf8').split('\n');
    const tampered = lines.findIndex((line) => line.includes('"act":"close_bridge"'));
    const { n } = JSON.parse(lines[tampered]!) as { n: number };
    lines[tampered] = lines[tampered]!.replace('mayor', 'reeve');
    writeFileSync(join(cwd, 'bad.ndjson'), lines.join('\n'));
    const bad = await call('verify', 'bad.ndjson', '--json');
    expect([bad.exit, linesOf(bad.out)[0]]).toMatchObject([
      1,
      { chain: { type: 'bad', event: n } },
    ]);
  });

  test('a history that lost its last line end on the way is still the same', async () => {
    await run('--orders', write('orders.ndjson', ORDERS), '--out', 'h.ndjson');
    const file = readFileSync(join(cwd, 'h.ndjson'), 'utf8');
    writeFileSync(join(cwd, 'cut.ndjson'), file.trimEnd());
    const { exit, out } = await call('verify', 'cut.ndjson', '--json');
    expect([exit, linesOf(out)[0]]).toMatchObject([0, { recomputed: { type: 'same' } }]);
  });

  test('verify says erased, not bad, where texts are erased, and still compares the rest', async () => {
    const orders = [
      ...ORDERS,
      { at: '1900-05-03T08:00Z', seat: 'mayor', type: 'decide', text: 'Wait for the ferry.' },
    ];
    await run('--orders', write('orders.ndjson', orders), '--out', 'h.ndjson');
    const file = readFileSync(join(cwd, 'h.ndjson'), 'utf8');
    const line = file.split('\n').find((l) => l.includes('Wait for the ferry.'))!;
    const { digest } = JSON.parse(line) as { digest: string };
    writeFileSync(join(cwd, 'e.ndjson'), eraseText(file, digest));
    const { exit, out } = await call('verify', 'e.ndjson', '--json');
    expect([exit, linesOf(out)[0]]).toMatchObject([
      0,
      { chain: { type: 'erased', erased: 1 }, recomputed: { type: 'same' } },
    ]);
  });

  test('verify checks the chain alone where the scenario is unknown, and says so', async () => {
    const scenario = join(cwd, 'atlantis', 'scenario.yaml');
    mkdirSync(join(cwd, 'atlantis'), { recursive: true });
    const yaml = readFileSync('scenarios/two-banks/scenario.yaml', 'utf8');
    writeFileSync(scenario, yaml);
    await call('run', './atlantis', '--seed', '1', '--out', 'a.ndjson');
    writeFileSync(scenario, yaml.replace(/^title: .*$/m, 'title: Other towns'));
    const differs = await call('verify', 'a.ndjson', '--scenario', './atlantis');
    expect(differs).toMatchObject({ exit: 0 });
    expect(differs.out).toMatch(/not the one that this history was run on/);
    rmSync(scenario);
    const unknown = await call('verify', 'a.ndjson');
    expect(unknown).toMatchObject({ exit: 0 });
    expect(unknown.out).toMatch(/chain: intact.*\nrecomputed: no: there is no scenario 'atlantis'/);
  });

  test('what cannot be read or written is told with its path, exit 1', async () => {
    expect(await run('--orders', 'nowhere')).toMatchObject({ exit: 1, out: '' });
    expect((await run('--orders', 'nowhere')).err).toContain(
      "'nowhere' cannot be read: there is no",
    );
    expect((await run('--out', 'no/such/folder')).err).toContain('cannot be written: there is no');
    expect(await call('verify', 'nowhere')).toMatchObject({ exit: 1 });
  });

  test('faulty orders are told with file and line, exit 1', async () => {
    const orders = write('faulty.ndjson', [ORDERS[0]!, { ...ORDERS[1]!, letter: 7 }]);
    const { exit, out, err } = await run('--orders', orders);
    expect([exit, out, err]).toEqual([1, '', 'faulty.ndjson:2: letter: must be of type string\n']);
  });
});

describe('knew and replay', () => {
  test('R12: what the reeve did unseen is in nothing that the mayor knew', async () => {
    const runWith = async (name: string, orders: readonly object[]) => {
      const file = write(`${name}-orders.ndjson`, orders);
      await call('run', 'two-banks', '--seed', '3', '--orders', file, '--out', `${name}.ndjson`);
      const at = '1900-05-08T18:00Z';
      const knew = ['knew', 'two-banks', '--seat', 'mayor', '--at', at, '--json'];
      return (await call(...knew, '--history', `${name}.ndjson`)).out;
    };
    const unseen = ORDERS[2]!;
    const without = await runWith('without', [ORDERS[0]!]);
    expect(await runWith('with', [ORDERS[0]!, unseen])).toBe(without);
    expect(without).toContain('close_bridge');
  });

  test('R13: control also asks what was true and unknown', async () => {
    await call(
      'run',
      'two-banks',
      '--seed',
      '3',
      '--out',
      'u.ndjson',
      '--orders',
      write('o', ORDERS),
    );
    const knew = ['knew', 'two-banks', '--seat', 'mayor', '--history', 'u.ndjson', '--json'];
    const { out } = await call(...knew, '--at', '1900-05-04T00:00Z', '--control');
    const [{ unknown }] = linesOf(out) as [{ unknown: { tracks: object[] } }];
    expect(unknown.tracks).toContainEqual(
      expect.objectContaining({ track: 'cannon', truth: 0, believed: 2 }),
    );
  });

  test('a history of another scenario is refused', async () => {
    await call('run', 'two-banks', '--seed', '3', '--out', 'u.ndjson');
    const words = ['--seat', 'kennedy', '--at', '1962-10-27T00:00Z', '--history', 'u.ndjson'];
    const { exit, err } = await call('knew', 'cuban-missile-crisis', ...words);
    expect([exit, err]).toMatchObject([1, expect.stringContaining("a history of 'two-banks'")]);
  });

  test('replay shows a window: what happens in it surely, and what only possibly does', async () => {
    const window = ['--from', '1962-10-27T15:00Z', '--to', '1962-10-27T16:30Z', '--json'];
    const { out } = await call('replay', 'cuban-missile-crisis', ...window);
    const items = linesOf(out) as { type: string; id: string; within: string }[];
    const within = new Map(items.map((item) => [item.id, item.within]));
    expect(within.get('I07')).toBe('yes');
    // Known to the day only.
    expect(within.get('I08')).toBe('possibly');
    expect(within.has('D019')).toBe(false);
  });

  test('replay as a seat shows what it learned in the window, each with its report', async () => {
    const window = ['--from', '1962-10-28T07:30Z', '--to', '1962-10-28T08:00Z', '--json'];
    const as = ['--seat', 'khrushchev'];
    const { out } = await call('replay', 'cuban-missile-crisis', ...as, ...window);
    const items = linesOf(out) as { id: string; within: string; learnedAt: object }[];
    expect(items.filter(({ within }) => within === 'yes').map(({ id }) => id)).toEqual([
      'I07',
      'D066',
    ]);
    expect(items.find(({ id }) => id === 'I07')?.learnedAt).toMatchObject({
      khrushchev: { report: 'K03', broughtBy: 'D066' },
    });
  });

  test('a record that goes on after the ending: what is left out is named', async () => {
    const folder = join(cwd, 'early');
    mkdirSync(folder);
    const yaml = readFileSync('scenarios/two-banks/scenario.yaml', 'utf8');
    writeFileSync(
      join(folder, 'scenario.yaml'),
      yaml.replace(/^  frozen: .*/m, '  shut: \'bridge == "closed"\''),
    );
    const posture = (day: string) =>
      `{ at: 1900-05-0${day} at northbank, side: north, actor: guards, posture: watch, to: doubled, set: { bridge: closed } }`;
    writeFileSync(
      join(folder, 'record.yaml'),
      `postures:\n  P1: ${posture('2')}\n  P2: ${posture('3')}\n`,
    );
    const { exit, out, err } = await call('replay', './early');
    expect([exit, out.includes('P1'), out.includes('P2')]).toEqual([0, true, false]);
    expect(err).toContain('the history ends at 1900-05-02T12:00Z (shut), before P2');
    expect((await call('replay', './early', '--seat', 'reeve')).err).toBe('');
  });

  test('a scenario without a record replays nothing, and says so', async () => {
    const { exit, out, err } = await call('replay', 'two-banks', '--json');
    expect([exit, out]).toEqual([0, '']);
    expect(err).toContain('two-banks has no record to replay');
  });
});
