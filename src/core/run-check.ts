import { nameHash } from './chance/name-hash.js';
import { branchFault } from './history/branch.js';
import { identityNames } from './plan.js';
import type { Program } from './program.js';
import { branchOf, doctrineFault } from './players.js';
import { fault } from './run-fault.js';
import type { RunFault } from './run-fault.js';
import type { RunOptions } from './run-options.js';
import { parseInstant } from './time/instant.js';

/**
 * What keeps a program from being run with these options: two names of one hash, a doctrine or a
 * branch that cannot be, or an order that no seat can give at its instant; null where nothing does.
 */
export function checkRun(program: Program, options: RunOptions): RunFault | null {
  return (
    nameFault(program) ??
    doctrineFault(program, options.doctrines ?? []) ??
    departureFault(program, options) ??
    inputFault(program, options)
  );
}

function nameFault(program: Program): RunFault | null {
  const seen = new Map<number, string>();
  for (const name of identityNames(program)) {
    const hash = nameHash(name);
    const other = seen.get(hash);
    if (other !== undefined && other !== name) {
      return fault('name-collision', `${name} and ${other} have one hash: rename one of them`);
    }
    seen.set(hash, name);
  }
  return null;
}

function departureFault(program: Program, options: RunOptions): RunFault | null {
  const branch = branchOf(program, options);
  const branched = branch === undefined ? null : branchFault(program, branch);
  if (branched !== null) return fault('bad-branch', branched);
  if (options.until !== undefined && !(options.until >= program.opens)) {
    return fault('bad-until', 'a run cannot end before the opening of its scenario');
  }
  return null;
}

function inputFault(program: Program, options: RunOptions): RunFault | null {
  const ids = new Set(program.entries.map(({ id }) => id));
  for (const input of options.inputs ?? []) {
    const at = parseInstant(input.at);
    if (at === null) return fault('bad-time', `${input.at} is not an instant`);
    if (at < program.opens || at > horizonOf(program)) {
      return fault('input-outside', `${input.at} lies outside the scenario's time`);
    }
    const known = input.seat === 'control' || program.seats.some((s) => s.name === input.seat);
    if (!known) return fault('unknown-seat', `there is no seat called ${input.seat}`);
    if (input.id !== undefined && ids.has(input.id)) {
      return fault(
        'duplicate-id',
        `${input.id} is the id of another input or entry: choose another`,
      );
    }
    if (input.id !== undefined) ids.add(input.id);
  }
  return null;
}

/** The last instant that a history of a program can reach. */
export function horizonOf(program: Program): number {
  return program.aftermath ?? program.closes;
}
