import { grouped, type Group } from '../grouped.js';
import type { Delivery, DispatchBody, Item } from '../history/delivery.js';
import type { IsoTime, Span } from '../history/span.js';
import { formatInstant, parseInstant } from '../time/instant.js';
import type { SeatDeliveries } from './deliveries.js';
import { withoutHindsight } from './hindsight.js';
import type {
  Certainty,
  Ground,
  KnownEvent,
  KnownReading,
  KnownLetter,
  KnownStage,
  KnownObligation,
  KnownDispute,
  KnownCourse,
  Knew,
} from './known.js';

/** A delivery that was known by the instant asked about. */
interface Known {
  readonly ground: Ground;
  readonly item: Item;
}

type ItemOf<T extends Item['type']> = Extract<Item, { readonly type: T }>;
type KnownOf<T extends Item['type']> = { readonly ground: Ground; readonly item: ItemOf<T> };

/**
 * What a seat knew at an instant: yes or possibly for each item, and the report behind it (R13).
 * Whatever is not in the result was not known. Made of the seat's deliveries alone (R12), so that
 * nothing later can show: a letter has no replies here but those that had been read.
 *
 * @param at milliseconds UTC, or ISO 8601 text with its offset
 * @throws RangeError if `at` is no such text
 */
export function knew(deliveries: SeatDeliveries, at: number | IsoTime): Knew {
  const instant = isoTime(at);
  const known = deliveries.deliveries.flatMap((delivery) =>
    knownBy(withoutHindsight(delivery), instant),
  );
  const obligations = knownObligations(known);
  return {
    seat: deliveries.seat,
    at: instant,
    events: knownEvents(known),
    letters: knownLetters(known),
    picture: knownPicture(known),
    obligations,
    disputes: knownDisputes(known, obligations),
    offers: groupedBy(of(known, 'offer'), ({ item }) => item.offer).map(courseOfOffer),
    acts: knownActs(known),
    ending: knownEnding(known),
  };
}

function isoTime(at: number | IsoTime): IsoTime {
  const instant = typeof at === 'number' ? at : parseInstant(at);
  if (instant === null) throw new RangeError(`${at} is no instant such as 1962-10-27T15:20Z`);
  return formatInstant(instant);
}

/**
 * Whether something learned within an interval was known at an instant: `yes` from the interval's
 * last millisecond on, `possibly` inside it, `no` before it (R2).
 */
export function certaintyAt(learned: Span, at: IsoTime): Certainty | 'no' {
  if (at >= learned.latest) return 'yes';
  return at >= learned.earliest ? 'possibly' : 'no';
}

function knownBy(delivery: Delivery, at: IsoTime): Known[] {
  const known = certaintyAt(delivery.learned, at);
  if (known === 'no') return [];
  const { report, via, broughtBy, learned, item } = delivery;
  const ground = { known, report, via, ...(broughtBy === undefined ? {} : { broughtBy }), learned };
  return [{ ground, item }];
}

function of<T extends Item['type']>(known: readonly Known[], ...types: readonly T[]): KnownOf<T>[] {
  return known.filter((k): k is KnownOf<T> => (types as readonly string[]).includes(k.item.type));
}

/** Things in the order of their first report; within one, certain knowledge first. */
function groupedBy<K extends Known>(known: readonly K[], key: (k: K) => string): Group<K>[] {
  const groups = [...grouped(known, key).values()];
  return groups.map((group) => group.toSorted(byGround) as unknown as Group<K>);
}

function byGround(a: Known, b: Known): number {
  if (a.ground.known !== b.ground.known) return a.ground.known === 'yes' ? -1 : 1;
  return compareText(a.ground.learned.placed, b.ground.learned.placed);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Events in the order in which they were learned; of one report, the whole before its parts. */
function knownEvents(known: readonly Known[]): KnownEvent[] {
  const heard = groupedBy(of(known, 'report', 'decision'), ({ item }) => keyOfEvent(item));
  return heard
    .map(eventOf)
    .toSorted(
      (a, b) =>
        compareText(a.learned.placed, b.learned.placed) ||
        compareText(a.aspect ?? '', b.aspect ?? ''),
    );
}

function keyOfEvent(item: ItemOf<'report' | 'decision'>): string {
  return item.type === 'decision' ? `${item.id} ` : `${item.of.id} ${item.aspect ?? ''}`;
}

function eventOf([{ ground, item }, ...rest]: Group<KnownOf<'report' | 'decision'>>): KnownEvent {
  const also = rest.map((other) => other.ground);
  if (item.type === 'decision') {
    const { id, body: name, text } = item;
    const occurred = ground.learned;
    return { id, kind: 'decision', name, occurred, text, ...ground, cites: [], also };
  }
  const { of, occurred, text, aspect, cites } = item;
  return {
    id: of.id,
    kind: of.kind,
    name: of.name,
    occurred,
    text,
    ...(aspect === undefined ? {} : { aspect }),
    ...ground,
    cites: cites ?? [],
    also,
  };
}

function knownLetters(known: readonly Known[]): KnownLetter[] {
  const receipts = of(known, 'receipt');
  const texts = of(known, 'sent', 'dispatch');
  return groupedBy(texts, ({ item }) => item.dispatch.id).map((group) =>
    letterOf(
      group,
      receipts.filter(({ item }) => item.dispatch === group[0].item.dispatch.id),
    ),
  );
}

function letterOf(
  group: Group<KnownOf<'sent' | 'dispatch'>>,
  receipts: readonly KnownOf<'receipt'>[],
): KnownLetter {
  const [{ ground, item }, ...rest] = group;
  return {
    ...headOf(item.dispatch),
    part: group.some((one) => one.item.type === 'sent') ? 'sender' : 'reader',
    ...ground,
    handOvers: receipts.map((receipt) => ({
      route: receipt.item.route,
      leg: receipt.item.leg,
      holder: receipt.item.holder,
      ...receipt.ground,
    })),
    also: rest.map((other) => other.ground),
  };
}

function headOf(body: DispatchBody) {
  return {
    id: body.id,
    name: body.name,
    from: body.from,
    to: body.to,
    kind: body.kind,
    public: body.public,
    sent: body.sent,
    text: body.text,
    give: body.give,
    ask: body.ask,
    linkage: body.linkage,
    refuses: body.refuses,
    answer: body.answer,
    ...(body.repliesTo === undefined ? {} : { repliesTo: body.repliesTo }),
    cites: body.cites ?? [],
  };
}

function knownPicture(known: readonly Known[]): KnownReading[] {
  const readings = groupedBy(known.flatMap(readingsOf), ({ reading }) => reading.track);
  return readings.flatMap((group) => currentReadings(group.map(({ reading }) => reading)));
}

function readingsOf({ ground, item }: Known): (Known & { readonly reading: KnownReading })[] {
  if (item.type !== 'opening' && item.type !== 'report' && item.type !== 'act') return [];
  const asOf = item.type === 'report' ? item.occurred : ground.learned;
  return item.tracks.map(({ track, value }) => ({
    ground,
    item,
    reading: { track, value, asOf, ...ground },
  }));
}

/**
 * The certain reading with the latest *as of*, and after it any newer one that is only possible.
 */
function currentReadings(readings: readonly KnownReading[]): KnownReading[] {
  const inOrder = readings.toSorted((a, b) => compareText(a.asOf.placed, b.asOf.placed));
  const certain = inOrder.findLastIndex((reading) => reading.known === 'yes');
  return inOrder.slice(Math.max(certain, 0));
}

function stageOf(ground: Ground, status: string, says?: string): KnownStage {
  return { status, ...(says === undefined ? {} : { says }), ...ground };
}

function knownObligations(known: readonly Known[]): KnownObligation[] {
  return groupedBy(of(known, 'obligation'), ({ item }) => item.obligation.id).map((group) => ({
    id: group[0].item.obligation.id,
    obligation: group[0].item.obligation,
    stages: group.map(({ ground, item }) => stageOf(ground, item.status)),
  }));
}

/**
 * A dispute known to the day may come before the obligation that it is about is known to be owed.
 */
function knownDisputes(
  known: readonly Known[],
  obligations: readonly KnownObligation[],
): KnownDispute[] {
  const owed = new Set(obligations.map(({ id }) => id));
  return groupedBy(of(known, 'dispute'), ({ item }) => item.dispute.id).map((group) => {
    const { dispute } = group[0].item;
    return {
      id: dispute.id,
      dispute: owed.has(dispute.obligation) ? dispute : { ...dispute, obligation: '' },
      stages: group.map(({ ground, item }) => stageOf(ground, item.status)),
    };
  });
}

function courseOfOffer(group: Group<KnownOf<'offer'>>): KnownCourse {
  const { offer } = group[0].item;
  const stages = group.map(({ ground, item }) => stageOf(ground, item.status));
  return { id: offer, name: offer, stages };
}

function knownActs(known: readonly Known[]): KnownCourse[] {
  const acts = of(known, 'act', 'consent asked', 'consent given', 'consent refused', 'inspection');
  const courses = groupedBy(acts, ({ item }) => item.id).map((group) => ({
    id: group[0].item.id,
    name: group[0].item.act,
    stages: group.map(({ ground, item }) => stageOf(ground, statusOf(item))),
  }));
  return [...courses, ...of(known, 'refused').map(courseOfRefusal)];
}

function statusOf(item: ItemOf<'act' | 'inspection' | `consent ${'asked' | 'given' | 'refused'}`>) {
  if (item.type === 'act') return item.status;
  if (item.type !== 'inspection') return item.type;
  return item.performed ? 'found performed' : 'found not performed';
}

function courseOfRefusal({ ground, item }: KnownOf<'refused'>): KnownCourse {
  return {
    id: item.input,
    name: item.code,
    stages: [stageOf(ground, 'refused', item.message)],
  };
}

function knownEnding(known: readonly Known[]): Knew['ending'] {
  const [ended] = of(known, 'ended');
  return ended === undefined ? null : { name: ended.item.ending, ...ended.ground };
}
