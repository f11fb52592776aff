/**
 * Adds to the lockfile the optional packages of other platforms that npm left out. npm drops an
 * optional package that the registry at hand does not hold, and then `npm ci` refuses the lockfile
 * as incomplete. An added entry has a version and a platform but no checksum. Run after adding a
 * dependency; with a full registry there is nothing to add.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const LOCKFILE = 'package-lock.json';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {object} Lockfile
 * @property {Record<string, LockedPackage>} packages
 */

/**
 * The optional packages that a lockfile asks for and does not hold.
 *
 * @param {Lockfile} lockfile
 * @returns {{name: string, version: string, dev: boolean}[]}
 */
export function missingOptionals({ packages }) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !(`${path}/node_modules/${name}` in packages))
      .filter(([name]) => !(`node_modules/${name}` in packages))
      .map(([name, version]) => ({ name, version, dev })),
  );
}

/**
 * The entry for a package named after its platform: `@scope/binding-linux-x64-musl`.
 *
 * @param {{name: string, version: string, dev: boolean}} missing
 */
function entryOf({ name, version, dev }) {
  const platform = name.replace(/^.*\//, '').replace(/^binding-/, '');
  const [os = '', cpu = '', abi = ''] = platform.split('-');
  const libc = { gnu: 'glibc', musl: 'musl' }[abi];
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    os: [os],
  };
}

function main() {
  /** @type {Lockfile} */
  const lockfile = JSON.parse(readFileSync(LOCKFILE, 'utf8'));
  const missing = missingOptionals(lockfile);
  for (const each of missing) lockfile.packages[`node_modules/${each.name}`] = entryOf(each);
  const byPath = Object.entries(lockfile.packages).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const complete = { ...lockfile, packages: Object.fromEntries(byPath) };
  writeFileSync(LOCKFILE, `${JSON.stringify(complete, null, 2)}\n`);
  console.log(`${missing.length} optional packages added to ${LOCKFILE}`);
}

if (import.meta.filename === process.argv[1]) main();
