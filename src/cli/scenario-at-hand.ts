import { basename, resolve } from 'node:path';
import type { Program } from '../core/program.js';
import { faultText } from '../scenario/faults.js';
import { nearestName } from '../scenario/text/nearest-name.js';
import {
  compileFolder,
  isScenarioFolder,
  scenariosAtHand,
  type ScenarioFolder,
} from '../server/shelf.js';
import { callMessages } from './call-messages.js';
import type { Exit, Io } from './command.js';
import { refuse } from './command.js';
import { textOf } from './table.js';

/** The folder that a call means by SCENARIO, or what is wrong with the word. */
export type FoundScenario =
  | { readonly type: 'found'; readonly folder: ScenarioFolder }
  | { readonly type: 'unknown'; readonly message: string };

/**
 * A scenario ready to run, or the exit code of a call whose scenario is not; its faults were told.
 */
export type OpenedScenario =
  | { readonly type: 'opened'; readonly program: Program }
  | { readonly type: 'refused'; readonly exit: Exit };

/**
 * Finds a scenario by its name, or by the path of its folder: a word with a slash, or a dot first.
 */
export function findScenario(word: string, cwd: string): FoundScenario {
  if (/[\\/]|^\./.test(word)) {
    const path = resolve(cwd, word);
    if (!isScenarioFolder(path)) {
      return { type: 'unknown', message: callMessages.notAScenarioFolder(word) };
    }
    return { type: 'found', folder: { id: basename(path), path, origin: 'local' } };
  }
  const folders = scenariosAtHand(cwd);
  const folder = folders.find(({ id }) => id === word);
  if (folder !== undefined) return { type: 'found', folder };
  const path = resolve(cwd, word);
  if (isScenarioFolder(path)) return { type: 'found', folder: { id: word, path, origin: 'local' } };
  const nearest = nearestName(
    word,
    folders.map(({ id }) => id),
  );
  return { type: 'unknown', message: callMessages.unknownScenario(word, nearest) };
}

/** Finds and compiles the scenario of a call; tells what is wrong with it on standard error. */
export async function openScenario(word: string, io: Io): Promise<OpenedScenario> {
  const found = findScenario(word, io.cwd);
  if (found.type === 'unknown') return { type: 'refused', exit: refuse(io, 2, found.message) };
  const result = await compileFolder(found.folder);
  if (result.type === 'compiled') return { type: 'opened', program: result.program };
  io.err(textOf(result.faults.map(faultText)));
  return { type: 'refused', exit: 1 };
}

/** The seat of that name, or null after telling that there is none. */
export function seatOf(program: Program, name: string, io: Io): string | null {
  const seats = program.seats.map((seat) => seat.name);
  if (seats.includes(name)) return name;
  refuse(io, 2, callMessages.unknownSeat(name, nearestName(name, seats), seats));
  return null;
}
