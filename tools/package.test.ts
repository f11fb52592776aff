import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ARROWS } from '../.dependency-cruiser.mjs';
import { missingOptionals, type Lockfile } from './complete-lockfile.mjs';

type Manifest = {
  readonly exports: Record<string, { readonly types: string; readonly default: string }>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
};

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const manifest = readJson('package.json') as Manifest;
const folders = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Folders that are programs, not parts of the library. */
const PROGRAMS = ['cli', 'web'];

describe('package.json', () => {
  test('every version is pinned exactly', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    // DuckDB numbers the releases of its bindings after its own.
    const exact = /^\d+\.\d+\.\d+(-r\.\d+)?$/;
    expect(versions.filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  test('every library folder of src/ is a subpath export, and nothing else is', () => {
    const exported = Object.keys(manifest.exports).filter((path) => path.endsWith('/*'));
    const library = folders.filter((folder) => !PROGRAMS.includes(folder));
    expect(exported.toSorted()).toEqual(library.map((folder) => `./${folder}/*`).toSorted());
  });

  test('every folder of src/ has a line in the table of arrows', () => {
    expect(folders.filter((folder) => !Object.hasOwn(ARROWS, folder))).toEqual([]);
  });
});

describe('package-lock.json', () => {
  test('names no registry', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(
      /"resolved"|https?:\/\/[^"]*\.tgz/,
    );
  });

  test('holds every platform (else: node tools/complete-lockfile.mjs)', () => {
    expect(missingOptionals(readJson('package-lock.json') as Lockfile)).toEqual([]);
  });

  test('holds a cookie that runs on Node 20, which version 2 does not', () => {
    const { packages } = readJson('package-lock.json') as Lockfile;
    const cookies = Object.entries(packages).filter(([path]) =>
      path.endsWith('node_modules/cookie'),
    );
    expect(cookies.map(([, { version }]) => version?.split('.')[0])).toEqual(['1']);
  });
});

describe('README.md', () => {
  test('links to pages that exist', () => {
    const links = readFileSync('README.md', 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g);
    expect([...links].map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
  });
});
