import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';

/** A lock that its process renews is never older than this; an older one was left by the dead. */
const STALE_MS = 10_000;

const WAIT_MS = 100;
const MOST_WAITS = 300;
/** Locks among sound processes are short; a longer wait is told of. */
const WAITS_UNTOLD = 10;

/** A held lock. */
export interface FolderLock {
  /** Whether nobody took it, as can happen when this process slept for longer than it may. */
  readonly isHeld: () => boolean;
  readonly release: () => Promise<void>;
}

/**
 * Waits until no other process, and nobody else in this one, changes a library folder, and holds
 * the others off.
 *
 * @param onWait is called, once, where it takes longer than a second
 * @returns the lock; null where others held it for half a minute
 * @throws the error of the system where the folder cannot be written
 */
export async function lockFolder(
  folder: string,
  onWait: () => void = () => undefined,
): Promise<FolderLock | null> {
  for (let waits = 0; waits < MOST_WAITS; waits += 1) {
    const held = await tryLock(folder);
    if (held !== null) return held;
    if (waits === WAITS_UNTOLD) onWait();
    await sleep(WAIT_MS);
  }
  return null;
}

async function tryLock(folder: string): Promise<FolderLock | null> {
  let held = true;
  try {
    const release = await lock(folder, {
      lockfilePath: join(folder, 'library.lock'),
      stale: STALE_MS,
      update: STALE_MS / 5,
      onCompromised: () => (held = false),
    });
    // A lock that cannot be taken down goes stale by itself.
    return { isHeld: () => held, release: async () => await release().catch(() => undefined) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return null;
    throw error;
  }
}
