import { grouped, type Group } from '../core/grouped.js';
import type { Delivery } from '../core/history/delivery.js';
import type { DispatchEntry } from '../core/parts/record.js';
import { deliveriesOf, type DeliveryOf } from './deliveries-of.js';
import { letterHead, letterTitle } from './letter-head.js';
import type { Directory } from './public-parts.js';
import type { LegView, LetterView } from './replay.js';

/** The letters that a seat sent, read or heard of, with what it knows of their way. */
export function seatLetters(
  told: readonly Delivery[],
  directory: Directory,
): Omit<LetterView, 'repliedBy'>[] {
  const receipts = grouped(deliveriesOf(told, 'receipt'), ({ item }) => item.dispatch);
  const texts = grouped(deliveriesOf(told, 'sent', 'dispatch'), ({ item }) => item.dispatch.id);
  const news = deliveriesOf(told, 'report').filter(({ item: { of } }) => !texts.has(of.id));
  const heardOf = grouped(news, ({ item }) => item.of.id);
  return [
    ...[...texts].map(([id, copies]) => letterOf(copies, receipts.get(id) ?? [], directory)),
    ...[...heardOf].flatMap(([id, [first]]) => {
      const entry = directory.entry(id);
      return entry?.type === 'dispatch' ? [letterHeardOf(first, entry, directory)] : [];
    }),
  ];
}

/** A letter of whose text the seat only heard a part: it knows that part, and from whom to whom. */
function letterHeardOf(
  { learned, item }: DeliveryOf<'report'>,
  entry: DispatchEntry,
  directory: Directory,
): Omit<LetterView, 'repliedBy'> {
  const from = directory.seat(entry.from);
  return {
    id: entry.id,
    title: entry.title,
    from,
    to: entry.to.map(directory.seat),
    side: directory.sideOfSeat(from),
    kind: entry.kind,
    public: entry.public,
    text: item.text,
    give: [],
    ask: [],
    linkage: [],
    refuses: [],
    answer: 'none',
    cites: item.cites ?? [],
    sent: item.occurred,
    known: learned,
    legs: [],
  };
}

/** A letter as the seat first had it; further copies only add the ways by which they came. */
function letterOf(
  copies: Group<DeliveryOf<'sent' | 'dispatch'>>,
  receipts: readonly DeliveryOf<'receipt'>[],
  directory: Directory,
): Omit<LetterView, 'repliedBy'> {
  const first = copies[0];
  const body = first.item.dispatch;
  return {
    ...letterHead(body),
    title: letterTitle(body, directory),
    side: directory.sideOfSeat(body.from),
    cites: body.cites ?? [],
    known: first.learned,
    legs:
      first.item.type === 'sent'
        ? ownLegs(first as DeliveryOf<'sent'>, receipts, directory)
        : copies.map((copy, route) => receivedLeg(copy, route, directory)),
  };
}

/** A letter that reached the seat: it knows when it says it was sent, and when it came. */
function receivedLeg(
  { seat, learned, via, item }: DeliveryOf<'sent' | 'dispatch'>,
  route: number,
  directory: Directory,
): LegView {
  return {
    route,
    leg: 0,
    channel: via,
    from: directory.holder(item.dispatch.from),
    to: directory.holder(seat),
    sent: item.dispatch.sent,
    arrived: learned,
    status: 'arrived',
    reads: true,
    garbled: false,
    departureKnown: learned,
    arrivalKnown: learned,
  };
}

/**
 * The way of one's own letter as far as one knows (R14): the first leg of each route, and every
 * further leg whose arrival was reported. When a relay sent it on is not known.
 */
function ownLegs(
  { learned, item }: DeliveryOf<'sent'>,
  receipts: readonly DeliveryOf<'receipt'>[],
  directory: Directory,
): LegView[] {
  const arrivals = new Map(
    receipts.map((r) => [legKey(r.item.route, r.item.leg, r.item.holder), r.learned]),
  );
  return item.legs.flatMap(({ route, leg, channel, from, to }) => {
    const arrived = arrivals.get(legKey(route, leg, to)) ?? null;
    if (leg > 0 && arrived === null) return [];
    const sent = arrivals.get(legKey(route, leg - 1, from)) ?? item.dispatch.sent;
    return [
      {
        route,
        leg,
        channel,
        from: directory.holder(from),
        to: directory.holder(to),
        sent,
        arrived,
        status: arrived === null ? ('under way' as const) : ('arrived' as const),
        reads: item.dispatch.to.includes(to),
        garbled: false,
        departureKnown: leg === 0 ? learned : arrived,
        arrivalKnown: arrived,
      },
    ];
  });
}

function legKey(route: number, leg: number, holder: string): string {
  return `${route}.${leg} ${holder}`;
}
