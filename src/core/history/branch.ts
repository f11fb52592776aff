import type { Program } from '../program.js';
import type { Entry, RecordedLeg } from '../parts/record.js';
import { formatInstant } from '../time/instant.js';
import type { RecordedTime } from '../time/recorded-time.js';

/** A branch: what is different from an instant on (R25, R26). */
export interface Branch {
  readonly at: number;
  /** The program as changed; same lists in the same order as the one it came from. */
  readonly program: Program;
  /** Recorded incidents that still happen, by id. */
  readonly keep?: readonly string[];
  /** Seats that no longer follow the record, by name. */
  readonly seatsOff?: readonly string[];
}

/** How a branch treats the record from its instant on (R26). */
export interface RecordRules {
  /** Instant of the branch, or Infinity. */
  readonly branchAt: number;
  /** Recorded incidents that are kept after the branch, by id. */
  readonly keep: ReadonlySet<string>;
  /** Seats that no longer follow the record after the branch. */
  readonly seatsOff: ReadonlySet<number>;
  /** Acts that nobody on the record decides on any more: their postures are theirs who left it. */
  readonly actsOff: ReadonlySet<number>;
}

/** The rules of a branch, or those of a run that follows the record to its end. */
export function recordRules(program: Program, branch: Branch | undefined): RecordRules {
  const off = branch?.seatsOff ?? [];
  const seatsOff = new Set(program.seats.flatMap(({ name }, i) => (off.includes(name) ? [i] : [])));
  return {
    branchAt: branch?.at ?? Number.POSITIVE_INFINITY,
    keep: new Set(branch?.keep ?? []),
    seatsOff,
    actsOff: new Set(
      program.acts.flatMap(({ by }, i) => (isOff(program, by, seatsOff) ? [i] : [])),
    ),
  };
}

/**
 * Whether the seats that can order an act have left the record: one of them at least, and all but
 * subordinates of those that did, who do not act against their head.
 */
function isOff(program: Program, by: readonly number[], off: ReadonlySet<number>): boolean {
  const left = (seat: number): boolean => off.has(seat);
  return by.some(left) && by.every((seat) => left(seat) || headsOf(program, seat).some(left));
}

function headsOf({ seats }: Program, seat: number): number[] {
  const heads: number[] = [];
  for (let head = seats[seat]!.under; head >= 0 && heads.length < seats.length;) {
    heads.push(head);
    head = seats[head]!.under;
  }
  return heads;
}

/**
 * An entry's event stands at its recorded time, or at the first hand-over of a text placed ahead.
 */
export function entryStart(entry: Entry): RecordedTime {
  let start = entry.time;
  if (entry.type !== 'dispatch') return start;
  for (const { sent, arrived } of entry.legs) {
    if (sent.placed < start.placed) start = sent;
    if (arrived.placed < start.placed) start = arrived;
  }
  return start;
}

/** Whether an entry that stands after the branch is left out: nobody is there to do it (R26). */
export function isDropped(entry: Entry, rules: RecordRules): boolean {
  if (entryStart(entry).placed < rules.branchAt) return false;
  switch (entry.type) {
    case 'incident':
      return !rules.keep.has(entry.id);
    case 'dispatch':
      return rules.seatsOff.has(entry.from);
    case 'decision':
      return rules.seatsOff.has(entry.seat);
    case 'posture':
      return rules.actsOff.has(entry.standsFor);
    case 'obligation':
    case 'dispute':
      return false;
  }
}

/**
 * The record that a branched run follows (R25): what stands before the branch as it was, the rest
 * as changed. Of an entry before the branch that is its later arrivals, news and stages.
 */
export function branchedRecord(program: Program, branch: Branch): Entry[] {
  return program.entries.map((entry, i) => merged(entry, branch.program.entries[i]!, branch.at));
}

function merged(before: Entry, after: Entry, at: number): Entry {
  if (entryStart(before).placed >= at) return after;
  const learn = [
    ...before.learn.filter(({ time }) => time.placed < at),
    ...after.learn.filter(({ time }) => time.placed >= at),
  ];
  const pick = (a: RecordedTime | null, b: RecordedTime | null): RecordedTime | null =>
    a !== null && a.placed < at ? a : b;
  switch (before.type) {
    case 'dispatch':
      return after.type !== 'dispatch'
        ? before
        : { ...before, learn, legs: mergedLegs(before.legs, after.legs, at) };
    case 'obligation':
      return after.type !== 'obligation'
        ? before
        : {
            ...before,
            learn,
            performed: pick(before.performed, after.performed),
            verified: pick(before.verified, after.verified),
            breached: pick(before.breached, after.breached),
            released: pick(before.released, after.released),
          };
    case 'dispute':
      return after.type !== 'dispute'
        ? before
        : { ...before, learn, closed: pick(before.closed, after.closed) };
    case 'incident':
    case 'posture':
    case 'decision':
      return { ...before, learn };
  }
}

function mergedLegs(
  before: readonly RecordedLeg[],
  after: readonly RecordedLeg[],
  at: number,
): RecordedLeg[] {
  return before.map((leg, i) => (leg.arrived.placed < at ? leg : after[i]!));
}

/**
 * Why a branch cannot be run, in words, or null: a change that can never apply is an error (R25).
 */
export function branchFault(program: Program, branch: Branch): string | null {
  const { at, keep = [], seatsOff = [] } = branch;
  const ends = program.aftermath ?? program.closes;
  if (!(at >= program.opens && at <= ends)) {
    return `${formatInstant(at)} lies outside the scenario's time: branch between its ends`;
  }
  const stranger = seatsOff.find((name) => !program.seats.some((seat) => seat.name === name));
  if (stranger !== undefined) return `there is no seat called ${stranger}`;
  const lost = keep.find((id) => !isKeepable(program, id, at));
  if (lost !== undefined)
    return `${lost} is no recorded incident after the branch: keep one that is`;
  const track = program.tracks.find((t, i) => branch.program.tracks[i]!.starts !== t.starts);
  if (track !== undefined) {
    return `${track.name} starts at the opening, which is before the branch: change it there`;
  }
  return recordFault(program, branch);
}

function isKeepable({ entries }: Program, id: string, at: number): boolean {
  const entry = entries.find((e) => e.id === id);
  return entry?.type === 'incident' && entryStart(entry).placed >= at;
}

function recordFault(program: Program, branch: Branch): string | null {
  const rules = recordRules(program, branch);
  for (const [i, entry] of program.entries.entries()) {
    const changed = branch.program.entries[i]!;
    if (isSame(changed, entry)) continue;
    const { id } = entry;
    if (isDropped(entry, rules)) return `${id} ${droppedWords(program, entry)}`;
    const start = entryStart(entry).placed;
    const tooEarly = start >= branch.at && entryStart(changed).placed < branch.at;
    if (tooEarly || !isSame(merged(entry, changed, branch.at), changed)) {
      return `the change of ${id} lies before the branch: branch earlier`;
    }
  }
  return null;
}

function droppedWords({ seats }: Program, entry: Entry): string {
  switch (entry.type) {
    case 'incident':
      return `is left out after a branch: keep ${entry.id} too`;
    case 'dispatch':
    case 'decision': {
      const { name } = seats[entry.type === 'dispatch' ? entry.from : entry.seat]!;
      return `is no longer on the record, which ${name} has left: leave ${name} on it, or branch later`;
    }
    default:
      return 'is no longer on the record, which the seat that brings it about has left';
  }
}

/** News follows from the change of what brings it: it is no change by itself. */
function isSame(a: Entry, b: Entry): boolean {
  return JSON.stringify({ ...a, learn: [] }) === JSON.stringify({ ...b, learn: [] });
}
