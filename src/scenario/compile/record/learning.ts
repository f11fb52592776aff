import type { RecordedLearn } from '../../../core/parts/record.js';
import { inside, type Spot } from '../../reading/source-file.js';
import type { LearnRow } from '../../schema/record-schema.js';
import { listOf } from '../compilation.js';
import { namesAt } from '../names.js';
import { readingBy } from './legs.js';
import {
  citationsAt,
  entryAt,
  eventTimeAt,
  placeOf,
  type RecordContext,
} from './record-context.js';
import type { Slot } from './timeline.js';

/** Who came to know of an entry, when and how; one for each seat of a row. */
export function compileLearning(
  rc: RecordContext,
  rows: readonly LearnRow[] | undefined,
  entry: { readonly id: string; readonly slot: Slot },
  spot: Spot,
): RecordedLearn[] {
  return (rows ?? []).flatMap((row, i) => {
    const at = inside(spot, i);
    const seats = namesAt(
      rc.names,
      'seat',
      row.seat === 'everyone' ? rc.names.all('seat') : listOf(row.seat),
      (k) => inside(at, 'seat', k),
      rc.report,
    );
    return seats.map((seat) => compileLearn(rc, row, seat, entry, at));
  });
}

function compileLearn(
  rc: RecordContext,
  row: LearnRow,
  seat: number,
  entry: { readonly id: string; readonly slot: Slot },
  spot: Spot,
): RecordedLearn {
  const broughtBy = entryAt(rc, row.brought_by, ['dispatch'], inside(spot, 'brought_by'));
  const label = `${rc.seats[seat]?.name ?? 'a seat'} learns of ${entry.id}`;
  const channel = typeof row.at === 'string' ? rc.names.find('channel', row.at) : -1;
  const slot = learningTime(rc, row, { seat, broughtBy, channel, label }, entry.slot, spot);
  rc.timeline.order(entry.slot, slot, 0);
  const bringing = bringingTime(rc, broughtBy, seat);
  if (bringing !== null && bringing !== slot && bringing.written.earliest <= slot.written.latest) {
    rc.timeline.order(bringing, slot, 0);
  }
  return {
    id: row.id ?? '',
    seat,
    time: slot.time,
    channel,
    via: row.via ?? rc.channels[channel]?.title ?? '',
    broughtBy,
    aspect: row.aspect ?? '',
    cites: citationsAt(rc, row.cites, inside(spot, 'cites')),
  };
}

interface Learning {
  readonly seat: number;
  readonly broughtBy: number;
  readonly channel: number;
  readonly label: string;
}

function learningTime(
  rc: RecordContext,
  { at, brought_by }: LearnRow,
  { seat, broughtBy, channel, label }: Learning,
  event: Slot,
  spot: Spot,
): Slot {
  if (at === 'at once') return event;
  if (channel >= 0) {
    const { delay } = rc.channels[channel]!;
    return rc.timeline.estimate(event, delay, placeOf(rc, { type: 'seat', seat }), label, spot);
  }
  if (at !== undefined) return eventTimeAt(rc, at, label, inside(spot, 'at'));
  if (brought_by === undefined) rc.report(spot, 'learn-without-time');
  if (broughtBy < 0) return event;
  const bringing = bringingTime(rc, broughtBy, seat);
  if (bringing === null)
    rc.report(inside(spot, 'brought_by'), 'not-brought', brought_by ?? '', label);
  return bringing ?? event;
}

/** When a dispatch brings its news to a seat: as the seat reads it, or as it sends it. */
function bringingTime(rc: RecordContext, dispatch: number, seat: number): Slot | null {
  const journey = rc.journeys.get(dispatch);
  if (journey === undefined) return null;
  return readingBy(journey, seat) ?? (journey.sender === seat ? journey.sent : null);
}
