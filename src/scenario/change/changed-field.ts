import type { Program } from '../../core/program.js';
import type { Change } from './change-types.js';

/**
 * What a change sets, such as `channel ferry delay`: two changes of one field contradict each
 * other, and only the later would hold. Null where a change sets none: an entry that is kept, or
 * one that is gone, which no later change finds.
 */
export function changedField(program: Program, change: Change): string | null {
  switch (change.type) {
    case 'keep':
    case 'absent':
      return null;
    case 'arrival':
      return `entry ${entryId(program, change.entry)} arrival`;
    case 'shift':
    case 'moment':
      return `entry ${entryId(program, change.entry)} time`;
    case 'swap':
      return `entries ${change.entries
        .map((entry) => entryId(program, entry))
        .toSorted()
        .join(' ')} swapped`;
    case 'starts':
      return `track ${program.tracks[change.track]!.name}`;
    case 'delay':
      return `channel ${program.channels[change.channel]!.name} delay`;
    case 'hazard':
      return `channel ${program.channels[change.channel]!.name} ${change.hazard}`;
    case 'prior':
      return `unknown ${program.unknowns[change.unknown]!.name}`;
    case 'rate':
      return `incident ${program.incidents[change.incident]!.name} rate`;
    case 'takes':
      return `act ${program.acts[change.act]!.name} duration`;
    case 'plays':
      return `doctrine of ${program.seats[change.seat]!.name}`;
    case 'parameter': {
      const { parameters } = program.doctrines[change.doctrine]!;
      return `doctrine ${doctrineName(program, change.doctrine)} ${parameters[change.parameter]!.name}`;
    }
    case 'habit':
      return `doctrine ${doctrineName(program, change.doctrine)} ${change.habit}`;
  }
}

function doctrineName({ doctrines, seats }: Program, index: number): string {
  const { seat, name } = doctrines[index]!;
  return `${seats[seat]!.name}.${name}`;
}

function entryId({ entries }: Program, entry: number): string {
  return entries[entry]!.id;
}
