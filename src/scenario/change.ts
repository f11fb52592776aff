import type { Doctrine, SeatDoctrine } from '../core/parts/doctrine.js';
import type { Program } from '../core/program.js';
import { changeFault, type ChangeFault } from './change/change-faults.js';
import { shifted, swapped, withArrival, withMoment, withoutEntry } from './change/change-record.js';
import type { Change } from './change/change-types.js';

const ASKED: ReadonlySet<Change['type']> = new Set(['keep', 'plays']);

/**
 * Applies one change to a Program (R25). The result is a new Program that shares what did not
 * change. A change that would change nothing is a fault. `keep` and another player leave the
 * Program as it is: which recorded incidents stay and who plays is for the run, which asks
 * `keptEntries` and `playersAfter`.
 */
export function applyChange(program: Program, change: Change): Program | ChangeFault {
  const changed = patched(program, change);
  if ('code' in changed || ASKED.has(change.type)) return changed;
  const same = JSON.stringify(changed) === JSON.stringify(program);
  return same ? changeFault('changes-nothing', change.text) : changed;
}

/** Ids of the recorded incidents that changes keep across a branch (R26). */
export function keptEntries(program: Program, changes: readonly Change[]): string[] {
  return changes.flatMap((change) =>
    change.type === 'keep' ? [program.entries[change.entry]!.id] : [],
  );
}

/**
 * Who plays after the changes, where `players` would without them: in the order of the seats. A
 * change that leaves a seat to whom it is left already, or that sets what a doctrine reads which
 * plays no seat, is a fault (R25).
 */
export function playersAfter(
  { seats, doctrines }: Program,
  players: readonly SeatDoctrine[],
  changes: readonly Change[],
): readonly SeatDoctrine[] | ChangeFault {
  const bySeat = new Map(players.map(({ seat, doctrine }) => [seat, doctrine]));
  for (const change of changes) {
    if (change.type !== 'plays') continue;
    const seat = seats[change.seat]!.name;
    const doctrine = doctrines[change.doctrine]?.name;
    if (bySeat.get(seat) === doctrine) return changeFault('changes-nothing', change.text);
    if (doctrine === undefined) bySeat.delete(seat);
    else bySeat.set(seat, doctrine);
  }
  for (const change of changes) {
    if (change.type !== 'parameter' && change.type !== 'habit') continue;
    const { seat, name } = doctrines[change.doctrine]!;
    if (bySeat.get(seats[seat]!.name) !== name) return changeFault('unplayed', change.text);
  }
  if (!changes.some(({ type }) => type === 'plays')) return players;
  return seats.flatMap(({ name: seat }) => {
    const doctrine = bySeat.get(seat);
    return doctrine === undefined ? [] : [{ seat, doctrine }];
  });
}

function patched(program: Program, change: Change): Program | ChangeFault {
  switch (change.type) {
    case 'keep':
    case 'plays':
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
    case 'parameter':
    case 'habit':
      return {
        ...program,
        doctrines: patch(program.doctrines, change.doctrine, settingOf(program, change)),
      };
  }
}

function settingOf(
  { doctrines }: Program,
  change: Extract<Change, { type: 'parameter' | 'habit' }>,
): Partial<Doctrine> {
  const { parameters, bargaining } = doctrines[change.doctrine]!;
  const { value } = change;
  if (change.type === 'parameter') {
    return { parameters: patch(parameters, change.parameter, { value }) };
  }
  switch (change.habit) {
    case 'meets':
      return { every: value };
    case 'draws_last':
      return { period: value };
    case 'reply_takes':
      return { bargaining: { ...bargaining, replyTakes: value } };
    case 'precision':
      return { precision: { type: 'number', value } };
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
