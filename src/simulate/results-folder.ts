import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Batch } from './batch.js';
import {
  batchKey,
  MANIFEST,
  manifestOf,
  parseManifest,
  type Manifest,
  type Stamp,
} from './manifest.js';
import { openParts, type Parts } from './parts.js';
import { SUMMARY, writeResults, type OnFile, type WrittenResults } from './result-files.js';
import { simulateMessages } from './simulate-messages.js';
import type { Summary } from './summary.js';
import type { Results } from './tables.js';

/** The folder that the results of a batch go to, and what it holds already. */
export type ResultsFolder =
  | {
      readonly type: 'open';
      readonly parts: Parts;
      /** Writes the results beside what is there, puts them into place, and clears up. */
      readonly finish: (results: Omit<Results, 'parts'>, onFile?: OnFile) => FinishedResults;
    }
  /** Every file of this very batch is there. */
  | { readonly type: 'finished'; readonly manifest: Manifest; readonly summary: Summary }
  | { readonly type: 'refused'; readonly message: string };

export interface FinishedResults extends WrittenResults {
  readonly manifest: Manifest;
}

const WORKSHOP = '.unfinished';
const BATCH = 'batch.json';

/** What an unfinished batch says of itself. */
interface Unfinished {
  readonly key: string;
  readonly batch: Batch;
}

/**
 * Opens a folder for the results of a batch: a new or empty one, or with `resume` one in which the
 * same batch, by the same code, was begun.
 */
export function openResultsFolder(
  folder: string,
  batch: Batch,
  stamp: Stamp,
  resume: boolean,
): ResultsFolder {
  const key = batchKey(batch, stamp);
  const workshop = join(folder, WORKSHOP);
  const manifest = readManifest(folder);
  const begun = readUnfinished(workshop);
  if (manifest !== null) {
    const isSame = batchKey(manifest.batch, manifest) === key;
    if (!isSame) return refused(simulateMessages.otherBatch(folder, manifest.batch));
    rmSync(workshop, { recursive: true, force: true });
    if (!resume) return refused(simulateMessages.finished(folder));
    return { type: 'finished', manifest, summary: readSummary(folder) };
  }
  if (begun !== null && begun.key !== key) {
    const isSameBatch = JSON.stringify(begun.batch) === JSON.stringify(batch);
    return refused(
      isSameBatch
        ? simulateMessages.otherCode(folder)
        : simulateMessages.otherBatch(folder, begun.batch),
    );
  }
  if (begun !== null && !resume) return refused(simulateMessages.unfinished(folder));
  const stranger = begun === null ? strangerIn(folder) : undefined;
  if (stranger !== undefined) return refused(simulateMessages.stranger(folder, stranger));
  if (begun === null) beginIn(workshop, { key, batch });
  const parts = openParts(join(workshop, 'chunks'), batch);
  const finish = (results: Omit<Results, 'parts'>, onFile?: OnFile) =>
    finishResults(folder, { ...results, parts }, stamp, onFile);
  return { type: 'open', parts, finish };
}

/** Whatever stood there belonged to no batch that can be told. */
function beginIn(workshop: string, own: Unfinished): void {
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  writeWhole(join(workshop, BATCH), JSON.stringify(own));
}

function finishResults(
  folder: string,
  results: Results,
  stamp: Stamp,
  onFile?: OnFile,
): FinishedResults {
  const workshop = join(folder, WORKSHOP);
  // A place of its own: somebody else may be about the same.
  const made = mkdtempSync(join(workshop, 'files-'));
  const written = writeResults(made, results, onFile);
  const manifest = manifestOf(results.batch, written.files, stamp);
  for (const { name } of written.files) renameSync(join(made, name), join(folder, name));
  // From here on the folder is a whole result.
  writeWhole(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  rmSync(workshop, { recursive: true });
  return { ...written, manifest };
}

/** The manifest of a folder, or null where there is none that can be read. */
export function readManifest(folder: string): Manifest | null {
  const path = join(folder, MANIFEST);
  return existsSync(path) ? parseManifest(readFileSync(path, 'utf8')) : null;
}

function readSummary(folder: string): Summary {
  return JSON.parse(readFileSync(join(folder, SUMMARY), 'utf8')) as Summary;
}

function readUnfinished(workshop: string): Unfinished | null {
  try {
    return JSON.parse(readFileSync(join(workshop, BATCH), 'utf8')) as Unfinished;
  } catch {
    return null;
  }
}

/** Something in a folder that no batch put there. */
function strangerIn(folder: string): string | undefined {
  return existsSync(folder) ? readdirSync(folder).find((name) => name !== WORKSHOP) : undefined;
}

function refused(message: string): ResultsFolder {
  return { type: 'refused', message };
}

function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, text, { flush: true });
  renameSync(beside, path);
}
