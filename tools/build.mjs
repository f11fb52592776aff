/**
 * Builds everything that ships: the library (tsc), the command (esbuild) and the app (vite).
 *
 * The command is bundled to `dist/bin/`, beside `dist/<folder>/`, so that a file directly in a
 * folder of `src/` finds the root of the package at `../../` whether it runs from source, from the
 * library or from the bundle.
 *
 * With `--if-changed` it does nothing where `dist` was built from the very same files: npm runs
 * `prepare` at every `npx backchannel`, and a server that is running reads its app from there.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build as buildApp } from 'vite';
import { bundleCommand, bundleWorker } from './bundle.mjs';
import { isBuilt, noteBuilt, writeCodeVersion } from './code-version.mjs';
import { compressBelow } from './compress.mjs';

function buildLibrary() {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
}

if (process.argv.includes('--if-changed') && isBuilt()) process.exit(0);
rmSync('dist', { recursive: true, force: true });
buildLibrary();
await bundleCommand('dist/bin');
await bundleWorker('dist/bin');
await buildApp({ logLevel: 'warn' });
compressBelow('dist/web');
writeCodeVersion('dist/code-version');
noteBuilt();
