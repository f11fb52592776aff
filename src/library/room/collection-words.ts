import type { RoomCollection } from './room.js';

/** What a collection is called, where its texts can be got, and which file to import. */
export function sourceNames({ source, imported, id }: RoomCollection): {
  readonly title: string;
  readonly where: string | null;
  readonly file: string | null;
} {
  const [first] = imported;
  const title = source?.title ?? first?.title ?? id;
  const where = source !== null && /^https?:\/\//.test(source.where) ? source.where : null;
  return { title, where, file: first?.file.name ?? fileOf(source?.collection ?? null, where) };
}

/**
 * Volumes of FRUS are published as XML under the name of the volume, in capitals where its address
 * has them; the rest is text.
 */
function fileOf(collection: string | null, where: string | null): string | null {
  if (collection === null) return null;
  const last = where?.split('/').at(-1) ?? '';
  const name = last.toLowerCase() === collection ? last : collection;
  return `${name}.${collection.startsWith('frus') ? 'xml' : 'txt'}`;
}

/** Where one document of a collection can be read: below its volume, where the address allows. */
export function documentAddress(
  where: string | null,
  collection: string | null,
  key: string | null,
): string | null {
  if (where === null || collection === null || key === null) return where;
  const isVolume = where.toLowerCase().endsWith(`/${collection}`);
  return isVolume ? `${where}/${key}` : where;
}
