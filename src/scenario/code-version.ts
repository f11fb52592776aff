import { readFileSync } from 'node:fs';

/** SHA-256 in hex, as the build writes it. */
const DIGEST = /^[0-9a-f]{64}\s*$/;

/**
 * What tells one build of the code from every other: a SHA-256 of its sources and of the packages
 * that it is pinned to. Null where the code runs from source, which can change at any moment.
 */
export function codeVersion(): string | null {
  try {
    // The build puts it beside the folders of the library and of the bundle; src/ has none.
    const text = readFileSync(new URL('../code-version', import.meta.url), 'utf8');
    return DIGEST.test(text) ? text.trim() : null;
  } catch {
    return null;
  }
}
