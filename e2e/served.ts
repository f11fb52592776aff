import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The app as a newcomer starts it, from the built command. */
export interface Served {
  readonly url: string;
  /** Ends it as Ctrl-C would, and gives its exit code. */
  readonly end: () => Promise<number | null>;
}

/** A folder for a library of a test's own, so that none sees what the reader imported. */
export function freshLibrary(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'backchannel-library-'));
}

/** Starts `backchannel serve` on a free port, outside the clone, and waits until it answers. */
export async function startServed(library?: string): Promise<Served> {
  const folder = library ?? (await freshLibrary());
  const words = ['serve', '--port', '0', '--library', folder, '--json'];
  const command = [resolve('dist/bin/backchannel.js'), ...words];
  const child = spawn(process.execPath, command, {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { readonly url: string };
  await fetch(url);
  return { url, end: () => endOf(child) };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const exited = once(child, 'exit') as Promise<[number | null]>;
  child.kill('SIGINT');
  const [code] = await exited;
  return code;
}
