import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The app as a newcomer starts it, from the built command. */
export interface Served {
  readonly url: string;
  /** Ends it as Ctrl-C would, and gives its exit code. */
  readonly end: () => Promise<number | null>;
}

/**
 * Starts `backchannel serve` on a free port, outside the clone, and waits until it answers. Without
 * a folder it has a library of its own, empty at first and gone at its end, so that no test sees
 * what the reader imported.
 */
export async function startServed(library?: string): Promise<Served> {
  const own = library === undefined ? await mkdtemp(join(tmpdir(), 'backchannel-library-')) : null;
  const words = ['serve', '--port', '0', '--library', library ?? own!, '--json'];
  const command = [resolve('dist/bin/backchannel.js'), ...words];
  const child = spawn(process.execPath, command, {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url } = JSON.parse(line) as { readonly url: string };
  await fetch(url);
  const end = async () => {
    const code = await endOf(child);
    if (own !== null) await rm(own, { recursive: true, force: true });
    return code;
  };
  return { url, end };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const exited = once(child, 'exit') as Promise<[number | null]>;
  child.kill('SIGINT');
  const [code] = await exited;
  return code;
}
