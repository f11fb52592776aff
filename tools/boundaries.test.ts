import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkBoundaries } from './boundaries.mjs';

const planted: string[] = [];

/** A small package in a temporary folder, with the house's configuration and these files. */
function plant(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'backchannel-boundaries-'));
  planted.push(root);
  for (const config of ['tsconfig.json', 'tsconfig.base.json', 'package.json']) {
    cpSync(config, join(root, config));
  }
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

afterEach(() => {
  for (const root of planted.splice(0)) rmSync(root, { recursive: true, force: true });
});

const LEAF = 'export const x = 1;\n';

describe('arrows between folders', () => {
  test('the modules of this package are really read', async () => {
    const { modules } = await checkBoundaries(process.cwd());
    expect(modules).toBeGreaterThan(0);
  });

  test('what ARROWS allows passes', async () => {
    const root = plant({
      'src/core/a.ts':
        "import { sha256 } from '@noble/hashes/sha2.js';\nexport const x = sha256;\n",
      'src/scenario/b.ts': "import { x } from '../core/a.js';\nexport const y = x;\n",
    });
    expect((await checkBoundaries(root)).violations).toEqual([]);
  });

  test.each([
    ['arrows-of-core', "import '../server/b.js';", 'src/core/a.ts', 'src/server/b.ts'],
    ['arrows-of-web', "import '../server/b.js';", 'src/web/a.ts', 'src/server/b.ts'],
    [
      'arrows-of-solve',
      "import type { x } from '../core/b.js';",
      'src/solve/a.ts',
      'src/core/b.ts',
    ],
    ['core-stands-alone', "import 'node:fs';", 'src/core/a.ts', 'src/core/b.ts'],
    ['core-stands-alone', "import 'zod';", 'src/core/a.ts', 'src/core/b.ts'],
    ['browser-has-no-node', "import 'node:fs';", 'src/protocol/a.ts', 'src/core/b.ts'],
    ['known-folder', "import '../core/b.js';", 'src/utils/a.ts', 'src/core/b.ts'],
    ['resolvable', "import './nowhere.js';", 'src/core/a.ts', 'src/core/b.ts'],
    ['tests-are-leaves', "import './b.test.js';", 'src/core/a.ts', 'src/core/b.test.ts'],
  ])('%s: a planted `%s` is caught', async (rule, line, importer, imported) => {
    const root = plant({ [importer]: `${line}\n${LEAF}`, [imported]: LEAF });
    const { violations } = await checkBoundaries(root);
    expect(violations.join('\n')).toContain(`: ${rule} (`);
  });

  test('a cycle is caught, even of types only', async () => {
    const root = plant({
      'src/core/a.ts': "import type { B } from './b.js';\nexport type A = { b: B };\n",
      'src/core/b.ts': "import type { A } from './a.js';\nexport type B = { a: A };\n",
    });
    const [violation] = (await checkBoundaries(root)).violations;
    expect(violation).toContain('src/core/a.ts -> src/core/b.ts -> src/core/a.ts: no-cycle (');
  });
});
