import { createReadStream, existsSync, readFileSync } from 'node:fs';
import type { Collection } from '../../document.js';
import { importFile } from '../../import.js';

/** The two real volumes stand beside the checkout, not in it; tests of them skip without. */
const FOLDER = new URL('../../../../../shared/frus/', import.meta.url);

/** Volume VI, and the supplement that is a catalogue. */
export const VOLUME_SIX = new URL('frus1961-63v06.xml', FOLDER);
export const SUPPLEMENT = new URL('frus1961-63v10-12mSupp.xml', FOLDER);
export const VOLUMES_ARE_HERE = existsSync(VOLUME_SIX) && existsSync(SUPPLEMENT);

/** What a test that skips says of itself. */
export const WHY_SKIPPED = VOLUMES_ARE_HERE ? '' : ' (skipped: no ../shared/frus)';

/** A volume as it is read from its file. */
export async function importedVolume(file: URL): Promise<Collection> {
  const name = file.pathname.split('/').at(-1)!;
  const result = await importFile(name, createReadStream(file));
  if (result.type === 'faulty') throw new Error(JSON.stringify(result.faults));
  return result.collection;
}

/** Its bytes as text, for what a test looks up in it. */
export function xmlOf(file: URL): string {
  return readFileSync(file, 'utf8');
}
