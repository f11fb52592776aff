import type { Holder } from '../../../core/parts/letters.js';
import type { RecordedLeg } from '../../../core/parts/record.js';
import { inside, spotOf, type SourceFile, type Spot } from '../../reading/source-file.js';
import type { DispatchRow, LegRow } from '../../schema/record-schema.js';
import { holderAt } from '../channels.js';
import { amountAt } from '../compilation.js';
import {
  eventTimeAt,
  placeOf,
  type Journey,
  type Leg,
  type RecordContext,
} from './record-context.js';
import type { Slot } from './timeline.js';

/** Who sends a dispatch to whom; routes are numbered as they are met. */
interface Sending {
  readonly id: string;
  readonly from: Holder;
  readonly to: readonly number[];
  readonly sent: Slot;
}

/** Sending and legs of one dispatch of the record. */
export function compileJourney(
  rc: RecordContext,
  id: string,
  row: DispatchRow,
  from: number,
  to: readonly number[],
  file: SourceFile,
): Journey {
  const spot = spotOf(file, ['dispatches', id]);
  const sent = eventTimeAt(rc, row.sent, `${id} is sent`, inside(spot, 'sent'));
  const sending: Sending = { id, from: { type: 'seat', seat: from }, to, sent };
  const routes = row.routes ?? (row.legs === undefined ? [] : [row.legs]);
  if (row.routes !== undefined && row.legs !== undefined)
    rc.report(inside(spot, 'legs'), 'legs-and-routes');
  if (routes.length === 0 || routes.some((legs) => legs.length === 0)) rc.report(spot, 'no-legs');
  const legs: Leg[] = [];
  for (const [i, route] of routes.entries()) {
    const at = row.routes === undefined ? inside(spot, 'legs') : inside(spot, 'routes', i);
    legs.push(...compileRoute(rc, route, sending, legs, at));
  }
  reportUnreached(rc, legs, to, spot);
  return { sender: from, sent, legs };
}

function compileRoute(
  rc: RecordContext,
  rows: readonly LegRow[],
  sending: Sending,
  earlier: readonly Leg[],
  spot: Spot,
): Leg[] {
  const legs: Leg[] = [];
  const route = 1 + Math.max(-1, ...earlier.map(({ leg }) => leg.route));
  for (const [i, row] of rows.entries()) {
    const at = inside(spot, i);
    if (row.to === undefined && i < rows.length - 1) rc.report(at, 'route-ends-early');
    const goals: Holder[] =
      row.to === undefined
        ? sending.to.map((seat) => ({ type: 'seat', seat }))
        : [holderAt(rc, row.to, inside(at, 'to'))];
    const before = legs.at(-1);
    for (const [copy, to] of goals.entries()) {
      legs.push(
        compileLeg(
          rc,
          row,
          { to, route: route + copy, before },
          [...earlier, ...legs],
          sending,
          at,
        ),
      );
    }
  }
  return legs;
}

interface Course {
  readonly to: Holder;
  readonly route: number;
  /** The leg before on the same route. */
  readonly before: Leg | undefined;
}

function compileLeg(
  rc: RecordContext,
  row: LegRow,
  { to, route, before }: Course,
  earlier: readonly Leg[],
  sending: Sending,
  spot: Spot,
): Leg {
  const { id } = sending;
  const from =
    row.from === undefined
      ? (before?.leg.to ?? sending.from)
      : holderAt(rc, row.from, inside(spot, 'from'));
  const origin = originOf(from, before, earlier, sending);
  if (origin === null && sideOf(rc, from) !== sideOf(rc, sending.from)) {
    rc.report(inside(spot, 'from'), 'leg-from-nowhere', holderName(rc, from));
  }
  const label = `${id} reaches ${holderName(rc, to)}`;
  const channel = rc.names.at('channel', row.by, inside(spot, 'by'));
  const begun = origin?.arrived ?? sending.sent;
  const sent =
    row.sent === undefined
      ? begun
      : eventTimeAt(rc, row.sent, `${id} leaves ${holderName(rc, from)}`, inside(spot, 'sent'));
  const arrived = arrivalOf(rc, row, sent, channel, to, label, spot);
  if (origin !== null) rc.timeline.order(origin.arrived, sent, 0);
  rc.timeline.order(sent, arrived, 0);
  const leg: RecordedLeg = {
    route,
    channel,
    from,
    to,
    sent: sent.time,
    arrived: arrived.time,
    reads: to.type === 'seat' && !row.carries,
    receipt: row.receipt ?? false,
    parts: amountAt(rc, row.parts, inside(spot, 'parts'), 1, 1),
    note: row.note ?? '',
    firstPart: row.first_part ?? false,
    losesCondition: row.loses_condition ?? false,
  };
  return { leg, arrived };
}

/** The leg that brought it to the holder from whom it now leaves; null where that is the sender. */
function originOf(
  from: Holder,
  before: Leg | undefined,
  earlier: readonly Leg[],
  sending: Sending,
): Leg | null {
  if (sameHolder(from, sending.from)) return null;
  const candidates = before === undefined ? earlier : [before, ...earlier];
  return candidates.find(({ leg }) => sameHolder(leg.to, from)) ?? null;
}

/** The recorded arrival, or one estimated from the channel (R2). */
function arrivalOf(
  rc: RecordContext,
  row: LegRow,
  sent: Slot,
  channel: number,
  to: Holder,
  label: string,
  spot: Spot,
): Slot {
  if (row.arrived !== undefined)
    return eventTimeAt(rc, row.arrived, label, inside(spot, 'arrived'));
  const delay = rc.channels[channel]?.delay ?? { type: 'fixed', value: 0 };
  return rc.timeline.estimate(sent, delay, placeOf(rc, to), label, spot);
}

function sameHolder(a: Holder, b: Holder): boolean {
  if (a.type === 'seat') return b.type === 'seat' && a.seat === b.seat;
  return b.type === 'relay' && a.relay === b.relay;
}

function holderName(rc: RecordContext, holder: Holder): string {
  const found = holder.type === 'seat' ? rc.seats[holder.seat] : rc.relays[holder.relay];
  return found?.name ?? 'somebody';
}

/** Each addressee gets it, or somebody of its side does: a letter can stop at a desk. */
function reportUnreached(
  rc: RecordContext,
  legs: readonly Leg[],
  to: readonly number[],
  spot: Spot,
): void {
  if (legs.length === 0) return;
  const reached = legs.map(({ leg }) => sideOf(rc, leg.to));
  for (const seat of to) {
    if (reached.includes(sideOf(rc, { type: 'seat', seat }))) continue;
    rc.report(inside(spot, 'to'), 'unreached-addressee', rc.seats[seat]?.name ?? '');
  }
}

function sideOf(rc: RecordContext, holder: Holder): number {
  const found = holder.type === 'seat' ? rc.seats[holder.seat] : rc.relays[holder.relay];
  return found?.side ?? -1;
}

/** When a seat first reads a dispatch, as far as its legs tell, or null. */
export function readingBy(journey: Journey | undefined, seat: number): Slot | null {
  const reads = (journey?.legs ?? []).filter(
    ({ leg }) => leg.reads && leg.to.type === 'seat' && leg.to.seat === seat,
  );
  const nominal = ({ arrived }: Leg) => arrived.written.nominal;
  return reads.toSorted((a, b) => nominal(a) - nominal(b))[0]?.arrived ?? null;
}
