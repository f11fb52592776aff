import type { Doctrine, Lineup, Resolve } from './parts/doctrine.js';
import type { Channel, Letter, Relay, Route } from './parts/letters.js';
import type {
  Act,
  Ending,
  Incident,
  Milestone,
  Place,
  Routine,
  Seat,
  Side,
  Track,
  Trust,
  Unknown,
} from './parts/world.js';
import type { Entry, Source } from './parts/record.js';

/**
 * A compiled scenario: plain data that can be hashed, cloned to a worker and patched (R10).
 * Everything refers to everything else by its index in the lists below; −1 means none. Times are
 * whole milliseconds UTC, durations milliseconds, rates per millisecond, shares in [0, 1].
 */
export interface Program {
  readonly format: 'backchannel-program/1';
  /** The scenario's folder name. */
  readonly id: string;
  readonly title: string;
  readonly opens: number;
  readonly closes: number;
  /** How far a history goes on after its first ending, or null where it stops there (R22). */
  readonly aftermath: number | null;
  /** Every name that can order events (R3), in code-point order; an index is a rank. */
  readonly names: readonly string[];
  readonly places: readonly Place[];
  readonly sides: readonly Side[];
  readonly seats: readonly Seat[];
  readonly relays: readonly Relay[];
  readonly tracks: readonly Track[];
  readonly unknowns: readonly Unknown[];
  readonly channels: readonly Channel[];
  readonly routes: readonly Route[];
  readonly acts: readonly Act[];
  readonly incidents: readonly Incident[];
  readonly routines: readonly Routine[];
  readonly letters: readonly Letter[];
  readonly endings: readonly Ending[];
  readonly milestones: readonly Milestone[];
  readonly trust: Trust;
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
  readonly resolves: readonly Resolve[];
  readonly doctrines: readonly Doctrine[];
  readonly lineup: Lineup;
}
