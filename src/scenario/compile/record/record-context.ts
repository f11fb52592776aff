import type { Channel, Holder, Relay } from '../../../core/parts/letters.js';
import type { Act, Place, Seat } from '../../../core/parts/world.js';
import type { Program } from '../../../core/program.js';
import type { Citation, RecordedLeg, Source } from '../../../core/parts/record.js';
import type { Zone } from '../../../core/time/zone.js';
import { inside, type Spot } from '../../reading/source-file.js';
import { parseCite } from '../../cite.js';
import type { TimeRow } from '../../schema/record-schema.js';
import { nearestName } from '../../text/nearest-name.js';
import { durationText } from '../../text/duration.js';
import { parseWrittenTime, type WrittenTimeResult } from '../../text/recorded-time-text.js';
import type { Compilation } from '../compilation.js';
import type { Slot, Timeline } from './timeline.js';

export type EntryKind = 'dispatch' | 'incident' | 'decision' | 'posture' | 'obligation' | 'dispute';

/** Sections of the record, with the kind of entry that each holds. */
export const ENTRY_SECTIONS = {
  dispatches: 'dispatch',
  incidents: 'incident',
  decisions: 'decision',
  postures: 'posture',
  obligations: 'obligation',
  disputes: 'dispute',
} as const satisfies Record<string, EntryKind>;

/** What the compiler of the record works with. */
export interface RecordContext extends Compilation {
  readonly timeline: Timeline;
  readonly opens: number;
  readonly ends: number;
  readonly places: readonly Place[];
  readonly zones: ReadonlyMap<string, Zone>;
  readonly seats: readonly Seat[];
  readonly relays: readonly Relay[];
  readonly channels: readonly Channel[];
  readonly acts: readonly Act[];
  readonly sources: readonly Source[];
  /** Index and kind of every entry by its id. */
  readonly ids: ReadonlyMap<string, { readonly index: number; readonly kind: EntryKind }>;
  /** Ids whose rows did not fit the schema. */
  readonly brokenIds: ReadonlySet<string>;
  /** Sending and legs of every dispatch, by its index. */
  readonly journeys: Map<number, Journey>;
  /** The time of every entry, by its index. */
  readonly times: Map<number, Slot>;
}

/** A leg with the slot of its arrival. */
export interface Leg {
  readonly leg: RecordedLeg;
  readonly arrived: Slot;
}

/** How a dispatch went. */
export interface Journey {
  readonly sender: number;
  readonly sent: Slot;
  readonly legs: readonly Leg[];
}

export type RecordSetting = Pick<
  Program,
  'opens' | 'closes' | 'aftermath' | 'places' | 'seats' | 'relays' | 'channels' | 'acts' | 'sources'
>;

/** A recorded time as a slot of the timeline; the stand-in can lie anywhere. */
export function timeAt(rc: RecordContext, row: TimeRow, label: string, spot: Spot): Slot {
  const text = typeof row === 'string' ? row : row.at;
  const at = typeof row === 'string' ? spot : inside(spot, 'at');
  const result = parseWrittenTime(text, rc.zones);
  if (result.type !== 'time') {
    reportTime(rc, text, result, at);
    const anywhere = { earliest: rc.opens, latest: rc.ends, nominal: rc.opens };
    return rc.timeline.add({ ...anywhere, precision: 'interval' }, label, at);
  }
  const { earliest, latest, nominal, precision, place } = result.time;
  const stated = typeof row === 'string' ? undefined : row.stated;
  return rc.timeline.add(
    {
      earliest: earliest ?? Math.min(rc.opens, latest),
      latest,
      nominal,
      precision,
      ...(place === null ? {} : { place }),
      ...(stated === undefined ? {} : { stated }),
    },
    label,
    at,
  );
}

/** A recorded time of something that happens, and so lies between opening and end. */
export function eventTimeAt(rc: RecordContext, row: TimeRow, label: string, spot: Spot): Slot {
  const slot = timeAt(rc, row, label, spot);
  const { earliest, latest } = slot.written;
  if (latest < rc.opens || earliest > rc.ends) rc.report(slot.spot, 'outside-time', label);
  return slot;
}

/** Reports a text that is no time; `form` is the fault of one that has not even the form. */
export function reportTime(
  { report, zones }: Pick<RecordContext, 'report' | 'zones'>,
  text: string,
  result: Exclude<WrittenTimeResult, { type: 'time' }>,
  spot: Spot,
  form: 'bad-time' | 'bad-rough-time' = 'bad-time',
): void {
  switch (result.type) {
    case 'form':
      return report(spot, form, text);
    case 'unknown place': {
      const known = [...zones.keys()];
      return report(
        spot,
        'unknown-name',
        'place',
        result.place,
        nearestName(result.place, known),
        known,
      );
    }
    case 'day without place':
      return report(spot, 'day-without-place', text);
    case 'other clock':
      return report(spot, 'other-clock', result.place, offsetWords(result.offset));
    case 'backwards':
      return report(spot, 'interval-backwards', text);
  }
}

function offsetWords(minutes: number): string {
  const size = durationText(Math.abs(minutes) * 60_000);
  return minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '−' : '+'}${size}`;
}

/** The index of an entry of one of the kinds, or −1; reports an id that is not there. */
export function entryAt(
  rc: RecordContext,
  id: string | undefined,
  kinds: readonly EntryKind[],
  spot: Spot,
): number {
  if (id === undefined) return -1;
  const found = rc.ids.get(id);
  if (found !== undefined && kinds.includes(found.kind)) return found.index;
  if (rc.brokenIds.has(id)) return -1;
  if (found !== undefined) rc.report(spot, 'other-kind', id, found.kind, kinds);
  else {
    const known = [...rc.ids].filter(([, { kind }]) => kinds.includes(kind)).map(([name]) => name);
    const kind = kinds.length > 1 ? 'entry' : (kinds[0] ?? 'entry');
    rc.report(spot, 'unknown-name', kind, id, nearestName(id, known), known);
  }
  return -1;
}

/**
 * Citations: the first word of each is a source's id, the rest the locator, which can name other
 * sources.
 */
export function citationsAt(
  rc: RecordContext,
  cites: readonly string[] | undefined,
  spot: Spot,
): Citation[] {
  return (cites ?? []).map((cite, i) => {
    const at = inside(spot, i);
    const named = parseCite(cite);
    if (named.length === 0) rc.report(at, 'bad-cite', cite);
    const [source = -1] = named.map((part) => rc.names.at('source', part.source, at));
    return { source, locator: cite.trim().split(/\s+/).slice(1).join(' ') };
  });
}

/** The name of the place where a holder sits, as a slot takes it. */
export function placeOf(rc: RecordContext, holder: Holder): { readonly place?: string } {
  const index =
    holder.type === 'seat' ? rc.seats[holder.seat]?.place : rc.relays[holder.relay]?.place;
  const place = rc.places[index ?? -1];
  return place === undefined ? {} : { place: place.name };
}
