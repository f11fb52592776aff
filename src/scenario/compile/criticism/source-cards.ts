import { spotOf, type SourceFile } from '../../reading/source-file.js';
import type { SourceRow } from '../../schema/sources-schema.js';
import type { SourceCard } from '../../source-criticism.js';
import { isCollectionId } from '../../text/name-form.js';
import { roughTimeAt, type CriticismContext } from './criticism-context.js';

/** The sources of a scenario in the order of the file. */
export function compileSourceCards(
  c: CriticismContext,
  rows: Readonly<Record<string, SourceRow>>,
  file: SourceFile,
): SourceCard[] {
  reportCollections(c, rows, file);
  return c.program.sources.map(({ id, title, where, basis }) => {
    const row = rows[id];
    return {
      id,
      title,
      where,
      basis,
      standing: row?.standing ?? null,
      type: row?.type ?? null,
      authors: row?.authors ?? [],
      container: row?.container ?? null,
      publisher: row?.publisher ?? null,
      published: roughTimeAt(c, row?.published, spotOf(file, [id, 'published'])),
      collection: row?.collection ?? null,
    };
  });
}

/** A collection has the form of one, and is that of one source: its documents go by its id. */
function reportCollections(
  c: CriticismContext,
  rows: Readonly<Record<string, SourceRow>>,
  file: SourceFile,
): void {
  const owners = new Map<string, string>();
  for (const [id, { collection }] of Object.entries(rows)) {
    if (collection === undefined) continue;
    const spot = spotOf(file, [id, 'collection']);
    const owner = owners.get(collection);
    if (!isCollectionId(collection)) c.report(spot, 'bad-collection', collection);
    if (owner !== undefined) c.report(spot, 'shared-collection', collection, owner);
    owners.set(collection, id);
  }
}
