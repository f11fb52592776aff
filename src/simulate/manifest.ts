import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TimedInput } from '../core/state.js';
import { MOST_RUNS, type Batch } from './batch.js';

/** What a folder of results says of itself (`manifest.json`): all that a referee needs. */
export interface Manifest {
  readonly format: 'backchannel-manifest/1';
  /** Version of the package, and of its code; null where it ran from source. */
  readonly version: string;
  readonly code: string | null;
  /** The version of Node, for the record: results do not depend on it. */
  readonly node: string;
  /** The call that gives these results, without what they do not depend on. */
  readonly command: string;
  readonly batch: Batch;
  /** SHA-256 over the tables as CSV, the codebook and the summary: the same on every machine. */
  readonly results: string;
  readonly files: readonly ResultFile[];
}

export interface ResultFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a manifest says that the results themselves do not. */
export type Stamp = Pick<Manifest, 'version' | 'code' | 'command'>;

/** The code that made some results. */
export type CodeStamp = Pick<Manifest, 'version' | 'code'>;

export const MANIFEST = 'manifest.json';

/** Files that the hash of the results is taken over; the others say the same in another form. */
const HASHED = /\.csv$|^summary\.json$/;

/** The manifest of a batch, given its files. */
export function manifestOf(batch: Batch, files: readonly ResultFile[], stamp: Stamp): Manifest {
  const { version, code, command } = stamp;
  return {
    format: 'backchannel-manifest/1',
    version,
    code,
    node: process.version,
    command,
    batch,
    results: resultsHash(files),
    files,
  };
}

function resultsHash(files: readonly ResultFile[]): string {
  const lines = files
    .filter(({ name }) => HASHED.test(name))
    .map(({ name, sha256 }) => `${name} ${sha256}\n`);
  return sha256Of(lines.toSorted().join(''));
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What makes one batch another: what it asks for, and the code that answers. */
export function batchKey(batch: Batch, { version, code }: CodeStamp): string {
  return sha256Of(JSON.stringify({ batch, version, code }));
}

const DIGEST = z.string().regex(/^[0-9a-f]{64}$/);

const BATCH = z.strictObject({
  format: z.literal('backchannel-batch/1'),
  scenario: z.string(),
  program: DIGEST,
  seed: z.string(),
  // No more than a call can ask for.
  runs: z.int().positive().max(MOST_RUNS),
  branchAt: z.string().nullable(),
  doctrines: z.array(z.strictObject({ seat: z.string(), doctrine: z.string() })),
  record: z.boolean(),
  // An order is checked when it is given.
  orders: z.array(z.custom<TimedInput>((order) => typeof order === 'object' && order !== null)),
  variants: z.array(z.strictObject({ name: z.string(), changes: z.array(z.string()) })).min(1),
  paired: z.boolean(),
  events: z.boolean(),
});

const SCHEMA = z.strictObject({
  format: z.literal('backchannel-manifest/1'),
  version: z.string(),
  code: z.string().nullable(),
  node: z.string(),
  command: z.string(),
  batch: BATCH,
  results: DIGEST,
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: DIGEST })),
});

/** Reads a manifest; null where the text is none. */
export function parseManifest(text: string): Manifest | null {
  try {
    const result = SCHEMA.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
