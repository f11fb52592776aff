import type { Span } from '../../core/history/span.js';
import type { Zone } from '../../core/time/zone.js';
import type { SourceCriticism } from '../../scenario/source-criticism.js';
import type { Collection } from '../document.js';

/** All that the reading room of one scenario is made of. */
export interface RoomMaterial {
  readonly scenario: { readonly id: string; readonly title: string };
  /** The places of the scenario, whose clocks its times are told by. */
  readonly places: readonly RoomPlace[];
  readonly criticism: SourceCriticism;
  /** What the reader imported. */
  readonly collections: readonly Collection[];
  /** Entries of the record by id. */
  readonly chronicle: ReadonlyMap<string, ChronicleEntry>;
}

export interface RoomPlace {
  readonly name: string;
  readonly title: string;
  readonly zone: Zone;
}

/** An entry of the record, as far as the reading room tells of it. */
export interface ChronicleEntry {
  readonly id: string;
  readonly title: string;
  /** What Replay opens it as. */
  readonly type: 'letter' | 'mark' | 'bond';
  /** When it happened, began or was sent. */
  readonly at: Span;
  /** Whether nobody looked its facts up. */
  readonly fromMemory: boolean;
  /** The way that a letter went; empty for anything else. */
  readonly legs: readonly ChronicleLeg[];
}

/** A leg, its holders and its channel in words. */
export interface ChronicleLeg {
  readonly from: string;
  readonly to: string;
  readonly channel: string;
  readonly sent: Span;
  /** Null where it never arrived. */
  readonly arrived: Span | null;
  /** The places whose clocks tell the two times. */
  readonly fromPlace: string;
  readonly toPlace: string;
}
