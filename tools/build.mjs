/**
 * Builds everything that ships: the library (tsc), the command (esbuild) and the app (vite).
 *
 * The command is bundled to `dist/bin/`, beside `dist/<folder>/`, so that a file directly in a
 * folder of `src/` finds the root of the package at `../../` whether it runs from source, from the
 * library or from the bundle.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { build as bundle } from 'esbuild';
import { build as buildApp } from 'vite';
import { writeCodeVersion } from './code-version.mjs';
import { compressBelow } from './compress.mjs';

/** Modules written in CommonJS call `require`, which an ES module does not have. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module';" +
  'const require = __createRequire(import.meta.url);';

const NO_FETCH = './tools/no-fetch.mjs';

function buildLibrary() {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
}

/** @type {import('esbuild').BuildOptions} */
const BUNDLE = {
  outdir: 'dist/bin',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // It finds the file of its threads beside its own.
  external: ['piscina'],
  logLevel: 'warning',
};

async function buildCommand() {
  await bundle({
    ...BUNDLE,
    entryPoints: { backchannel: 'src/cli/main.ts' },
    splitting: true,
    alias: { 'node-fetch': NO_FETCH, 'sync-fetch': NO_FETCH },
    banner: { js: `#!/usr/bin/env node\n${REQUIRE_BANNER}` },
    legalComments: 'linked',
  });
  chmodSync('dist/bin/backchannel.js', 0o755);
}

/** The thread of a batch: one file with the kernel and nothing else, quick to load many times. */
async function buildWorker() {
  await bundle({ ...BUNDLE, entryPoints: { 'simulate-worker': 'src/simulate/worker.ts' } });
}

rmSync('dist', { recursive: true, force: true });
buildLibrary();
await buildCommand();
await buildWorker();
await buildApp({ logLevel: 'warn' });
compressBelow('dist/web');
writeCodeVersion('dist/code-version');
