import { formatMinute } from '../core/time/instant.js';
import {
  compileFolder,
  mechanismsOf,
  scenariosAtHand,
  type ScenarioFolder,
} from '../server/shelf.js';
import type { Command } from './command.js';
import { printJson } from './command.js';
import { tableLines, textOf } from './table.js';

/** `backchannel scenarios` */
export const scenarios: Command = {
  args: [],
  options: {},
  notes: [
    'Shipped scenarios come with the package; local ones stand in the folder scenarios/ of the ' +
      'working directory. A scenario elsewhere is named by the path of its folder.',
  ],
  run: async (call, io) => {
    const list = await Promise.all(scenariosAtHand(io.cwd).map(describe));
    if (call.flag('json')) printJson(io, list);
    else io.out(textOf(tableLines(list.map(rowOf))));
    return 0;
  },
};

interface Described {
  readonly id: string;
  readonly origin: ScenarioFolder['origin'];
  readonly path: string;
  /** Null where the scenario has faults, which `check` tells. */
  readonly title: string | null;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly entries: number | null;
  readonly mechanisms: readonly string[];
}

async function describe(folder: ScenarioFolder): Promise<Described> {
  const { id, origin, path } = folder;
  const result = await compileFolder(folder);
  const program = result.type === 'compiled' ? result.program : null;
  return {
    id,
    origin,
    path,
    title: program?.title ?? null,
    opens: program === null ? null : formatMinute(program.opens),
    closes: program === null ? null : formatMinute(program.closes),
    entries: program?.entries.length ?? null,
    mechanisms: mechanismsOf(folder).map(({ name }) => name),
  };
}

function rowOf({ id, origin, title, opens, closes, entries }: Described): string[] {
  if (title === null) return [id, origin, `has faults: 'backchannel check ${id}' lists them`];
  const record = entries === 0 ? 'no record' : `${entries} entries`;
  return [id, origin, `${opens} to ${closes}`, record, title];
}
