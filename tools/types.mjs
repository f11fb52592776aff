/**
 * Type-checks every part against the platform that it may rely on: `src/core` against the language
 * alone, the app against the browser, tests in a browser against both, the rest against Node.
 */
import { spawnSync } from 'node:child_process';

const PROJECTS = ['core', 'web', 'browser-tests', null];

/** @param {string | null} name */
function check(name) {
  const project = name === null ? 'tsconfig.json' : `tsconfig.${name}.json`;
  const args = ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', project];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

const failed = PROJECTS.filter((name) => !check(name));
process.exitCode = failed.length === 0 ? 0 : 1;
