import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Program } from '../core/program.js';
import { compileDoctrines, compileWithDoctrines } from '../doctrine/compile-doctrines.js';
import { compileScenario, type CompileResult } from '../scenario/compile.js';
import { codeVersion } from '../scenario/code-version.js';
import { compileSourceCriticism, type CriticismResult } from '../scenario/compile-sources.js';
import { readScenarioFolder } from '../scenario/folder.js';
import { collectFaults } from '../scenario/reading/report.js';
import { shippedPath } from './package-root.js';
import { cacheSlot, defaultCacheFolder, readCached, writeCached } from './program-cache.js';

/** A scenario's folder as found on disk, not yet read. */
export interface ScenarioFolder {
  /** The folder's name. */
  readonly id: string;
  readonly path: string;
  readonly origin: 'shipped' | 'local';
}

/** A mechanism: orders that show one thing of a scenario, run without its record. */
export interface MechanismFile {
  readonly name: string;
  readonly title: string;
}

const SCENARIO_FILE = 'scenario.yaml';
const MECHANISM_SUFFIX = '.ndjson';

/**
 * The scenarios at hand: those that ship with the package, then those in the folder `scenarios` of
 * the working directory whose names are not shipped. Nothing is read but the names.
 */
export function scenariosAtHand(cwd: string): ScenarioFolder[] {
  const shipped = foldersIn(shippedPath('scenarios'), 'shipped');
  const taken = new Set(shipped.map(({ id }) => id));
  const local = foldersIn(resolve(cwd, 'scenarios'), 'local').filter(({ id }) => !taken.has(id));
  return [...shipped, ...local];
}

function foldersIn(parent: string, origin: ScenarioFolder['origin']): ScenarioFolder[] {
  if (!isFolder(parent)) return [];
  return readdirSync(parent)
    .map((id) => ({ id, path: join(parent, id), origin }))
    .filter(({ path }) => isScenarioFolder(path))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Whether a path is a folder with a scenario in it. */
export function isScenarioFolder(path: string): boolean {
  return existsSync(join(path, SCENARIO_FILE));
}

/**
 * Reads and compiles the scenario of a folder, with its doctrines; built code takes what it
 * compiled before, where the files are the same.
 */
export async function compileFolder(folder: ScenarioFolder): Promise<CompileResult> {
  const read = await readScenarioFolder(folder.path);
  if (read.type === 'faulty') return read;
  const code = codeVersion();
  if (code === null) return compileWithDoctrines(folder.id, read.files);
  const slot = cacheSlot(defaultCacheFolder(), folder, read.files, code);
  const kept = readCached(slot);
  if (kept !== null) return { type: 'compiled', program: kept };
  const result = compileWithDoctrines(folder.id, read.files);
  if (result.type === 'compiled') writeCached(slot, result.program);
  return result;
}

/** Reads and compiles every file of a folder, or tells all faults of all of them. */
export async function checkFolder({ id, path }: ScenarioFolder): Promise<CriticismResult> {
  const read = await readScenarioFolder(path);
  if (read.type === 'faulty') return read;
  const scenario = compileScenario(id, read.files);
  // Where the scenario is at fault, its faults are told together with those of the sources.
  if (scenario.type === 'faulty') return compileSourceCriticism(id, read.files);
  const criticism = compileSourceCriticism(id, read.files, scenario.program);
  const doctrines = compileDoctrines(scenario.program, read.files);
  const faults = collectFaults();
  for (const result of [criticism, doctrines]) {
    if (result.type === 'faulty') faults.add(result.faults);
  }
  if (criticism.type === 'faulty' || doctrines.type === 'faulty') {
    return { type: 'faulty', faults: faults.sorted() };
  }
  return { ...criticism, program: doctrines.program };
}

/**
 * Reads and compiles what the scenario of a folder says of its sources; `program` spares the
 * compiling of the scenario itself.
 */
export async function criticismOfFolder(
  { id, path }: ScenarioFolder,
  program?: Program,
): Promise<CriticismResult> {
  const read = await readScenarioFolder(path);
  return read.type === 'files' ? compileSourceCriticism(id, read.files, program) : read;
}

/** The mechanisms of a scenario, by name. */
export function mechanismsOf({ path }: ScenarioFolder): MechanismFile[] {
  const folder = join(path, 'mechanisms');
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(MECHANISM_SUFFIX))
    .map((file) => file.slice(0, -MECHANISM_SUFFIX.length))
    .toSorted()
    .map((name) => ({ name, title: titleOf(name) }));
}

/** The orders of a mechanism that {@link mechanismsOf} lists. */
export function mechanismOrders({ path }: ScenarioFolder, name: string): string {
  return readFileSync(join(path, 'mechanisms', `${name}${MECHANISM_SUFFIX}`), 'utf8');
}

/** A number before a name only puts it in its place. */
function titleOf(name: string): string {
  const words = name.replace(/^\d+[-_]/, '').replaceAll(/[-_]+/g, ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
