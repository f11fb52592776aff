import { grouped, type Group } from '../core/grouped.js';
import type { Delivery } from '../core/history/delivery.js';
import { deliveriesOf, type DeliveryOf, type ItemOf } from './deliveries-of.js';
import { actTitle, decisionTitle } from './mark-titles.js';
import type { Directory } from './public-parts.js';
import type { MarkView } from './replay.js';

/** The events that a seat heard of, and what it did and decided itself. */
export function seatMarks(told: readonly Delivery[], directory: Directory): MarkView[] {
  const own = deliveriesOf(told, 'decision');
  const decided = new Set(own.map(({ item }) => item.id));
  const news = deliveriesOf(told, 'report').filter(
    ({ item }) => !decided.has(item.of.id) && !UNMARKED.has(item.of.kind),
  );
  return [
    ...[...grouped(news, ({ item }) => item.of.id).values()].map((reports) =>
      markOfReports(reports, directory),
    ),
    ...own.map((decision) => markOfDecision(decision, directory)),
    ...deliveriesOf(told, 'act').flatMap((act) => markOfAct(act, directory)),
  ];
}

/** News of these shows on the letter, the obligation or the dispute itself. */
const UNMARKED = new Set<ItemOf<'report'>['of']['kind']>(['dispatch', 'obligation', 'dispute']);

/** An event as first heard of; a part of it that was learned apart shows on its own report. */
function markOfReports(reports: Group<DeliveryOf<'report'>>, directory: Directory): MarkView {
  const first = reports.find(({ item }) => item.aspect === undefined) ?? reports[0];
  const { of, occurred, text, aspect, cites } = first.item;
  return {
    id: of.id,
    type: markType(of.kind),
    title: directory.title(of.id, of.name),
    text: aspect ?? text,
    place: directory.placeOfEvent(of.id, occurred.place) ?? directory.placeOfTemplate(of.name),
    at: occurred,
    known: first.learned,
    via: first.via,
    report: first.report,
    cites: cites ?? [],
  };
}

function markType(kind: ItemOf<'report'>['of']['kind']): MarkView['type'] {
  switch (kind) {
    case 'incident':
    case 'posture':
    case 'decision':
    case 'act':
    case 'routine':
      return kind;
    default:
      return 'inject';
  }
}

function markOfDecision(
  { seat, learned, via, report, item }: DeliveryOf<'decision'>,
  directory: Directory,
): MarkView {
  return {
    id: item.id,
    type: 'decision',
    title: directory.entry(item.id)?.title ?? decisionTitle(seat, directory),
    text: item.text,
    place: directory.placeOfSeat(seat),
    side: directory.sideOfSeat(seat),
    at: learned,
    known: learned,
    via,
    report,
    cites: directory.cites(item.id),
    advice: item.advice,
  };
}

function markOfAct(
  { seat, learned, via, report, item }: DeliveryOf<'act'>,
  directory: Directory,
): MarkView[] {
  if (item.status === 'under way') return [];
  return [
    {
      id: item.status === 'completed' ? item.id : `${item.id} ${item.status}`,
      type: 'act',
      title: actTitle(directory.title(item.id, item.act), item.status),
      text: item.status,
      place: directory.placeOfSeat(seat),
      side: directory.sideOfSeat(seat),
      at: learned,
      known: learned,
      via,
      report,
      cites: [],
    },
  ];
}
