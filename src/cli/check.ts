import type { CriticismResult } from '../scenario/compile-sources.js';
import { faultText } from '../scenario/faults.js';
import { checkFolder } from '../server/shelf.js';
import type { Command } from './command.js';
import { printJson, refuse } from './command.js';
import { findScenario } from './scenario-at-hand.js';
import { textOf } from './table.js';

/** `backchannel check SCENARIO` */
export const check: Command = {
  args: ['SCENARIO'],
  options: {},
  notes: ['Every fault is one line: file:line:column: what is wrong, and what would be right.'],
  run: async (call, io) => {
    const found = findScenario(call.args[0]!, io.cwd);
    if (found.type === 'unknown') return refuse(io, 2, found.message);
    const { id } = found.folder;
    const result = await checkFolder(found.folder);
    const faults = result.type === 'faulty' ? result.faults : [];
    if (call.flag('json')) {
      printJson(io, { scenario: id, valid: result.type === 'compiled', faults });
    } else if (result.type === 'compiled') {
      io.out(textOf([`${id}: no faults (${contents(result)})`]));
    } else {
      io.out(textOf(faults.map(faultText)));
    }
    return result.type === 'compiled' ? 0 : 1;
  },
};

type Compiled = Extract<CriticismResult, { type: 'compiled' }>;

function contents({ program, criticism }: Compiled): string {
  const { seats, tracks, acts, letters, incidents, entries, doctrines } = program;
  const { documents, claims, disagreements } = criticism;
  return [
    counted(seats.length, 'seat'),
    counted(tracks.length, 'track'),
    counted(acts.length, 'act'),
    counted(letters.length, 'letter'),
    counted(incidents.length, 'incident'),
    counted(doctrines.length, 'doctrine'),
    entries.length === 1 ? '1 entry of the record' : `${entries.length} entries of the record`,
    counted(documents.length, 'document'),
    counted(claims.length, 'claim'),
    counted(disagreements.length, 'disagreement'),
  ].join(', ');
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
