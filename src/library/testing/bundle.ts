import { build } from 'esbuild';

const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module';" +
  'const require = __createRequire(import.meta.url);';

/** Makes a script of this package runnable by Node, for tests that kill or starve it. */
export async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['piscina'],
    banner: { js: REQUIRE_BANNER },
    logLevel: 'warning',
  });
}
