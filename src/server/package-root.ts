import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The package's own folder: from source, library and bundle alike two levels up. */
const ROOT = new URL('../../', import.meta.url);

/** The path of a file or folder that ships with the package. */
export function shippedPath(path: string): string {
  return fileURLToPath(new URL(path, ROOT));
}

/** The version of the package. */
export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(shippedPath('package.json'), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}
