import type { History } from '../core/history/event.js';
import type { Program } from '../core/program.js';
import { runHistory } from '../core/run.js';
import { parseOrders } from '../protocol/orders.js';
import type { HistoryLabel } from '../protocol/public-parts.js';
import { failure, type Failure } from './failure.js';
import type { SourceCriticism } from '../scenario/source-criticism.js';
import { remembered } from './remembered.js';
import {
  compileFolder,
  criticismOfFolder,
  mechanismOrders,
  mechanismsOf,
  type ScenarioFolder,
} from './shelf.js';

/** The seed of a replayed record, which draws nothing from it. */
export const REPLAY_SEED = 'replay';

/**
 * The seed of a mechanism, for which its words and its expected history hold: what the app shows is
 * what `backchannel run SCENARIO --seed 1 --orders FILE` writes.
 */
const MECHANISM_SEED = '1';

/** A history that the app can show. */
export interface ShownHistory {
  readonly type: 'shown';
  readonly program: Program;
  readonly history: History;
  readonly label: HistoryLabel;
}

/** The scenarios of a server, each compiled and run when first asked for, then kept. */
export interface Histories {
  readonly folders: readonly ScenarioFolder[];
  readonly program: (id: string) => Promise<Program | Failure>;
  /** What a scenario says of its sources. */
  readonly criticism: (id: string) => Promise<SourceCriticism | Failure>;
  /** The record of a scenario, or the history of one of its mechanisms. */
  readonly history: (id: string, mechanism: string | null) => Promise<ShownHistory | Failure>;
}

/** Prepares the histories of some scenarios; nothing is read yet. */
export function createHistories(folders: readonly ScenarioFolder[]): Histories {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  const programOf = remembered(async (id: string) => {
    const folder = byId.get(id);
    return folder === undefined ? failure(404, 'no-such-scenario', id) : await compiled(folder);
  });
  const historyOf = remembered(async (key: string) => {
    const [id, mechanism] = JSON.parse(key) as [string, string | null];
    const program = await programOf(id);
    if ('type' in program) return program;
    return mechanism === null
      ? recordOf(program)
      : mechanismHistory(program, byId.get(id)!, mechanism);
  });
  const criticismOf = remembered(async (id: string) => {
    const program = await programOf(id);
    if ('type' in program) return program;
    const result = await criticismOfFolder(byId.get(id)!, program);
    return result.type === 'compiled' ? result.criticism : failure(500, 'broken-scenario', id);
  });
  return {
    folders,
    program: programOf,
    criticism: criticismOf,
    history: (id, mechanism) => historyOf(JSON.stringify([id, mechanism])),
  };
}

async function compiled(folder: ScenarioFolder): Promise<Program | Failure> {
  const result = await compileFolder(folder);
  return result.type === 'compiled' ? result.program : failure(500, 'broken-scenario', folder.id);
}

function recordOf(program: Program): ShownHistory | Failure {
  const result = runHistory(program, { seed: REPLAY_SEED, record: true });
  if (result.type === 'fault') return failure(500, 'faulty-history', result.message);
  const label = { name: 'record', title: 'The record' };
  return { type: 'shown', program, history: result.history, label };
}

function mechanismHistory(
  program: Program,
  folder: ScenarioFolder,
  name: string,
): ShownHistory | Failure {
  const mechanism = mechanismsOf(folder).find((mechanism) => mechanism.name === name);
  if (mechanism === undefined) return failure(404, 'no-such-mechanism', name);
  const parsed = parseOrders(mechanismOrders(folder, name));
  if (parsed.type === 'faults') {
    const { line, message } = parsed.faults[0]!;
    return failure(500, 'broken-mechanism', name, `line ${line}: ${message}`);
  }
  const inputs = parsed.orders;
  const result = runHistory(program, { seed: MECHANISM_SEED, record: false, inputs });
  if (result.type === 'fault') return failure(500, 'broken-mechanism', name, result.message);
  return { type: 'shown', program, history: result.history, label: mechanism };
}
