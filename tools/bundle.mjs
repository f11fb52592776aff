/**
 * Bundles what Node runs: the command, and the threads of a batch. The build puts them below
 * `dist/`, tests below a folder of their own.
 */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Modules written in CommonJS call `require`, which an ES module does not have. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module';" +
  'const require = __createRequire(import.meta.url);';

const NO_FETCH = './tools/no-fetch.mjs';

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // It finds the file of its threads beside its own.
  external: ['piscina'],
  logLevel: 'warning',
};

/**
 * The command, as `backchannel.js` and its pieces.
 *
 * @param {string} outdir
 */
export async function bundleCommand(outdir) {
  await build({
    ...COMMON,
    entryPoints: { backchannel: 'src/cli/main.ts' },
    outdir,
    splitting: true,
    alias: { 'node-fetch': NO_FETCH, 'sync-fetch': NO_FETCH },
    banner: { js: `#!/usr/bin/env node\n${REQUIRE_BANNER}` },
    legalComments: 'linked',
  });
  chmodSync(join(outdir, 'backchannel.js'), 0o755);
}

/**
 * The threads of a batch: one file with the kernel and nothing else, quick to load many times, and
 * the one in which the server waits for those and sums up.
 *
 * @param {string} outdir
 */
export async function bundleWorker(outdir) {
  await build({
    ...COMMON,
    entryPoints: {
      'simulate-worker': 'src/simulate/worker.ts',
      'batch-worker': 'src/server/simulation/batch-worker.ts',
    },
    outdir,
    banner: { js: REQUIRE_BANNER },
  });
}
