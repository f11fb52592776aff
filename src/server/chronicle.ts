import { recordedSpan } from '../core/history/naming.js';
import type { Holder } from '../core/parts/letters.js';
import type { Entry, RecordedLeg } from '../core/parts/record.js';
import type { Program } from '../core/program.js';
import type { ChronicleEntry, ChronicleLeg } from '../library/room/material.js';

/** The entries of the record by id, as the reading room tells of them. */
export function chronicleOf(program: Program): ReadonlyMap<string, ChronicleEntry> {
  return new Map(program.entries.map((entry) => [entry.id, chronicleEntry(entry, program)]));
}

function chronicleEntry(entry: Entry, program: Program): ChronicleEntry {
  const { id, title, time, basis } = entry;
  return {
    id,
    title,
    type: shownAs(entry),
    at: recordedSpan(program, time),
    fromMemory: basis === 'recall',
    legs: entry.type === 'dispatch' ? entry.legs.map((leg) => chronicleLeg(leg, program)) : [],
  };
}

function shownAs({ type }: Entry): ChronicleEntry['type'] {
  switch (type) {
    case 'dispatch':
      return 'letter';
    case 'obligation':
    case 'dispute':
      return 'bond';
    case 'incident':
    case 'decision':
    case 'posture':
      return 'mark';
  }
}

function chronicleLeg(leg: RecordedLeg, program: Program): ChronicleLeg {
  const [from, to] = [leg.from, leg.to].map((holder) => holderOf(holder, program));
  return {
    from: from!.title,
    to: to!.title,
    channel: program.channels[leg.channel]!.title,
    sent: recordedSpan(program, leg.sent),
    arrived: leg.lost === true ? null : recordedSpan(program, leg.arrived),
    fromPlace: program.places[from!.place]!.name,
    toPlace: program.places[to!.place]!.name,
  };
}

function holderOf(
  holder: Holder,
  { seats, relays }: Program,
): { readonly title: string; readonly place: number } {
  return holder.type === 'seat' ? seats[holder.seat]! : relays[holder.relay]!;
}
