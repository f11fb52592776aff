import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Collection, DocumentKind } from '../document.js';
import { DOCUMENT_KINDS } from '../document.js';
import { isCollectionId } from '../collection-id.js';
import type { Disk } from './disk.js';
import { isSystemError, reasonOf } from '../system-reason.js';
import type { LibraryFault } from './folder-messages.js';
import { libraryFault } from './folder-messages.js';

const FORMAT = 'backchannel-library/1';

/** What the index of a library says of a collection, without its texts. */
export interface CollectionSummary {
  readonly id: string;
  readonly type: Collection['type'];
  readonly title: string;
  readonly file: Collection['file'];
  readonly documents: number;
  /** Documents by kind, the most frequent first. */
  readonly kinds: readonly { readonly kind: DocumentKind; readonly documents: number }[];
  readonly remarks: number;
  /** SHA-256 of the collection as it is stored, in hexadecimal: the name of its file. */
  readonly stored: string;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

const summarySchema: z.ZodType<CollectionSummary> = z.object({
  id: z.string().refine(isCollectionId),
  type: z.enum(['edition', 'newspaper', 'chapter', 'plain']),
  title: z.string(),
  file: z.object({ name: z.string(), bytes: count, sha256: hash }),
  documents: count,
  kinds: z.array(z.object({ kind: z.enum(DOCUMENT_KINDS), documents: count })),
  remarks: count,
  stored: hash,
});

const indexSchema = z.object({ format: z.literal(FORMAT), collections: z.array(summarySchema) });

/** The index of a library, or why it cannot be used. */
export type ReadIndex =
  | {
      readonly type: 'index';
      /** The file as it is; null where there is none yet. */
      readonly bytes: Buffer | null;
      /** In order of their ids. */
      readonly collections: readonly CollectionSummary[];
    }
  | { readonly type: 'faulty'; readonly fault: LibraryFault };

/** The path of a library's index. */
export function indexPath(folder: string): string {
  return join(folder, 'library.json');
}

/** Reads the index of a library; a folder without one is an empty library. */
export async function readIndex(disk: Disk, folder: string): Promise<ReadIndex> {
  let bytes: Buffer | null;
  try {
    bytes = await disk.read(indexPath(folder));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { type: 'faulty', fault: libraryFault('unreadable-library', folder, reasonOf(error)) };
  }
  return bytes === null ? { type: 'index', bytes, collections: [] } : parseIndex(folder, bytes);
}

function parseIndex(folder: string, bytes: Buffer): ReadIndex {
  const damaged = (reason: string): ReadIndex => ({
    type: 'faulty',
    fault: libraryFault('damaged-index', folder, reason),
  });
  const value = jsonOf(bytes);
  if (value === undefined) return damaged('it is not JSON');
  if (isNewer(value)) return { type: 'faulty', fault: libraryFault('newer-library', folder) };
  const parsed = indexSchema.safeParse(value);
  if (!parsed.success) return damaged(firstIssue(parsed.error));
  const { collections } = parsed.data;
  const ids = collections.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  return twice === undefined
    ? { type: 'index', bytes, collections }
    : damaged(`${twice} stands in it twice`);
}

/** The value of a JSON text in UTF-8; undefined where it is none. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** The first thing that a schema found wrong, with where it stands. */
export function firstIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return 'it has another shape';
  return `${issue.path.map(String).join('.') || 'it'}: ${issue.message}`;
}

/** What would keep an index that says this from being read; null where nothing would. */
export function issueWithin(summary: CollectionSummary): string | null {
  const { error } = summarySchema.safeParse(summary);
  return error === undefined ? null : firstIssue(error);
}

function isNewer(value: unknown): boolean {
  const { format } = (value ?? {}) as { readonly format?: unknown };
  return (
    typeof format === 'string' && format.startsWith('backchannel-library/') && format !== FORMAT
  );
}

/** The bytes of an index, its collections in order of their ids. */
export function indexBytes(collections: readonly CollectionSummary[]): Buffer {
  const ordered = collections.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Buffer.from(`${JSON.stringify({ format: FORMAT, collections: ordered }, null, 2)}\n`);
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
