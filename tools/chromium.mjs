/** Finds, and where it can installs, the browser that the end-to-end tests drive. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const ADVICE =
  'No Chromium found. Install one (Debian: apt-get install chromium), ' +
  'or name one with BACKCHANNEL_CHROMIUM=/path/to/chromium.';

/**
 * The browser to drive: `BACKCHANNEL_CHROMIUM`, else the first known name on the PATH.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null} absolute path, or null if there is none
 */
export function findChromium(env = process.env) {
  if (env['BACKCHANNEL_CHROMIUM']) return env['BACKCHANNEL_CHROMIUM'];
  const folders = (env['PATH'] ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How to run a command as root, or null: as root itself, else by a sudo that asks no password. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}

/** @param {string[]} words */
function run([command = '', ...words]) {
  return spawnSync(command, words, { stdio: 'inherit' }).status === 0;
}

function installOnDebian() {
  const prefix = existsSync('/etc/debian_version') ? rootPrefix() : null;
  if (prefix === null) return;
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  if (run([...apt, 'update'])) run([...apt, 'install', '-y', 'chromium']);
}

/** Installs Chromium if there is none (Debian, as root or with sudo); otherwise says what to do. */
export function ensureChromium() {
  if (findChromium() === null) installOnDebian();
  const path = findChromium();
  console.log(path ?? ADVICE);
  return path !== null;
}

if (import.meta.filename === process.argv[1]) process.exitCode = ensureChromium() ? 0 : 1;
