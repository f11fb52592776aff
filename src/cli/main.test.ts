import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCommand } from '../../tools/bundle.mjs';

let root = '';
let command = '';

/** The command as it ships: a bundle two folders below the root of the package. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'backchannel-bundle-'));
  const outdir = join(root, 'dist', 'bin');
  command = join(outdir, 'backchannel.js');
  await bundleCommand(outdir);
  cpSync('package.json', join(root, 'package.json'));
  symlinkSync(join(process.cwd(), 'scenarios'), join(root, 'scenarios'));
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

function call(...words: string[]) {
  return spawnSync(process.execPath, [command, ...words], { encoding: 'utf8', cwd: root });
}

/** Starts `serve` and waits for the line that tells its address. */
async function serving(...words: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [command, 'serve', '--json', ...words], { cwd: root });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.stderr.once('data', (chunk: Buffer) => reject(new Error(chunk.toString())));
  });
  const { url } = JSON.parse(line) as { url: string };
  return { child, url };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('the bundled command', () => {
  test.each([
    ['bibtex', '@'],
    ['ris', 'TY  - '],
  ])('export finds the library that writes %s', (format, start) => {
    const words = ['documents', 'cuban-missile-crisis', '--library', 'none', '--format', format];
    const { status, stdout, stderr } = call('export', ...words);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.startsWith(start)).toBe(true);
  });

  test.skipIf(!existsSync('/dev/full'))('says so when its output finds no room', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [command, 'scenarios'], {
      encoding: 'utf8',
      cwd: root,
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toBe('backchannel: the output cannot be written: the disk is full\n');
  });

  test('exits as the words deserve', () => {
    expect(call('scenarios').status).toBe(0);
    expect(call('check', 'nowhere').status).toBe(2);
    expect(call('verify', 'nowhere').status).toBe(1);
  });

  test('loads no parser and no server for its help', () => {
    const { status, stdout } = call('--help');
    expect([status, stdout.startsWith('backchannel COMMAND')]).toEqual([0, true]);
  });

  test('a reader that closes the pipe is no fault', () => {
    const words = `'${process.execPath}' '${command}' replay cuban-missile-crisis --json`;
    const script = `set -o pipefail; ${words} | head -c 10 >&2; echo \${PIPESTATUS[0]}`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    expect([stdout.trim(), stderr]).toEqual(['0', '{"type":"i']);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('serve ends on %s, exit 0', async (signal) => {
    const { child, url } = await serving('--port', '0');
    const health = await fetch(`${url}api/health`);
    expect(await health.json()).toMatchObject({ status: 'ok' });
    const ended = exitOf(child);
    child.kill(signal);
    expect(await ended).toBe(0);
  });

  test('a port in use is told, exit 1', async () => {
    const taken: Server = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    const { port } = taken.address() as AddressInfo;
    const { status, stdout, stderr } = call('serve', '--port', String(port));
    taken.close();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      `backchannel: port ${port} is taken by another program; give a free one with --port\n`,
    );
  });

  test('serve shows a shipped scenario over HTTP, as the truth and as one seat', async () => {
    const { child, url } = await serving('--port', '0');
    const replay = async (as: string) => {
      const answer = await fetch(`${url}api/scenarios/cuban-missile-crisis/replay?as=${as}`);
      return (await answer.json()) as { as: string; letters: { id: string }[] };
    };
    const [truth, seat] = [await replay('truth'), await replay('khrushchev')];
    expect([truth.as, seat.as]).toEqual(['truth', 'khrushchev']);
    expect(truth.letters.length).toBeGreaterThan(seat.letters.length);
    const ended = exitOf(child);
    child.kill('SIGTERM');
    await ended;
  });
});
