import { nameHash } from './chance/name-hash.js';
import { branchFault } from './history/branch.js';
import { identityNames } from './plan.js';
import type { Program } from './program.js';
import type { RunOptions, RunResult } from './run-options.js';
import { parseInstant } from './time/instant.js';

/**
 * What keeps a program from being run with these options: two names of one hash, a branch that
 * cannot be, or an order that no seat can give at its instant; null where nothing does.
 */
export function checkRun(
  program: Program,
  options: RunOptions,
): Extract<RunResult, { type: 'fault' }> | null {
  const seen = new Map<number, string>();
  for (const name of identityNames(program)) {
    const hash = nameHash(name);
    const other = seen.get(hash);
    if (other !== undefined && other !== name) {
      return fault('name-collision', `${name} and ${other} have one hash: rename one of them`);
    }
    seen.set(hash, name);
  }
  const branched = options.branch === undefined ? null : branchFault(program, options.branch);
  if (branched !== null) return fault('bad-branch', branched);
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

/** A fault as a value, with a message that says what to do. */
export function fault(
  code: string,
  message: string,
): { type: 'fault'; code: string; message: string } {
  return { type: 'fault', code, message };
}

/** The last instant that a history of a program can reach. */
export function horizonOf(program: Program): number {
  return program.aftermath ?? program.closes;
}
