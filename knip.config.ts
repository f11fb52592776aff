import type { KnipConfig } from 'knip';

/** The fonts that a style sheet names, as imports, since knip does not read style sheets. */
function importsOfFonts(css: string): string {
  const names = css.matchAll(/url\('(@fontsource\/[^']+)'\)/g);
  return [...names].map(([, name]) => `import '${name}';`).join('\n');
}

const config: KnipConfig = {
  entry: [
    'src/cli/main.ts',
    'src/simulate/worker.ts',
    'src/server/simulation/batch-worker.ts',
    'src/**/testing/*-child.ts',
    'tools/*.mjs',
    'tools/print-state-hashes.ts',
    'bench/**/measure.ts',
  ],
  project: [
    'src/**/*.{ts,tsx,css}',
    'tools/**/*.{ts,mjs}',
    'e2e/**/*.ts',
    'scenarios/**/*.ts',
    'bench/**/*.ts',
  ],
  // The C++ compiler of the benchmark, which not every machine has, and a tool of every Unix.
  ignoreBinaries: ['mkfifo', /^g\+\+$/],
  compilers: { css: importsOfFonts },
  // A type that only its own file uses may be the shape of what an exported function gives.
  ignoreExportsUsedInFile: { type: true, interface: true },
};

export default config;
