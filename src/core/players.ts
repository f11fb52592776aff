import type { Branch } from './history/branch.js';
import type { SeatDoctrine } from './parts/doctrine.js';
import type { Program } from './program.js';
import type { RunOptions } from './run-options.js';
import { fault } from './run-fault.js';
import type { RunFault } from './run-fault.js';

/**
 * Why these doctrines cannot play, or null: a seat or a doctrine that there is none of, another
 * seat's doctrine, or two for one seat. The message says what there is.
 */
export function doctrineFault(
  program: Program,
  doctrines: readonly SeatDoctrine[],
): RunFault | null {
  const taken = new Set<string>();
  for (const { seat, doctrine } of doctrines) {
    const index = program.seats.findIndex(({ name }) => name === seat);
    if (index === -1)
      return fault('unknown-seat', MESSAGES.seat(seat, seatsWithDoctrines(program)));
    if (taken.has(seat)) return fault('seat-twice', MESSAGES.twice(seat));
    taken.add(seat);
    const own = doctrinesOf(program, index);
    if (own.includes(doctrine)) continue;
    const others = program.doctrines.filter(({ name }) => name === doctrine);
    if (others.length === 0)
      return fault('unknown-doctrine', MESSAGES.doctrine(seat, doctrine, own));
    const theirs = others.map((d) => program.seats[d.seat]!.name);
    return fault('doctrine-of-another', MESSAGES.another(seat, doctrine, theirs, own));
  }
  return null;
}

/** Per seat, the doctrine that plays it by its index in the program, or −1. */
export function playersOf(program: Program, doctrines: readonly SeatDoctrine[] = []): Int32Array {
  return Int32Array.from(program.seats, ({ name }, seat) => {
    const given = doctrines.find((d) => d.seat === name);
    return program.doctrines.findIndex((d) => d.seat === seat && d.name === given?.doctrine);
  });
}

/**
 * Where a run leaves the record (R26): its branch, with the seats that doctrines play taken off the
 * record; the opening, where the record is followed, doctrines play and no branch is given.
 */
export function branchOf(
  program: Program,
  { record, branch, doctrines = [] }: Pick<RunOptions, 'record' | 'branch' | 'doctrines'>,
): Branch | undefined {
  if (doctrines.length === 0) return branch;
  const seats = doctrines.map(({ seat }) => seat);
  if (branch !== undefined) return { ...branch, seatsOff: [...(branch.seatsOff ?? []), ...seats] };
  const follows = record && program.entries.length > 0;
  return follows ? { at: program.opens, program, seatsOff: seats } : undefined;
}

function doctrinesOf(program: Program, seat: number): string[] {
  return program.doctrines.flatMap((d) => (d.seat === seat ? [d.name] : []));
}

function seatsWithDoctrines({ seats, doctrines }: Program): string[] {
  return seats.flatMap(({ name }, i) => (doctrines.some(({ seat }) => seat === i) ? [name] : []));
}

const MESSAGES = {
  seat: (seat: string, seats: readonly string[]): string =>
    `there is no seat called ${seat}: ${
      seats.length === 0
        ? 'this scenario has no doctrines'
        : `this scenario has doctrines for ${seats.join(', ')}`
    }`,
  twice: (seat: string): string => `${seat} is given two doctrines: choose one`,
  doctrine: (seat: string, doctrine: string, own: readonly string[]): string =>
    `${seat} has no doctrine called ${doctrine}: ${has(seat, own)}`,
  another: (
    seat: string,
    doctrine: string,
    theirs: readonly string[],
    own: readonly string[],
  ): string =>
    `${doctrine} is a doctrine of ${theirs.join(', ')}, not of ${seat}: ${has(seat, own)}`,
} as const;

function has(seat: string, own: readonly string[]): string {
  return own.length === 0 ? `${seat} has none` : `${seat} has ${own.join(', ')}`;
}
