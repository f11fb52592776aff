import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

/** Where benchmarks put what they build. */
export const CACHE = 'node_modules/.cache/backchannel/bench';

/** Modules written in CommonJS call `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module';" +
  'const require = __createRequire(import.meta.url);';

/**
 * Bundles a measuring program, as the command is bundled, and gives its path. It stands two folders
 * down: what the build writes for built code would stand one up (`compile` does so).
 *
 * @param {string} entryPoint
 * @param {string} name
 */
export async function built(entryPoint, name) {
  const outfile = `${CACHE}/${name}/bin/measure.mjs`;
  mkdirSync(`${CACHE}/${name}/bin`, { recursive: true });
  await build({
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // It looks for its own files beside itself.
    external: ['piscina'],
    banner: { js: REQUIRE },
    logLevel: 'warning',
  });
  return outfile;
}
