/**
 * Builds everything that ships: the library (tsc), the command (esbuild) and the app (vite).
 *
 * The command is bundled to `dist/bin/`, beside `dist/<folder>/`, so that a file directly in a
 * folder of `src/` finds the root of the package at `../../` whether it runs from source, from the
 * library or from the bundle.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build as buildApp } from 'vite';
import { bundleCommand, bundleWorker } from './bundle.mjs';
import { writeCodeVersion } from './code-version.mjs';
import { compressBelow } from './compress.mjs';

function buildLibrary() {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
}

rmSync('dist', { recursive: true, force: true });
buildLibrary();
await bundleCommand('dist/bin');
await bundleWorker('dist/bin');
await buildApp({ logLevel: 'warn' });
compressBelow('dist/web');
writeCodeVersion('dist/code-version');
