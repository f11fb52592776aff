import type { Program } from '../core/program.js';
import { changeFault, type ChangeFault } from './change/change-faults.js';
import { shifted, swapped, withArrival, withMoment, withoutEntry } from './change/change-record.js';
import type { Change } from './change/change-types.js';

/**
 * Applies one change to a Program (R25). The result is a new Program that shares what did not
 * change. A change that would change nothing is a fault. `keep` leaves the Program as it is: which
 * recorded incidents stay is for the branch, which asks `keptEntries`.
 */
export function applyChange(program: Program, change: Change): Program | ChangeFault {
  const changed = patched(program, change);
  if ('code' in changed || change.type === 'keep') return changed;
  const same = JSON.stringify(changed) === JSON.stringify(program);
  return same ? changeFault('changes-nothing', change.text) : changed;
}

/** Ids of the recorded incidents that changes keep across a branch (R26). */
export function keptEntries(program: Program, changes: readonly Change[]): string[] {
  return changes.flatMap((change) =>
    change.type === 'keep' ? [program.entries[change.entry]!.id] : [],
  );
}

function patched(program: Program, change: Change): Program | ChangeFault {
  switch (change.type) {
    case 'keep':
      return program;
    case 'absent':
      return withoutEntry(program, change.entry);
    case 'arrival':
      return withArrival(program, change.entry, change.arrival);
    case 'shift':
      return shifted(program, change.entry, change.by);
    case 'moment':
      return withMoment(program, change.entry, change.at);
    case 'swap':
      return swapped(program, change.entries);
    case 'starts':
      return {
        ...program,
        tracks: patch(program.tracks, change.track, { starts: change.value }),
      };
    case 'delay':
      return {
        ...program,
        channels: patch(program.channels, change.channel, { delay: change.delay }),
      };
    case 'hazard':
      return withHazard(program, change);
    case 'prior':
      return {
        ...program,
        unknowns: patch(program.unknowns, change.unknown, { prior: change.prior }),
      };
    case 'rate':
      return {
        ...program,
        incidents: patch(program.incidents, change.incident, { rate: change.rate }),
      };
    case 'takes':
      return { ...program, acts: patch(program.acts, change.act, { takes: change.takes }) };
  }
}

function withHazard(program: Program, change: Extract<Change, { type: 'hazard' }>): Program {
  const { channel, hazard, chance } = change;
  const { garble } = program.channels[channel]!;
  const fields = hazard === 'garble' ? { garble: { ...garble, chance } } : { [hazard]: chance };
  return { ...program, channels: patch(program.channels, channel, fields) };
}

function patch<T>(list: readonly T[], index: number, fields: Partial<T>): readonly T[] {
  return list.map((one, i) => (i === index ? { ...one, ...fields } : one));
}
