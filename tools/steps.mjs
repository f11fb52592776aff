/** Runs command lines one after the other, and stops at the first that fails. */
import { spawn } from 'node:child_process';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command a command line that works by itself
 * @property {boolean} [tells] whether what it says is shown though it passes
 */

/**
 * @param {string} command
 * @returns {Promise<{ok: boolean, said: string}>}
 */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {string[]} */
    const said = [];
    child.stdout.on('data', (chunk) => said.push(String(chunk)));
    child.stderr.on('data', (chunk) => said.push(String(chunk)));
    child.on('close', (code) => resolve({ ok: code === 0, said: said.join('') }));
  });
}

/**
 * Prints each step with its seconds; of one that tells what it said; of one that fails also how to
 * run it alone.
 *
 * @param {readonly Step[]} steps
 * @param {(text: string) => void} print
 * @returns {Promise<boolean>} whether all passed
 */
export async function runSteps(steps, print) {
  for (const { name, command, tells = false } of steps) {
    print(`${name} … `);
    const start = performance.now();
    const { ok, said } = await run(command);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    print(`${ok ? 'ok' : 'FAILED'} (${seconds} s)\n`);
    if (ok && tells) print(said);
    if (ok) continue;
    print(`${said.trimEnd()}\n\nStopped at ${name}. Again, alone: ${command}\n`);
    return false;
  }
  return true;
}
