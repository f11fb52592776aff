import { existsSync, readFileSync } from 'node:fs';
import type { Collection } from '../document.js';
import { importFile } from '../import.js';

const INVENTED = new URL('./', import.meta.url);
const FOUNDING = new URL('../../../../shared/sources/', import.meta.url);

/** Whether the founding documents, which are not shipped, stand beside this checkout. */
export const hasFounding = existsSync(FOUNDING);

/** Text or bytes as a stream of pieces. */
export async function* chunksOf(content: string | Uint8Array, size = 1000) {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Imports a text of a test, which must be sound. */
export async function imported(name: string, content: string | Uint8Array): Promise<Collection> {
  const read = await importFile(name, chunksOf(content));
  if (read.type === 'faulty') throw new Error(read.faults.map(({ message }) => message).join('; '));
  return read.collection;
}

/** The codes, with places, of the faults for which a file is refused. */
export async function faultsOf(content: string | Uint8Array, name = 'x.txt'): Promise<string[]> {
  const read = await importFile(name, chunksOf(content));
  if (read.type === 'read') return [];
  return read.faults.map(({ code, line, column }) =>
    [code, line ?? [], column ?? []].flat().join(':'),
  );
}

/** Imports an invented file of this folder. */
export async function invented(name: string): Promise<Collection> {
  return await imported(name, readFileSync(new URL(name, INVENTED)));
}

/** Imports a founding document. */
export async function founding(name: string): Promise<Collection> {
  return await imported(name, readFileSync(new URL(name, FOUNDING)));
}
