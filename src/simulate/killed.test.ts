import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommand, type BuiltCommand } from './testing/built-command.js';
import { filesOf } from './testing/results.js';

const CHANGE = ['--change', 'channel ferry loss 20%', '--against', 'baseline'];
const WORDS = ['simulate', 'two-banks', '--runs', '1000', '--seed', '1', ...CHANGE];

let command: BuiltCommand;
let whole: Record<string, string> = {};
/** How long a call takes that nobody stops. */
let milliseconds = 0;

beforeAll(async () => {
  command = await buildCommand();
  const started = process.hrtime.bigint();
  command.call(...WORDS, '--out', 'whole');
  milliseconds = Number((process.hrtime.bigint() - started) / 1_000_000n);
  whole = filesOf(join(command.root, 'whole'));
}, 120_000);

afterAll(() => {
  command.remove();
});

/** Begins a batch and sends a signal after a share of the time that it takes; tells the exit. */
async function stopped(
  out: string,
  signal: NodeJS.Signals,
  share: number,
  ...more: readonly string[]
): Promise<{ code: number | null; message: string }> {
  const child = command.start(...WORDS, '--out', out, ...more);
  let message = '';
  child.stderr!.on('data', (chunk: Buffer) => (message += chunk.toString()));
  const timer = setTimeout(() => child.kill(signal), milliseconds * share);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { code, message };
}

describe('the command, while it runs a batch', () => {
  test('killed at any moment, and again, goes on with --resume to the same bytes', async () => {
    for (const share of [0.2, 0.5, 0.7, 0.9]) {
      const out = `killed-at-${share}`;
      await stopped(out, 'SIGKILL', share);
      await stopped(out, 'SIGKILL', share / 2, '--resume');
      const { status, stderr } = command.call(...WORDS, '--out', out, '--resume');
      expect([status, stderr]).toEqual([0, expect.not.stringContaining('cannot')]);
      expect(filesOf(join(command.root, out))).toEqual(whole);
    }
  }, 300_000);

  test('one worker or three: the same bytes, the manifest among them', () => {
    for (const workers of ['1', '3']) {
      const out = `workers-${workers}`;
      expect(command.call(...WORDS, '--out', out, '--workers', workers).status).toBe(0);
      expect(filesOf(join(command.root, out))).toEqual(whole);
    }
  });

  test('interrupted, stops in good order, tells how to go on, and goes on', async () => {
    const long = [...WORDS.with(3, '200000'), '--out', 'interrupted'];
    const child = command.start(...long);
    let message = '';
    child.stderr!.on('data', (chunk: Buffer) => (message += chunk.toString()));
    const timer = setInterval(() => {
      if (chunksIn('interrupted') < 3) return;
      clearInterval(timer);
      child.kill('SIGINT');
    }, 20);
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(1);
    expect(message).toMatch(
      /^backchannel: stopped after (\d+) of 400000 histories, .* with --resume goes on\n$/,
    );
    const kept = chunksIn('interrupted') * 200;
    expect(message).toContain(`stopped after ${kept} of`);
    const again = command.call(...long);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('--resume')]);
  }, 60_000);

  test('verify makes a folder again: the same, and not the same', () => {
    const { status, stdout } = command.call('verify', 'whole');
    expect([status, stdout.split('\n')[0]]).toEqual([
      0,
      'made again: the same to the byte, 7 files',
    ]);
    const json = command.call('verify', 'whole', '--json', '--workers', '1');
    expect(JSON.parse(json.stdout)).toMatchObject({ type: 'same', files: 7, others: [] });
    const none = command.call('verify', 'scenarios');
    expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('holds no results')]);
  });
});

function chunksIn(out: string): number {
  try {
    const names = readdirSync(join(command.root, out, '.unfinished', 'chunks'));
    return names.filter((name) => name.endsWith('.chunk')).length;
  } catch {
    return 0;
  }
}
